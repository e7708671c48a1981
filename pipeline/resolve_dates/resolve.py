"""The date expressions of an item, in order, each resolved with what was read before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.resolve_dates import (
    absolute,
    anaphora,
    anniversary,
    day_of_month,
    deictic,
    events,
    lists,
    named,
    numeric,
    ranges,
    seasons,
    year_alone,
)
from pipeline.resolve_dates.absolute import FULL_MONTH
from pipeline.resolve_dates.context import Clause, Context, Earlier, Expression, Resolved
from pipeline.resolve_dates.moment import Moment, of_day
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.tense import is_deadline, tense_at
from pipeline.schema.flow import CleanItem, DateMention, Parse
from pipeline.syntax import Tree

# Where two rules read the same words, the earlier stands.
RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *anniversary.RULES,
    *day_of_month.RULES,
    *absolute.RULES,
    *lists.RULES,
    *numeric.RULES,
    *year_alone.RULES,
    *named.RULES,
    *deictic.RULES,
    *seasons.RULES,
    *events.RULES,
    *anaphora.RULES,
)
_BIRTH = re.compile(r"\b(?:born|birth|b\.|née?)[^.;\n]{0,30}$", re.IGNORECASE)
_APPOSED = re.compile(r"^\)?,? {0,2}(?:just |only |exactly )?$")
_US_DATE = re.compile(rf"\b{FULL_MONTH} \d{{1,2}}(?!\d)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An expression found in the text, with its clean offsets."""

    start: int
    end: int
    expression: Expression
    rule: Rule


def resolve_dates(item: CleanItem, parse: Parse) -> list[DateMention]:
    """Every expression of the item that names a point or span of calendar time.

    All blocks are read, in clean offsets, sorted and without overlap. Years and anchors come from
    the item's published date, the dates told before and the tense of the clause; no clock is read.
    """
    around = Surroundings(item.text, Tree(parse, item.text), parse.entities)
    found = list(_without_overlap(_candidates(around)))
    published = _published(item)
    other = None if published else _first_whole(found)
    context = Context(published, other, (), Clause(), _is_day_first(item, found))
    earlier: list[Earlier] = []
    mentions = []
    for candidate in found:
        here = replace(context, earlier=earlier, clause=_clause(candidate, around, earlier))
        resolved = candidate.expression.resolve(here)
        if resolved is None and candidate.rule.anchored_only:
            continue
        mentions.append(_mention(item, candidate, resolved))
        if resolved is not None:
            earlier.append(_remember(item.text, candidate, resolved))
    return mentions


def _candidates(around: Surroundings) -> list[Candidate]:
    found = [
        Candidate(*rule.span(match), expression, rule)
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


def _published(item: CleanItem) -> Moment | None:
    if item.published_on is None:
        return None
    return of_day(item.published_on).cut(item.published_precision or "day")


def _first_whole(found: list[Candidate]) -> Moment | None:
    whole = (c.expression.moment for c in found if isinstance(c.expression, absolute.Calendar))
    return next((moment for moment in whole if moment.year and moment.month), None)


def _is_day_first(item: CleanItem, found: list[Candidate]) -> bool:
    """Whether 03/08/2012 is the third of August: as the item's own date shows, else as its months stand."""
    dates = [
        c.expression
        for c in found
        if isinstance(c.expression, numeric.TwoNumbers) and not c.expression.dotted
    ]
    for two in dates:
        if two.left > 12 or two.right > 12:
            return two.left > 12
    for two in dates:
        if item.published_on and two.year == item.published_on.year:
            month_day = (item.published_on.month, item.published_on.day)
            if month_day in ((two.left, two.right), (two.right, two.left)):
                return month_day == (two.right, two.left)
    return _US_DATE.search(item.text) is None or not dates


def _clause(candidate: Candidate, around: Surroundings, earlier: list[Earlier]) -> Clause:
    last = earlier[-1] if earlier else None
    return Clause(
        tense=tense_at(around.tree, candidate.start, candidate.end),
        deadline=is_deadline(around.before(candidate.start)),
        apposed=last is not None and _is_apposed(around.text, last, candidate),
        block_start=around.text.rfind("\n", 0, candidate.start) + 1,
    )


def _is_apposed(text: str, last: Earlier, candidate: Candidate) -> bool:
    return candidate.start - last.end < 12 and _APPOSED.match(text[last.end : candidate.start]) is not None


def _remember(text: str, candidate: Candidate, resolved: Resolved) -> Earlier:
    before = text[max(0, candidate.start - 40) : candidate.start]
    return Earlier(
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        first=resolved.first,
        last=resolved.last,
        relative=candidate.expression.relative,
        background=candidate.rule.name == "since an event" or _BIRTH.search(before) is not None,
    )


def _mention(item: CleanItem, candidate: Candidate, resolved: Resolved | None) -> DateMention:
    first, last = (resolved.first, resolved.last) if resolved else (None, None)
    return DateMention(
        item_id=item.item_id,
        start=candidate.start,
        end=candidate.end,
        text=item.text[candidate.start : candidate.end],
        value=first.value if first else None,
        date_start=first.first_day if first else None,
        date_end=last.last_day if last else None,
        precision=first.precision if first else None,
        relative=candidate.expression.relative,
        anchor=resolved.anchor if resolved else None,
        rule=candidate.rule.name,
    )
