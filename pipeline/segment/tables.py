"""Tables as text: one record a line in columns, or one cell a line again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.datelines import DateHit, find_dates
from pipeline.segment.lexicon import words_of
from pipeline.segment.rows import Row, Shape

_COLUMNS = 3
_AT_LEAST = 3
_PERIOD = range(2, 8)
_DATE_TITLES = (("date",), ("dates",), ("when",), ("day",))


def read_tables(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the records of a table read as dated entries.

    Rows stay as they are where fewer than three records with a date stand on the page.
    """
    return _read_cells(_read_columns(rows))


def _read_columns(rows: Sequence[Row]) -> list[Row]:
    widths = [_width(row) for row in rows]
    dated = {
        row.index: hit
        for row in rows
        if row.shape is not Shape.DATE and widths[row.index] >= _COLUMNS and (hit := _date_cell(row))
    }
    usual = Counter(widths[i] for i in dated).most_common(1)
    if not usual or usual[0][1] < _AT_LEAST:
        return list(rows)
    return [
        _entry(row, dated[row.index]) if row.index in dated and widths[row.index] == usual[0][0] else row
        for row in rows
    ]


def _width(row: Row) -> int:
    text = row.folded.text.strip("| ")
    return max(text.count("\t"), text.count(" | ")) + 1


def _date_cell(row: Row) -> DateHit | None:
    """The first date that fills a cell of its own."""
    text = row.folded.text
    for hit in find_dates(text):
        before, after = text[: hit.start].rstrip(" ")[-1:], text[hit.end :].lstrip(" .")[:1]
        if before in ("", "\t", "|") and after in ("", "\t", "|"):
            return hit
    return None


def _entry(row: Row, hit: DateHit) -> Row:
    """A record keeps what it begins with; a date elsewhere in it is no part of its words' stamp."""
    if row.shape is Shape.DATED_PROSE:
        return row
    return replace(
        row, shape=Shape.DATED_PROSE, date=hit, reason=None, zone=None, text_start=row.marker,
        text_end=len(row.folded.text.rstrip("| ")), stamp_start=0, stamp_end=0,
    )  # fmt: skip


def _read_cells(rows: Sequence[Row]) -> list[Row]:
    """Cells in lines of their own: a date at every k-th line, over short lines without any full stop."""
    dates = [k for k, row in enumerate(rows) if row.shape is Shape.DATE]
    steps = Counter(b - a for a, b in pairwise(dates))
    period, count = steps.most_common(1)[0] if steps else (0, 0)
    if period not in _PERIOD or count < _AT_LEAST - 1 or count < len(dates) - 1 or dates[0] < period:
        return list(rows)
    titles = rows[dates[0] - period : dates[0]]
    if not any(words_of(row.folded.text)[:1] in _DATE_TITLES for row in titles):
        return list(rows)
    read = list(rows)
    for start in dates:
        for row in rows[start : min(start + period, len(rows))]:
            read[row.index] = _cell(row, row.index == start)
    return read


def _cell(row: Row, first: bool) -> Row:
    end = len(row.folded.text)
    if first:
        return replace(row, shape=Shape.DATED_PROSE, text_start=end, text_end=end, stamp_end=end)
    return replace(
        row, shape=Shape.PROSE, date=None, reason=None, zone=None, text_start=0, text_end=end, stamp_end=0
    )
