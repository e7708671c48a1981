"""Tables that list cases: a record a line, its cells side by side, under a line that names the columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.row import Row, Shape

_COLUMNS = 3
_AT_LEAST = 3
_TELLING_WORDS = 5
_TITLE_WORDS = 4
_BARRED = " | "
_TEXTS = (Shape.HEAD, Shape.PROSE, Shape.DATED_PROSE)
_NUMBER_CELL = re.compile(r"(?:No\.?|№|#)?\s?\d{1,4}[.)]?\s?[|\t]\s?")


def read_grids(rows: Sequence[Row]) -> list[Row]:
    """The rows, with every record of a table read as one text and the line of its titles as none.

    Rows stay as they are where no cell of the table tells anything: it is a menu or a row of figures.
    """
    read = list(rows)
    below: list[Row] = []
    for grid in _grids(rows):
        titles = grid[0] if _are_titles(grid[0]) else None
        records = grid[1:] if titles else grid
        if not _lists_cases(records, titled=titles is not None):
            continue
        if titles:
            read[titles.index] = replace(titles, shape=Shape.NOISE, date=None, reason="table head", zone=None)
        for row in records:
            read[row.index] = _as_record(row)
        below = _of_the_same_kind(rows, records[-1])
    for row in below:
        read[row.index] = _as_record(row)
    return read


def _lists_cases(records: Sequence[Row], titled: bool) -> bool:
    """Rows that are dated entries are none: `pipeline.segment.rows.tables` has read those.

    Under titles a cell tells that says a day: `9 February 2021, Hpa-An`.
    """
    dated = any(row.shape in (Shape.DATED_PROSE, Shape.DATED_HEAD) for row in records)
    telling = sum(_tells(row) or (titled and _says_day(row)) for row in records)
    return len(records) >= _AT_LEAST and telling * 2 >= len(records) and not dated


def column_count(row: Row) -> int:
    """How many cells stand side by side in a line.

    >>> from pipeline.segment.text.line import Line
    >>> from pipeline.segment.rows.describe import describe
    >>> column_count(describe(0, Line(0, 9, True), "| Osh | two fined | 3 May |"))
    3
    """
    return len(cells_of(row))


def cells_of(row: Row) -> list[str]:
    """The cells of a line that a tab, wide space or bar parts; the whole line where nothing does."""
    text = row.folded.text.strip("| ")
    bars = text.count("|")
    return text.split("|") if bars > text.count("\t") else text.split("\t")


def _grids(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of lines with about the same number of columns; an empty last cell shows in no line."""
    usual = Counter(width for row in rows if (width := column_count(row)) >= _COLUMNS).most_common(1)
    if not usual or usual[0][1] < _AT_LEAST:
        return
    grid: list[Row] = []
    for row in rows:
        if row.shape is Shape.RULE and grid:
            continue
        width = column_count(row)
        if width >= _COLUMNS and abs(width - usual[0][0]) <= 1:
            grid.append(row)
        elif grid:
            yield grid
            grid = []
    if grid:
        yield grid


def _of_the_same_kind(rows: Sequence[Row], last: Row) -> list[Row]:
    """Lines of fewer cells that bars part too, under a heading of their own below the last table."""
    if _BARRED not in last.folded.text:
        return []
    texts = (row for row in rows[last.index + 1 :] if row.shape in _TEXTS)
    return [row for row in texts if _BARRED in row.folded.text and _tells(row)]


def _are_titles(row: Row) -> bool:
    cells = [cell.split() for cell in cells_of(row)]
    digits = any(map(str.isdigit, row.folded.text))
    return all(len(words) <= _TITLE_WORDS for words in cells) and not digits


def _tells(row: Row) -> bool:
    return any(len(cell.split()) >= _TELLING_WORDS for cell in cells_of(row))


def _says_day(row: Row) -> bool:
    return any(hit.day or hit.numbers for hit in find_dates(row.folded.text))


def _as_record(row: Row) -> Row:
    number = _NUMBER_CELL.match(row.folded.text, row.marker)
    start = number.end() if number else row.marker
    return replace(
        row,
        shape=Shape.RECORD,
        date=None,
        reason=None,
        zone=None,
        foreign=False,
        marker=start,
        text_start=start,
        text_end=len(row.folded.text.rstrip("| \t")),
        stamp_start=0,
        stamp_end=0,
    )
