"""Portraits: a name over lines of details, `Bus conductor, 31`, and a text on that person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.rows.name_heads import name_end
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import words_of

_AT_LEAST = 3
_DETAILS = range(1, 6)
_NAME_LETTERS = 3
# `Rufino Escoto (1961-2009)`
_LIFE = re.compile(r"\((?:\*|b\.\s?)?[12]\d{3}\s?[-–—]\s?(?:†\s?)?[12]\d{3}\)")


def read_profiles(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the names of such portraits as headlines and the details under them as none.

    Three portraits show them: the texts speak of the names over them, where sections of a list do not.
    """
    read = list(rows)
    found = list(_stacks(rows))
    named = [stack for stack in found if _is_portrait(rows, stack)]
    if len(named) < _AT_LEAST or len(named) * 3 < len(found) * 2:
        return read
    for first, *details in named:
        read[first.index] = replace(first, numbered=True)
        for row in details:
            read[row.index] = replace(
                row, shape=Shape.BYLINE, reason="metadata", date=None, stamp_start=0, stamp_end=0
            )
    return read


def _stacks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Headings set close, the first apart from what stands above, right over a text."""
    stack: list[Row] = []
    for row in rows:
        if row.shape is Shape.HEAD and row.gap:
            stack = [row]
        elif row.shape in (Shape.HEAD, Shape.DATED_HEAD) and stack:
            stack.append(row)
        else:
            if row.is_text and not row.gap and len(stack) - 1 in _DETAILS:
                yield stack
            stack = []


def _is_portrait(rows: Sequence[Row], stack: Sequence[Row]) -> bool:
    first, text = stack[0], rows[stack[-1].index + 1]
    name = {word for word in words_of(first.text) if len(word) >= _NAME_LETTERS}
    known = _LIFE.search(first.text) is not None or not name.isdisjoint(words_of(text.text))
    return name_end(first) is not None and known
