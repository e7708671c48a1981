"""The day on which an item says that it was written: its dateline, a date label, a city and a day.

It is what "today" and "on Monday" count from where the item's date is not known from outside, or
not to the day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.numeric import TwoNumbers
from pipeline.resolve_dates.scan import Candidate
from pipeline.resolve_dates.told import Clause
from pipeline.resolve_dates.words import resource
from pipeline.schema.flow import Block, CleanItem

_WORDS = resource("words")["date_labels"]
_LABEL = re.compile(rf"\b{alternation(_WORDS['words'])}(?: on| at)?(?P<colon> ?:)? {{0,2}}$", re.IGNORECASE)
# Words in lower case that stand in a line of place, date and hour, which is no sentence.
_SMALL = frozenset(_WORDS["small"])
_MOST_WORDS = 7
_SHUT = re.compile(r"(?:, ?\d{1,2}[:.h]\d\d)?[)\]]? ?(?:-{1,2}|–|—|:|\||\)|/)(?: |$|\w)")
# Lines of an item's head and foot among which a line of date alone is looked for.
_LINES = 3
_PER_LINE = 2
_REACH = 60


def written(item: CleanItem, found: Sequence[Candidate], day_first: bool) -> Moment | None:
    """The item's own date by its dateline; None where it has none. `day_first` decides 03/08/2012."""
    for block in _heads(item):
        first = bisect_left(found, block.start, key=lambda c: c.start)
        for candidate in found[first : first + _PER_LINE]:
            moment = _moment(candidate, day_first) if candidate.end <= block.end else None
            if moment is not None and moment.day and _is_dateline(item, block, candidate):
                return moment
    return None


def _moment(candidate: Candidate, day_first: bool) -> Moment | None:
    """The day that the candidate names whole, year and all."""
    named = candidate.expression
    if isinstance(named, Calendar):
        return named.moment if named.moment.year else None
    if not isinstance(named, TwoNumbers) or named.year is None:
        return None
    read = named.resolve(Context(None, None, (), Clause(), day_first))
    return read.first if read else None


def _heads(item: CleanItem) -> list[Block]:
    """The lines that may hold a dateline: the first, those of its kind, the body's first."""
    body = [block for block in item.blocks if block.kind == "body"][:_LINES]
    lines = [*item.blocks[:_LINES], *body, *(b for b in item.blocks if b.kind == "dateline")]
    heads = {block.start: block for block in lines if block.kind != "headline"}
    return [heads[start] for start in sorted(heads)]


def _is_dateline(item: CleanItem, block: Block, candidate: Candidate) -> bool:
    before = item.text[block.start : candidate.start]
    after = item.text[candidate.end : min(block.end, candidate.end + _REACH)]
    if len(before) > _REACH:
        return False
    label = _LABEL.search(before)
    if block.kind == "dateline" or (label is not None and label["colon"]):
        return True
    whole_line = candidate.end + len(after) == block.end and _is_no_sentence(after)
    return _is_no_sentence(before) and (whole_line or _shuts(before, after))


def _shuts(before: str, after: str) -> bool:
    """A dash, a colon, a bracket; behind a place and its comma a full stop as well."""
    return _SHUT.match(after) is not None or (before.rstrip().endswith(",") and after.startswith(". "))


def _is_no_sentence(words: str) -> bool:
    """True of a city and a country, an agency, an hour: few words, all of them capitals or numbers."""
    found = words.split()
    return len(found) <= _MOST_WORDS and all(not w[:1].islower() or w.strip(".,:") in _SMALL for w in found)
