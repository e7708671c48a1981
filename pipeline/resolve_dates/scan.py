"""The candidates of a text: what each rule of the grammar finds, without overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.resolve_dates import (
    absolute,
    ago,
    anaphora,
    anniversary,
    day_of_month,
    deictic,
    events,
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

# Where two rules read the same words, the earlier stands.
RULES: tuple[Rule, ...] = (
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


def _candidates(around: Surroundings) -> list[Candidate]:
    found = [
        Candidate(*rule.span(match, around), expression, rule)
        for rule in RULES
        for match in _matches(rule, around.text)
        if (expression := rule.read(match)) is not None and rule.guard(match, around)
    ]
    return sorted(found, key=lambda c: (c.start, -c.end))


def _matches(rule: Rule, text: str) -> Iterator[re.Match[str]]:
    """All matches of a rule, those too that begin inside one that turned out to be none."""
    position = 0
    while (match := rule.pattern.search(text, position)) is not None:
        yield match
        position = match.end() if rule.read(match) is not None else match.start() + 1


def _without_overlap(candidates: list[Candidate]) -> Iterator[Candidate]:
    end = 0
    for candidate in candidates:
        if candidate.start >= end:
            yield candidate
            end = candidate.end
