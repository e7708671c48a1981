"""Headings that are names of people, as in lists of prisoners and obituaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.given_names import gender_of_given_name
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_AT_LEAST = 3
_NAME_WORDS = 5
# `Mariam, 34, Thatta`
_AGE = re.compile(r"\s?[,(]\s?(?:aged\s)?\d{1,2}\b(?!\s(?:people|days|years\sof))")
_AFTER_NAME = re.compile(r"\s?[(\[–—,†]|\s-\s|\s[*+]$")
# `HUAMÁN CCENTE, Saturnina`, `Mamani Flores, Teófilo`: the given names behind the family's
_JOINED = re.compile(r"\s(?:&|and)\s")
_FULL = 2
_GIVEN = re.compile(
    r",\s([^\W\d_a-z][\w’'.-]{1,20}(?:\s[^\W\d_a-z][\w’'.-]{0,20}){0,2})(?=$|\s?[(\[–—,]|\s-\s)"
)


def lists_names(rows: Sequence[Row]) -> bool:
    """Nearly all headings over a text are names of people, at least three of them.

    Where most of them are numbered, those without a number are the page's own.
    """
    heads = list(_heads(rows))
    numbered = [row for row in heads if row.numbered]
    heads = numbered if len(numbered) >= _AT_LEAST and 2 * len(numbered) > len(heads) else heads
    named = sum(name_end(row) is not None for row in heads)
    return named >= _AT_LEAST and named * 5 >= 4 * len(heads)


def _heads(rows: Sequence[Row]) -> Iterator[Row]:
    """The headings over texts; of several set close, the first where the text opens with its words."""
    stack: list[Row] = []
    for row in rows:
        if row.shape is Shape.HEAD:
            stack = [row] if row.gap else [*stack, row]
        elif row.shape is not Shape.BYLINE:
            if stack and row.is_text:
                yield stack[0] if row.text.startswith(stack[0].text) else stack[-1]
            stack = []


def puts_family_first(rows: Sequence[Row]) -> bool:
    """Headings that are names have the given ones behind a comma: most of those are known as such."""
    found = [
        (name, given)
        for row in _heads(rows)
        for name in _AFTER_NAME.split(row.text, maxsplit=1)[:1]
        if (given := _GIVEN.match(row.text, len(name)))
    ]
    known = sum(_is_given(name, given) for name, given in found)
    return known >= _FULL and known * 2 >= len(found)


def _is_given(family: str, given: re.Match[str]) -> bool:
    return family.isupper() or gender_of_given_name(given[1].split()[0].strip(".")) is not None


def name_end(row: Row, family_first: bool = False) -> int | None:
    """Where the name ends that a heading begins with, in folded offsets; None where it is no name.

    What stands behind a comma is part of it if that is a given name, or may be one on such a page.

    >>> from pipeline.segment.text.line import Line
    >>> from pipeline.segment.rows.describe import describe
    >>> name_end(describe(0, Line(0, 9, True), "Asel TOKTOSUNOVA, 31 - released"))
    16
    >>> name_end(describe(0, Line(0, 9, True), "Two boatmen, names unknown")) is None
    True
    """
    name = _AFTER_NAME.split(row.text, maxsplit=1)[0]
    given = _GIVEN.match(row.text, len(name))
    if given and (family_first or _is_given(name, given)):
        return row.text_start + given.end(1)
    parts = [part.split() for part in _JOINED.split(name)]
    words = name.split() if any(len(part) < _FULL for part in parts) else parts[0]
    capital = all(word[:1].isupper() for part in parts for word in part)
    known = lexicon().subheadings.intersection(words_of(name))
    aged = len(words) == 1 and _AGE.match(row.text, len(name)) is not None
    full = 2 <= len(words) <= _NAME_WORDS or aged
    return row.text_start + len(name) if full and capital and not known else None
