"""Letters inside an item, which have a date of their own.

"Yesterday" in a letter counts from the day on which the letter was written. A letter runs from its
salutation to its closing words, or to the item's end; its date stands on a line of its own beside
the one or the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.scan import Candidate
from pipeline.resolve_dates.words import resource
from pipeline.schema.flow import Block, CleanItem

_WORDS = resource("letters")
_SALUTATION = re.compile(rf"[\"“'«]?{alternation(_WORDS['salutations'])}\b", re.IGNORECASE)
_CLOSING = re.compile(rf"{alternation(_WORDS['closings'])}\b", re.IGNORECASE)
# The date line stands at most so many blocks above the salutation or below the closing words.
_ABOVE, _BELOW = 3, 4
# Words that a date line holds beside its date: a place, "Dated", "Date".
_BESIDE = 4


@dataclass(frozen=True, slots=True)
class Letter:
    """The clean span of a letter and the day on which it was written."""

    start: int
    end: int
    written: Moment


def letters_of(item: CleanItem, found: Sequence[Candidate]) -> tuple[Letter, ...]:
    """The dated letters of an item, in order."""
    dated = dict(_date_lines(item, found))
    letters = []
    for first, last in _extents(item):
        near = [i for i in range(max(first - _ABOVE, 0), last + _BELOW + 1) if i in dated]
        if near:
            letters.append(Letter(item.blocks[first].start, item.blocks[last].end, dated[near[0]]))
    return tuple(letters)


def written_on(letters: Sequence[Letter], position: int, otherwise: Moment | None) -> Moment | None:
    """The date of the letter that holds a clean offset, else the item's own."""
    index = bisect_right(letters, position, key=lambda letter: letter.start) - 1
    return letters[index].written if index >= 0 and position < letters[index].end else otherwise


def _extents(item: CleanItem) -> Iterator[tuple[int, int]]:
    """Indices of the first and last block of each letter."""
    first = None
    for index, block in enumerate(item.blocks):
        if block.kind != "body":
            continue
        text = item.text[block.start : block.end]
        if first is None and _SALUTATION.match(text):
            first = index
        elif first is not None and _CLOSING.match(text):
            yield first, index
            first = None
    if first is not None:
        yield first, len(item.blocks) - 1


def _date_lines(item: CleanItem, found: Sequence[Candidate]) -> Iterator[tuple[int, Moment]]:
    index = 0
    for candidate in found:
        while index < len(item.blocks) and item.blocks[index].end <= candidate.start:
            index += 1
        if index == len(item.blocks):
            return
        moment = candidate.expression.moment if isinstance(candidate.expression, Calendar) else None
        if moment and moment.year and moment.day and _is_date_line(item, item.blocks[index], candidate):
            yield index, moment


def _is_date_line(item: CleanItem, block: Block, candidate: Candidate) -> bool:
    beside = item.text[block.start : candidate.start] + " " + item.text[candidate.end : block.end]
    return block.kind == "body" and len(beside) < 80 and len(beside.split()) <= _BESIDE
