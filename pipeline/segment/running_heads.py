"""Running heads and feet of printed pages: the same line on every page, with the page's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows import Row, Shape

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"\b(?:page|p\.)\s?\d", re.I)
_LENGTH = 120


def without_running_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows, with lines that come back with nothing but another page number read as none of news.

    >>> from pipeline.segment.line import Line
    >>> from pipeline.segment.rows import describe
    >>> page = [describe(i, Line(0, 9, False), f"The Bulletin  Page {i}") for i in range(3)]
    >>> [row.reason for row in without_running_heads(page)]
    ['running head', 'running head', 'running head']
    """
    keys = [_key(row) for row in rows]
    variants: dict[str, set[str]] = {}
    for key, row in zip(keys, rows, strict=True):
        if key is not None:
            variants.setdefault(key, set()).add(row.folded.text)
    counts = Counter(key for key in keys if key is not None)
    running = {key for key, count in counts.items() if count > 1 and len(variants[key]) == count}
    return [_silent(row) if key in running else row for key, row in zip(keys, rows, strict=True)]


def _key(row: Row) -> str | None:
    """The line without its numbers; None where it is no candidate."""
    text = row.folded.text
    return _NUMBER.sub("#", text) if len(text) <= _LENGTH and _PAGE.search(text) else None


def _silent(row: Row) -> Row:
    return replace(row, shape=Shape.NOISE, date=None, zone=None, reason="running head")
