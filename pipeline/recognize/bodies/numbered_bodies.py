"""Organisations by a number: "teachers of Section 22", "Article 36 condemned", "Radio Mekong 101.5"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.recognize.bodies.left_edge import left_edge
from pipeline.recognize.claims import Candidate
from pipeline.recognize.context import Context
from pipeline.recognize.words.words import Word

_MEGAHERTZ = range(65, 109)  # of the stations of all countries


def numbered_body(context: Context) -> Iterator[Candidate]:
    """A noun and number that act or have members; an article of a law does and has not."""
    organizations = context.lexicon.organizations
    for word in context.free_names():
        if word.lower not in organizations.numbered and word.lower not in organizations.numbered_always:
            continue
        number = context.text.after(word.i)
        if number is None or not number.text.isdigit() or len(number.text) > 4:
            continue
        verb = context.text.after(number.i)
        if verb is not None and verb.lower == "of":
            continue  # a part of something: "Branch 15 of the court"
        acts = verb is not None and verb.lower in organizations.numbered_after
        if (
            acts
            or word.lower in organizations.numbered_always
            or _owner(context, word).lower in organizations.numbered_after
        ):
            yield Candidate(word.i, number.i + 1, "organization")


def station(context: Context) -> Iterator[Candidate]:
    """A broadcaster by its frequency: "Lake FM 89.3", "Radio 92.7"."""
    for word in context.free_words():
        decimal = context.text.after(word.i, ".")
        if decimal is None or not _is_frequency(word.text, decimal.text):
            continue
        if (
            (name := context.text.before(word.i)) is None
            or not name.capital
            or not context.claims.free(name.i)
        ):
            continue
        first = left_edge(context, name.i) if context.can_name(name) else name.i
        before = context.text.before(first)
        if before is not None and before.capital and before.opening and not context.is_opener(before):
            first = before.i
        if not context.is_calendar(name) and name.lower not in context.lexicon.others.openers:
            yield Candidate(first, decimal.i + 1, "organization")


def _is_frequency(whole: str, decimal: str) -> bool:
    return whole.isdecimal() and len(decimal) == 1 and decimal.isdecimal() and int(whole) in _MEGAHERTZ


def _owner(context: Context, word: Word) -> Word:
    """What is said to be of a name: "teachers" in "teachers of the Section 22"; else the name itself."""
    link = context.text.before(word.i)
    if link and link.lower == "the":
        link = context.text.before(link.i)
    owner = context.text.before(link.i) if link and link.lower in ("of", "from", "at") else None
    return owner or word
