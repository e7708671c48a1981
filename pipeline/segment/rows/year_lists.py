"""Lines that open with a year alone and are no entries of it.

Short lists inside a longer text, `2013 - Per Anger Prize`, are part of that text; one line of the kind on a
whole page, `2014: the year the judges stayed at home`, is a headline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import is_prose

_AT_LEAST = 2
_SHAPES = (Shape.DATED_PROSE, Shape.DATED_HEAD)


def read_year_lists(rows: Sequence[Row]) -> list[Row]:
    """The rows, with lines that open with a year alone read as text where the page has much other text."""
    listed = [row for run in _runs(rows) if len(run) >= _AT_LEAST for row in run]
    mass = sum(len(row.text) for row in rows if row.is_text)
    read = list(rows)
    if sum(len(row.folded.text) for row in listed) * 4 < mass:
        for row in listed:
            read[row.index] = replace(
                row, shape=Shape.PROSE, date=None, text_start=row.marker, stamp_start=0, stamp_end=0
            )
    opened = [row for row in rows if _opens_with_year(row)]
    if len(opened) == 1 and not listed and not is_prose(opened[0].folded.text):
        title = opened[0]
        read[title.index] = replace(
            title, shape=Shape.HEAD, date=None, text_start=title.marker, stamp_start=0, stamp_end=0
        )
    return read


def _opens_with_year(row: Row) -> bool:
    date = row.date
    return row.shape in _SHAPES and date is not None and not date.month_or_numbers and date.weekday is None


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    run: list[Row] = []
    for row in rows:
        if _opens_with_year(row):
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run
