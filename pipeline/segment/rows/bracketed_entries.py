"""Entries numbered in brackets, `[3] Aliyeva Leyla` over a text, which alone look like footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import headline_like, is_prose

_AT_LEAST = 3


def read_bracketed_entries(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as numbered headlines or texts.

    Footnotes stand one under the other; entries have a text between one and the next.
    """
    found = [row for row in rows if row.reason == "footnote" and row.numbered and row.text]
    over = sum(any(below.is_text for below in rows[row.index + 1 : row.index + 2]) for row in found)
    if over < _AT_LEAST or over * 2 < len(found):
        return list(rows)
    read = list(rows)
    for row in found:
        prose = is_prose(row.text) or not headline_like(row.text)
        read[row.index] = replace(row, shape=Shape.PROSE if prose else Shape.HEAD, reason=None, zone=None)
    return read
