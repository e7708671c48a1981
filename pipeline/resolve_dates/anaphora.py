"""Time counted from a date that the text gave before: two days later, the same evening."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.anchors import FromEarlier, anchor_of
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.rule import Rule, no_duration
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import (
    DAY_PART,
    HEDGE,
    NUMBER,
    ORDINALS,
    UNIT,
    UNITS,
    S,
    compiled,
    is_exact,
    number_of,
)


@dataclass(frozen=True, slots=True)
class WeekTold:
    """The calendar week of the date before, or its Saturday and Sunday."""

    weekend: bool
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "day")
        on = anchor[0].first_day if anchor else None
        if anchor is None or on is None:
            return None
        first = anchor[0].shift((5 if self.weekend else 0) - on.weekday(), "day")
        last = anchor[0].shift(6 - on.weekday(), "day")
        return Resolved(first, last, True, anchor[1]) if first and last else None


@dataclass(frozen=True, slots=True)
class NthDay:
    """A day of the span told before: "the fourth day", "the last day"."""

    number: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        for found in context.recent():
            if found.first != found.last and found.first.day and found.last.day:
                day = found.last if self.number == 0 else found.first.shift(self.number - 1, "day")
                return Resolved(day, day, True, found.text) if day else None
        return None


_SIDES = {
    "before": -1,
    "earlier": -1,
    "previously": -1,
    "prior": -1,
    "later": 1,
    "after": 1,
    "afterwards": 1,
    "following": 1,
    "preceding": -1,
}
_NEXT = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
_LABEL_SIGNS = (",", "-", "–", "—", ":")
_SINGLE = rf"(?P<unit>day|night|week|month|year|{DAY_PART})"

_SAME = compiled(
    rf"(?:(?:earlier|later|late|early){S})?(?:(?:(?:the|that|this){S}(?:very{S})?)?same|that(?:{S}very)?|this(?:{S}very)?(?={S}day)){S}"
    rf"(?P<unit>day|date|{DAY_PART}|month|year)"
)
_THAT_WEEK = compiled(rf"(?:that|(?:the|that){S}(?:very{S})?same){S}(?P<unit>week(?:end)?)")
_COUNTED = compiled(
    rf"{HEDGE}(?P<n>{NUMBER}){S}(?P<unit>{UNIT}){S}(?P<side>earlier|previously|prior|later|afterwards|(?:before|after)(?!{S}\d))"
    rf"(?:{S}to{S}the{S}(?:very{S})?day)?"
)
_THE_DAY = compiled(rf"the{S}{_SINGLE}{S}(?P<side>before|after|earlier|following|preceding)")
_NEXT_DAY = compiled(
    rf"(?:the{S}(?:very{S})?(?P<which>next|following|previous|preceding)|(?P<which2>next)){S}{_SINGLE}"
)
_NTH_DAY = compiled(
    rf"the{S}(?P<n>{alternation(ORDINALS)}|last|final|opening|closing|\d{{1,2}}(?:st|nd|rd|th)){S}day"
)


def _single(unit: str) -> tuple[str, int]:
    return UNITS.get(unit.casefold(), ("day", 1))


def _same(match: re.Match[str]) -> FromEarlier:
    return FromEarlier(0, _single(match["unit"])[0])


def _is_that_day(match: re.Match[str], around: Surroundings) -> bool:
    """ "to this day" means until now."""
    this = match.group()[:4].casefold() == "this"
    return not (this and around.previous_word(match.start()).casefold() == "to")


def _that_week(match: re.Match[str]) -> WeekTold:
    return WeekTold(match["unit"].casefold() == "weekend")


def _points_back(match: re.Match[str], around: Surroundings) -> bool:
    """ "said that week after week" and "the same week of the year" aside."""
    first = around.tree.at(match.start(), match.start() + 1)
    is_determiner = bool(first) and around.tree.tokens[first[0]].dep == "det"
    return is_determiner and around.next_word(match.end()).casefold() not in ("of", "after", "long")


def _counted(match: re.Match[str]) -> FromEarlier:
    unit, size = UNITS[match["unit"].casefold()]
    return FromEarlier(_SIDES[match["side"].casefold()] * number_of(match["n"]) * size, unit, is_exact(match))


def _is_counted(match: re.Match[str], around: Surroundings) -> bool:
    """No length of time, and no label of a headline: "The dam, ten years later"."""
    ends = not around.after(match.end()).strip(" .!?:”\"'")
    label = (
        ends
        and around.before(match.start()).rstrip(" ")[-1:] in _LABEL_SIGNS
        and around.is_first_block(match.start())
    )
    object_before = around.previous_word(match.start()).casefold() == "her"  # "pardoned her two days later"
    later = match["side"].casefold() in ("later", "earlier", "afterwards")
    return (no_duration(match, around) or (object_before and later)) and not label


def _the_day(match: re.Match[str]) -> FromEarlier:
    unit, size = _single(match["unit"])
    side = match["side"].casefold()
    return FromEarlier(_SIDES[side] * size, unit, scene=side in ("following", "preceding"))


def _next_day(match: re.Match[str]) -> FromEarlier | None:
    unit, size = _single(match["unit"])
    if match["which"] is None and unit != "day":
        return None  # "next year" counts from today
    return FromEarlier(_NEXT[(match["which"] or match["which2"]).casefold()] * size, unit)


def _nth_day(match: re.Match[str]) -> NthDay:
    word = match["n"].casefold()
    if word in ("opening", "last", "final", "closing"):
        return NthDay(1 if word == "opening" else 0)
    return NthDay(ORDINALS.get(word) or int(word[:-2]))


def _is_time(match: re.Match[str], around: Surroundings) -> bool:
    """ "that week of ..." and "the next two" aside: no noun follows that the words belong to."""
    return around.next_word(match.end()).casefold() not in ("of", "long", "old", "shift", "school")


RULES = (
    Rule("same day", _SAME, _same, _is_that_day),
    Rule("that week", _THAT_WEEK, _that_week, _points_back, anchored_only=True),
    Rule("counted from a date", _COUNTED, _counted, _is_counted),
    Rule("the day before", _THE_DAY, _the_day),
    Rule("the next day", _NEXT_DAY, _next_day, _is_time),
    Rule("day of a span", _NTH_DAY, _nth_day, anchored_only=True),
)
