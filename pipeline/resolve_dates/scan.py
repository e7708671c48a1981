"""The candidates of a text: what each rule of the grammar finds, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.kept import kept_lists
from pipeline.openings import openings, starts
from pipeline.resolve_dates import (
    absolute,
    ago,
    anaphora,
    anniversary,
    day_of_month,
    deictic,
    events,
    eves,
    feasts,
    lists,
    month_alone,
    months_by_name,
    numeric,
    numeric_ranges,
    other_languages,
    ranges,
    seasons,
    weekdays,
    year_alone,
)
from pipeline.resolve_dates.context import Expression
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.versions import stage_version

# Where two rules read the same words, the earlier stands.
RULES: tuple[Rule, ...] = (
    *feasts.RULES,
    *ranges.RULES,
    *numeric_ranges.RULES,
    *anniversary.RULES,
    *day_of_month.RULES,
    *lists.RULES,
    *absolute.RULES,
    *month_alone.RULES,
    *other_languages.RULES,
    *numeric.RULES,
    *year_alone.RULES,
    *weekdays.RULES,
    *months_by_name.RULES,
    *deictic.RULES,
    *ago.RULES,
    *seasons.RULES,
    *eves.RULES,
    *events.RULES,
    *anaphora.RULES,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression found in the text, with its clean offsets."""

    start: int
    end: int
    expression: Expression
    rule: Rule


def find(around: Surroundings) -> list[Candidate]:
    """The expressions of a text in order; of those that overlap, the first and then the longest."""
    return list(_without_overlap(_candidates(around)))


def load_rules() -> None:
    """Work out how the rules' matches open, so that processes forked from this one share it."""
    _openers()


def _candidates(around: Surroundings) -> list[Candidate]:
    found = [
        Candidate(*rule.span(match, around), expression, rule)
        for rule, places in zip(RULES, _places(around.text), strict=True)
        for match, expression in _matches(rule, around.text, places)
        if expression is not None and rule.guard(match, around)
    ]
    return sorted(found, key=lambda c: (c.start, -c.end))


def _places(text: str) -> list[list[int] | None]:
    """Where the matches of each rule may begin; None for one whose matches may begin anywhere."""
    found: list[list[int]] = [[] for _ in RULES]
    for start, opening in starts(text):
        for index in _opened_by(opening):
            found[index].append(start)
    _, anywhere = _openers()
    return [None if index in anywhere else own for index, own in enumerate(found)]


@lru_cache(maxsize=65536)
def _opened_by(opening: str) -> tuple[int, ...]:
    """The numbers of the rules whose matches may open so."""
    openers, _ = _openers()
    beginnings = (opening[:length] for length in range(1, len(opening) + 1))
    return tuple(index for beginning in beginnings for index in openers.get(beginning, ()))


@cache
def _openers() -> tuple[dict[str, list[int]], frozenset[int]]:
    """The numbers of the rules by how their matches open, and of those that may match anywhere."""
    known = kept_lists("date_openings", stage_version("resolve_dates"), _openings)
    openers: dict[str, list[int]] = {}
    for index in range(len(RULES)):
        for head in known.get(str(index), ()):
            openers.setdefault(head, []).append(index)
    return openers, frozenset(index for index in range(len(RULES)) if str(index) not in known)


def _openings() -> dict[str, list[str]]:
    found = ((str(index), openings(rule.pattern)) for index, rule in enumerate(RULES))
    return {index: sorted(heads) for index, heads in found if heads is not None}


def _matches(
    rule: Rule, text: str, places: Iterable[int] | None
) -> Iterator[tuple[re.Match[str], Expression | None]]:
    """All matches of a rule, those too that begin inside one that turned out to be none."""
    position = 0
    for match in _all(rule.pattern, text) if places is None else _at(rule.pattern, text, places):
        if match.start() >= position:
            expression = rule.read(match)
            yield match, expression
            position = match.start() + 1 if expression is None else match.end()


def _at(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    return (match for place in places if (match := pattern.match(text, place)))


def _all(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    position = 0
    while (match := pattern.search(text, position)) is not None:
        yield match
        position = match.start() + 1


def _without_overlap(candidates: list[Candidate]) -> Iterator[Candidate]:
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end
