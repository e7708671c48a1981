"""Running heads and feet of printed pages: the same line on every page, with the page's number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"\b(?:page|p\.)\s?\d", re.I)
_LENGTH = 120
_FEET = 4
_LINK_WORDS = 5
_SENTENCE_WORDS = 12


def without_running_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows, with lines that come back with nothing but another page number read as none of news.

    A line in square brackets that comes back is the link under each text.

    >>> from pipeline.segment.text.line import Line
    >>> from pipeline.segment.rows.describe import describe
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
    links = Counter(row.folded.text for row in rows if _is_bracketed(row))
    running = {key for key, count in counts.items() if count > 1 and len(variants[key]) == count}
    read = [_silent(row) if key in running else row for key, row in zip(keys, rows, strict=True)]
    read = [_as_link(row) if links[row.folded.text] > 1 else row for row in read]
    return [_as_text(row) if _breaks_off(read, row) else row for row in read]


def _is_bracketed(row: Row) -> bool:
    """`[Sign the letter]`, alone in its line."""
    text = row.folded.text
    short = len(text.split()) <= _LINK_WORDS
    return short and row.shape is Shape.HEAD and text.startswith("[") and text.endswith("]") and not row.date


def _as_link(row: Row) -> Row:
    return replace(row, shape=Shape.READ_MORE, zone=None, reason="read_more")


def _breaks_off(rows: Sequence[Row], row: Row) -> bool:
    """A paragraph that the foot of the page cuts in the middle of a sentence is no heading."""
    later = rows[row.index + 1 : row.index + 1 + _FEET]
    after = next((other for other in later if other.reason not in ("running head", "pagination")), None)
    cut = row.shape is Shape.HEAD and row.marker == 0 and len(row.text.split()) >= _SENTENCE_WORDS
    return cut and bool(later) and after is not None and after is not later[0] and after.shape is Shape.PROSE


def _as_text(row: Row) -> Row:
    return replace(row, shape=Shape.PROSE)


def _key(row: Row) -> str | None:
    """The line without its numbers; None where it is no candidate."""
    text = row.folded.text
    return _NUMBER.sub("#", text) if len(text) <= _LENGTH and _PAGE.search(text) else None


def _silent(row: Row) -> Row:
    return replace(row, shape=Shape.NOISE, date=None, zone=None, reason="running head")
