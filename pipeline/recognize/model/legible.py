"""Text that the model can read in bounded time and memory, as long as the text it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = 5_000
"""Characters that the model reads at once; spaCy's own limit is a million, at a gigabyte of memory."""

_RUN = re.compile(r"[^\w\s]{64,}|\S{1000,}")
"""Runs in which the tokenizer, which peels off signs one at a time, needs quadratic time."""


def legible(text: str) -> str:
    """The text with long runs of signs, and words that are none, as letters, and tabs as spaces.

    >>> legible("no " + "&" * 70) == "no " + "x" * 70
    True
    """
    return _RUN.sub(lambda run: "x" * len(run.group()), text).replace("\t", " ")


def cut(text: str, length: int = PIECE) -> Iterator[tuple[int, str]]:
    """A text in pieces of at most `length` characters, cut at spaces where there are any.

    >>> list(cut("one two three", 8))
    [(0, 'one two '), (8, 'three')]
    """
    start = 0
    while len(text) - start > length:
        space = text.rfind(" ", start, start + length)
        end = space + 1 if space > start else start + length
        yield start, text[start:end]
        start = end
    yield start, text[start:]
