"""Names under the numbers of a register, `118 - ARÉVALO Rafael`, over lines of facts on each person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 3
_NUMBER = re.compile(r"(?:No\.?\s|#)?(?P<number>\d{1,5})\s?(?:[–—:|]|-)\s(?=[^\W\d_a-z])")
_SHAPES = (Shape.HEAD, Shape.PROSE)


def read_register_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such names as numbered headlines and the headings close under them as text.

    Three or more in rising order show them; the numbers may have gaps, as in a part of a register.
    """
    found = [
        (row, match)
        for row in rows
        if row.shape is Shape.HEAD and row.gap and (match := _NUMBER.match(row.folded.text))
    ]
    numbers = [int(match["number"]) for _, match in found]
    if len(found) < _AT_LEAST or any(a >= b for a, b in pairwise(numbers)):
        return list(rows)
    read = list(rows)
    for row, match in found:
        read[row.index] = replace(row, marker=match.end(), numbered=True, text_start=match.end())
        for below in rows[row.index + 1 :]:
            if below.gap or below.shape not in _SHAPES:
                break
            read[below.index] = replace(below, shape=Shape.PROSE)
    return read
