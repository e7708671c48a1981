"""Tables as text: one record a line in columns, or one cell a line again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.dating.entry_dates import opening_date
from pipeline.segment.rows.flattened_tables import read_cells
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_COLUMNS = 3
_AT_LEAST = 3
_CELL = re.compile(r"[^|\t]+")
_HEDGE = re.compile(
    r"\s*(?:(?:about|around|approx\.?|approximately|circa|c\.|ca\.?|~|on|by|before|after|since|until|from|in|between|early|late"
    r"|mid|beginning|end|middle|night|evening|morning|afternoon|eve|of|to|the)[\s-]{0,2}){0,5}",
    re.I,
)
_REST = re.compile(r"[\s.?*]*(?:\([^()]{1,40}\))?\s*")


def read_tables(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the records of a table read as dated entries.

    Rows stay as they are where fewer than three records with a date stand on the page.
    """
    return read_cells(_read_columns(rows))


def _read_columns(rows: Sequence[Row]) -> list[Row]:
    widths = [_width(row) for row in rows]
    column = _title_column(rows, widths)
    dated = {
        row.index: hit
        for row in rows
        if row.shape is not Shape.DATE and widths[row.index] >= _COLUMNS and (hit := _date_cell(row))
        if not _is_headline(rows, row, widths)
    }
    counts = Counter(widths[i] for i in dated)
    read = list(rows)
    width = 0  # that of the table which the row before belongs to
    for row in rows:
        own = widths[row.index]
        if row.index in dated and counts[own] >= _AT_LEAST:
            titled = column is not None and row.index > column.row and own == column.width
            read[row.index] = (
                _teaser(row, dated[row.index], column.at)
                if column and titled
                else _entry(row, dated[row.index])
            )
            width = own
        elif own == width and row.shape in (Shape.PROSE, Shape.HEAD):
            read[row.index] = _entry(row, None)  # a record whose day is not known
        elif row.shape is not Shape.RULE:
            width = 0
    return read


@dataclass(frozen=True, slots=True)
class _Titles:
    """The line that names the columns: its row, how many there are, and which of them holds titles."""

    row: int
    width: int
    at: int


def _title_column(rows: Sequence[Row], widths: Sequence[int]) -> _Titles | None:
    """`Date`, `Title`, `File`: what stands under the second is a headline each time."""
    for row in rows:
        if widths[row.index] >= _COLUMNS and not any(map(str.isdigit, row.folded.text)):
            names = [cell.strip().casefold() for cell in _CELL.findall(row.folded.text)]
            found = [k for k, name in enumerate(names) if name in lexicon().record_titles]
            if len(found) == 1:
                return _Titles(row.index, widths[row.index], found[0])
    return None


def _teaser(row: Row, hit: DateHit, at: int) -> Row:
    """A record as headline and date; the cells behind the headline are none of it."""
    cells = list(_CELL.finditer(row.folded.text))
    text = cells[at].group() if at < len(cells) else ""
    if not text.strip() or hit.start >= cells[at].start():
        return _entry(row, hit)
    start = cells[at].start() + len(text) - len(text.lstrip())
    end = cells[at].start() + len(text.rstrip())
    return replace(
        row, shape=Shape.DATED_HEAD, date=hit, reason=None, zone=None, text_start=start, text_end=end,
        stamp_start=hit.start, stamp_end=hit.end,
    )  # fmt: skip


def _is_headline(rows: Sequence[Row], row: Row, widths: Sequence[int]) -> bool:
    """`15/02 | 19:40 | Teachers strike` set close over a text of its own."""
    below = rows[row.index + 1] if row.index + 1 < len(rows) else row
    return row.shape is Shape.DATED_HEAD and below.is_text and not below.gap and widths[below.index] == 1


def _width(row: Row) -> int:
    text = row.folded.text.strip("| ")
    return max(text.count("\t"), text.count(" | ")) + 1


def _date_cell(row: Row) -> DateHit | None:
    """The first date that fills a cell of its own: `3 May 2012`, `about 20 April 2012`."""
    for cell in _CELL.finditer(row.folded.text):
        start = _HEDGE.match(row.folded.text, cell.start(), cell.end())
        hit = opening_date(row.folded.text, start.end() if start else cell.start())
        if hit is not None and _REST.fullmatch(row.folded.text, hit.end, max(hit.end, cell.end())):
            return hit
    return None


def _entry(row: Row, hit: DateHit | None) -> Row:
    """A record keeps what it begins with; a date elsewhere in it is no part of its words' stamp."""
    if row.shape is Shape.DATED_PROSE:
        return row
    return replace(
        row, shape=Shape.DATED_PROSE, date=hit, reason=None, zone=None, text_start=row.marker,
        text_end=len(row.folded.text.rstrip("| \t")), stamp_start=0, stamp_end=0,
    )  # fmt: skip
