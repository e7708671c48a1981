"""Lines that number what stands under them and differ in figures alone: `CASE 3/2013`, `Complaint No. 24`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_WORDS = 5
_FIGURES = re.compile(r"\d[\d/.-]*")
_ENDS = re.compile(r"\d[\d/.-]*[A-Z]?[.:)\]]?$")
_SHAPES = (Shape.HEAD, Shape.PROSE, Shape.BYLINE)
_BELOW = (Shape.HEAD, Shape.DATE, Shape.DATED_HEAD)


def read_reference_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as mere numbers where headings or dates stand close under them."""
    found = list(_found(rows))
    counts = Counter(_form(row) for row in found)
    read = list(rows)
    for row in found:
        if counts[_form(row)] >= _AT_LEAST:
            read[row.index] = replace(row, shape=Shape.RULE, date=None, reason="number", zone=None)
    return read


def _found(rows: Sequence[Row]) -> Iterator[Row]:
    for row, below in pairwise(rows):
        text = row.folded.text
        short = len(text.split()) <= _WORDS and row.date is None and row.shape in _SHAPES
        if short and row.gap and not below.gap and below.shape in _BELOW and _ENDS.search(text):
            yield row


def _form(row: Row) -> str:
    return _FIGURES.sub("0", row.folded.text)
