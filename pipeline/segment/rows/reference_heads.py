"""Lines that name kind and number of a text over its day and its headline: `Statement 41/10`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, names_issue

_NUMBER = re.compile(
    r"\s(?:(?:no|nr|num|number|ref)\b\.?|n[°º]|№|#)?\s?[A-Z]{0,4}[\s.-]?\d{1,5}(?:\s?[/.-]\s?\d{1,4}){0,2}$",
    re.I,
)
_AT_MOST = 60


def read_reference_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as references where another heading close under them is the headline."""
    read = list(rows)
    for row, below, text in zip(rows, rows[1:], rows[2:], strict=False):
        headed = below.shape is Shape.HEAD and text.is_text and not (below.gap or text.gap)
        if headed and row.shape is Shape.DATED_HEAD and names_issue(row.text):
            read[row.index] = _as_dateline(row)
    for row, below in pairwise(rows):
        if row.shape is not Shape.HEAD or below.gap or not is_reference(row.text):
            continue
        dated = below.shape is Shape.DATE
        after = rows[below.index + 1 : below.index + 2] if dated else [below]
        if all(r.shape is Shape.HEAD and not is_reference(r.text) for r in after) and after:
            read[row.index] = replace(row, shape=Shape.BYLINE, reason="metadata")
    return read


def _as_dateline(row: Row) -> Row:
    """`Question no. 97 by Mr Pavel Hora, 20 October 2004` over its headline."""
    end = len(row.folded.text)
    return replace(row, shape=Shape.DATE, text_start=end, text_end=end, stamp_start=row.marker, stamp_end=end)


def is_reference(text: str) -> bool:
    """A kind of text and a number, and no more.

    >>> is_reference("Press release No. 12/2014"), is_reference("Statement on 12 arrests")
    (True, False)
    """
    number = _NUMBER.search(text) if len(text) <= _AT_MOST else None
    kind = text[: number.start()].strip(" ,:").casefold() if number else ""
    return kind in lexicon().genres or kind in lexicon().documents
