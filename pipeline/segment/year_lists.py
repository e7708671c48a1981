"""Short lists of years inside a longer text, `2013 - Per Anger Prize`: they are part of that text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.rows import Row, Shape

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
    return read


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    run: list[Row] = []
    for row in rows:
        year_alone = row.date is not None and not row.date.month_or_numbers and row.date.weekday is None
        if row.shape in _SHAPES and year_alone:
            run.append(row)
        elif run:
            yield run
            run = []
    if run:
        yield run
