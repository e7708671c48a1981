"""The day on which an item says that it was written: its dateline, a date label, a city and a day.

It is what "today" and "on Monday" count from where the item's date is not known from outside, or
not to the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.scan import Candidate
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
_REACH = 60


def written(item: CleanItem, found: Sequence[Candidate]) -> Moment | None:
    """The item's own date by its dateline; None where it has none."""
    heads = _head_starts(item)
    for candidate in takewhile(lambda c: c.start <= heads[-1] + _REACH, found) if heads else ():
        block = next((b for b in item.blocks if b.start <= candidate.start < b.end), None)
        moment = candidate.expression.moment if isinstance(candidate.expression, Calendar) else None
        if block is None or moment is None or not moment.year or not moment.day:
            continue
        if block.start in heads and _is_dateline(item, block, candidate):
            return moment
    return None


def _head_starts(item: CleanItem) -> list[int]:
    """Where the lines begin that may hold a dateline: the first, those of its kind, the body's first."""
    body = [block for block in item.blocks if block.kind == "body"][:_LINES]
    lines = [*item.blocks[:_LINES], *body, *(b for b in item.blocks if b.kind == "dateline")]
    return sorted({block.start for block in lines if block.kind != "headline"})


def _is_dateline(item: CleanItem, block: Block, candidate: Candidate) -> bool:
    before = item.text[block.start : candidate.start]
    after = item.text[candidate.end : min(block.end, candidate.end + _REACH)]
    if len(before) > _REACH:
        return False
    label = _LABEL.search(before)
    if block.kind == "dateline" or (label is not None and label["colon"]):
        return True
    whole_line = candidate.end + len(after) == block.end and _is_no_sentence(after)
    return _is_no_sentence(before) and (whole_line or _SHUT.match(after) is not None)


def _is_no_sentence(words: str) -> bool:
    """True of a city and a country, an agency, an hour: few words, all of them capitals or numbers."""
    found = words.split()
    return len(found) <= _MOST_WORDS and all(not w[:1].islower() or w.strip(".,:") in _SMALL for w in found)
