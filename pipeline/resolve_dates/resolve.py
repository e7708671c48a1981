"""The date expressions of an item, in order, each resolved with what was read before it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from pipeline.resolve_dates import ago, deictic, weekdays
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.anchors import FromEarlier
from pipeline.resolve_dates.clauses import clause_of, explains
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.dateline import written
from pipeline.resolve_dates.letters import letters_of, written_on
from pipeline.resolve_dates.moment import Moment, of_day
from pipeline.resolve_dates.number_order import is_day_first
from pipeline.resolve_dates.scan import Candidate, find
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Clause, Earlier, Resolved
from pipeline.resolve_dates.words import EXACT
from pipeline.schema.flow import CleanItem, DateMention, Parse
from pipeline.syntax import Tree

_BIRTH = re.compile(r"\b(?:born|birth|b\.|née?)[^.;\n\t\d]{0,30}$", re.IGNORECASE)


def resolve_dates(item: CleanItem, parse: Parse) -> list[DateMention]:
    """Every expression of the item that names a point or span of calendar time.

    All blocks are read, in clean offsets, sorted and without overlap. Years and anchors come from
    the item's published date, the dates told before and the tense of the clause; no clock is read.
    """
    around = Surroundings(item.text, Tree(parse, item.text), parse.entities)
    found = find(around)
    day_first = is_day_first(item, [c.expression for c in found])
    published = _published(item, found, day_first)
    other = None if published else _first_whole(found)
    context = Context(published, other, (), Clause(), day_first)
    letters = letters_of(item, found)
    blocks = [block.start for block in item.blocks]
    earlier: list[Earlier] = []
    mentions = []
    for candidate, following in zip_longest(found, found[1:]):
        today = written_on(letters, candidate.start, published)
        here = replace(
            context, published=today, earlier=earlier, clause=clause_of(candidate, around, earlier, blocks)
        )
        counted = isinstance(candidate.expression, FromEarlier) or _is_exactly_ago(candidate, item.text)
        resolved: Resolved | None
        if _in_dateline(item, candidate) and today:
            resolved = Resolved(today, today, relative=True)
        elif following and counted:
            resolved = _resolve_with(candidate, following, here, item.text)
        else:
            resolved = candidate.expression.resolve(here)
        if resolved is None and candidate.rule.anchored_only:
            continue
        mentions.append(_mention(item, candidate, resolved))
        if resolved is not None:
            earlier.append(_remember(item.text, candidate, resolved, here.clause))
    return mentions


def _in_dateline(item: CleanItem, candidate: Candidate) -> bool:
    """`Yesterday | Courts`: the item's own date, counted from the day on which the page was saved."""
    counted = candidate.rule in (*ago.RULES, *deictic.RULES, *weekdays.RULES)
    return counted and any(
        block.kind == "dateline" and block.start <= candidate.start < block.end for block in item.blocks
    )


def _is_exactly_ago(candidate: Candidate, text: str) -> bool:
    """ "Exactly a year ago, on 4 May": it is that very day, not some day of the year before."""
    return candidate.rule in ago.RULES and EXACT.search(text[candidate.start : candidate.end]) is not None


def _resolve_with(candidate: Candidate, following: Candidate, here: Context, text: str) -> Resolved | None:
    """An expression counted from the date before, or given by the date right behind it."""
    if not explains(candidate, following, text):
        return candidate.expression.resolve(here)
    told = following.expression.resolve(here)
    return Resolved(told.first, told.last, True, text[following.start : following.end]) if told else None


def _published(item: CleanItem, found: list[Candidate], day_first: bool) -> Moment | None:
    """The item's date as known from outside, or its own dateline where that says more."""
    known = of_day(item.published_on).cut(item.published_precision or "day") if item.published_on else None
    if known is not None and known.day:
        return known
    own = written(item, found, day_first)
    return own if own is not None and (known is None or own.cut(known.precision) == known) else known


def _first_whole(found: list[Candidate]) -> Moment | None:
    whole = (c.expression.moment for c in found if isinstance(c.expression, Calendar))
    return next((moment for moment in whole if moment.year and moment.month), None)


def _remember(text: str, candidate: Candidate, resolved: Resolved, clause: Clause) -> Earlier:
    before = text[max(0, candidate.start - 40) : candidate.start]
    return Earlier(
        start=candidate.start,
        end=candidate.end,
        text=text[candidate.start : candidate.end],
        first=resolved.first,
        last=resolved.last,
        relative=candidate.expression.relative,
        background=candidate.rule.name == "since an event" or _BIRTH.search(before) is not None,
        clause=clause,
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
