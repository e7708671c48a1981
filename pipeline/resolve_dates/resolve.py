"""The date expressions of an item, in order, each resolved with what was read before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.context import Clause, Context, Earlier, Resolved
from pipeline.resolve_dates.moment import Moment, of_day
from pipeline.resolve_dates.number_order import is_day_first
from pipeline.resolve_dates.scan import Candidate, find
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.tense import is_deadline, tense_at
from pipeline.schema.flow import CleanItem, DateMention, Parse
from pipeline.syntax import Tree

_BIRTH = re.compile(r"\b(?:born|birth|b\.|née?)[^.;\n]{0,30}$", re.IGNORECASE)
_APPOSED = re.compile(r"^\)?,? {0,2}(?:just |only |exactly )?$")


def resolve_dates(item: CleanItem, parse: Parse) -> list[DateMention]:
    """Every expression of the item that names a point or span of calendar time.

    All blocks are read, in clean offsets, sorted and without overlap. Years and anchors come from
    the item's published date, the dates told before and the tense of the clause; no clock is read.
    """
    around = Surroundings(item.text, Tree(parse, item.text), parse.entities)
    found = find(around)
    published = _published(item)
    other = None if published else _first_whole(found)
    context = Context(published, other, (), Clause(), is_day_first(item, [c.expression for c in found]))
    blocks = [block.start for block in item.blocks]
    earlier: list[Earlier] = []
    mentions = []
    for candidate in found:
        here = replace(context, earlier=earlier, clause=_clause(candidate, around, earlier, blocks))
        resolved = candidate.expression.resolve(here)
        if resolved is None and candidate.rule.anchored_only:
            continue
        mentions.append(_mention(item, candidate, resolved))
        if resolved is not None:
            earlier.append(_remember(item.text, candidate, resolved))
    return mentions


def _published(item: CleanItem) -> Moment | None:
    if item.published_on is None:
        return None
    return of_day(item.published_on).cut(item.published_precision or "day")


def _first_whole(found: list[Candidate]) -> Moment | None:
    whole = (c.expression.moment for c in found if isinstance(c.expression, Calendar))
    return next((moment for moment in whole if moment.year and moment.month), None)


def _clause(candidate: Candidate, around: Surroundings, earlier: list[Earlier], blocks: list[int]) -> Clause:
    last = earlier[-1] if earlier else None
    return Clause(
        tense=tense_at(around.tree, candidate.start, candidate.end),
        deadline=is_deadline(around.before(candidate.start)),
        apposed=last is not None and _is_apposed(around.text, last, candidate),
        block_start=blocks[max(bisect_right(blocks, candidate.start) - 1, 0)] if blocks else 0,
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
