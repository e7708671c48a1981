"""Headings of plain text that a line of signs under them shows: `Dockers` over `-------`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape

_SIGNS = re.compile(r"(?:-{3,}|={3,}|~{3,}|\^{3,}|\*{3,}|_{3,})")
_SLACK = 4
_AT_LEAST = 2


def read_underlines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as no rules, and the headings over them as headlines however short.

    Two of them show it; a line much longer or shorter than what it stands under parts texts.
    """
    found = [
        (row, below)
        for row, below in pairwise(rows)
        if row.shape is Shape.HEAD and below.reason == "rule" and not below.gap
        if _SIGNS.fullmatch(below.folded.text)
        if abs(len(below.folded.text) - len(row.folded.text)) <= _SLACK
    ]
    read = list(rows)
    for row, below in found if len(found) >= _AT_LEAST else ():
        read[row.index] = replace(row, numbered=True)
        read[below.index] = replace(below, shape=Shape.NOISE, reason="underline")
    return read
