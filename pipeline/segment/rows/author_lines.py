"""The name of who wrote a text, alone in its line between headline and dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_HEADLINE_WORDS = 5
_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]{1,20}(?:\s[^\W\d_a-z]\.)?(?:\s(?:(?:al|el|de|da|bin|van|von)[\s-])?[^\W\d_a-z][\w'’-]{1,20}){1,2}"
)


def read_author_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such names as bylines: close above a date, apart from a headline of some length above.

    Where a name over a date has no such headline, names are the headlines of the page.
    """
    over_dates = [
        (above, row)
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        if row.shape is Shape.HEAD and row.gap and below.shape is Shape.DATE and not below.gap
        if _names_person(row.text)
    ]
    read = list(rows)
    if all(_is_headline(above) for above, _ in over_dates):
        for _, row in over_dates:
            read[row.index] = replace(row, shape=Shape.BYLINE, reason="byline")
    return read


def _is_headline(row: Row) -> bool:
    """Some words in a line of their own, not all with a capital as in the name of a site."""
    words = row.text.split()
    return (
        row.shape is Shape.HEAD and len(words) >= _HEADLINE_WORDS and not all(w[:1].isupper() for w in words)
    )


def _names_person(text: str) -> bool:
    words = set(words_of(text))
    known = lexicon().organisations | lexicon().subheadings | lexicon().periods
    return _NAME.fullmatch(text) is not None and not text.isupper() and words.isdisjoint(known)
