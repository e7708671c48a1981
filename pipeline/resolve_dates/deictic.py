"""Time counted from when the text was written: today, last autumn, three days ago."""

from __future__ import annotations

import re

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.deictic_values import EndOfUnit, FromToday, TheWeekend, WeekFromToday
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import (
    DAY_PART,
    PART,
    S,
    compiled,
)

DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "last evening": -1,
    "the night before last": -2,
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}

_OWNERS = frozenset(["the", "his", "her", "its", "their", "my", "our", "your"])

_NAMED_DAY = compiled(alternation(_DAYS))
_THIS_PART = compiled(rf"this{S}(?:(?:very|same|early|late){S})?{DAY_PART}")
_UNIT = compiled(
    rf"(?:(?:earlier|later){S}|{PART})?(?P<the>the{S})?(?P<which>last|this|next|current|coming|past){S}(?P<unit>week(?:end)?|month|year)"
)
_WEEKEND = compiled(rf"(?:over|at|on|during){S}(?P<x>the{S}weekend)(?!{S}of\b)")
_END_OF_UNIT = compiled(rf"the{S}(?:end|close|beginning|start|middle){S}of{S}the{S}(?P<unit>month|year)")


def _named_day(match: re.Match[str]) -> FromToday:
    return FromToday(_DAYS[" ".join(match.group().casefold().split())], "day")


def _this_part(match: re.Match[str]) -> FromToday:
    return FromToday(0, "day")


def _unit(match: re.Match[str]) -> FromToday | WeekFromToday:
    direction, unit = DIRECTIONS[match["which"].casefold()], match["unit"].casefold()
    if unit.startswith("week"):
        return WeekFromToday(direction, unit == "weekend")
    return FromToday(direction, unit)


def _is_point(match: re.Match[str], around: Surroundings) -> bool:
    """ "the last year" and "the next week" are durations or counted from elsewhere."""
    which = match["which"].casefold()
    if match["the"]:
        return which == "current"
    owned = (
        around.previous_word(match.start()).casefold() in _OWNERS and around.after(match.end())[1:2] != "s"
    )
    return which not in ("past", "current", "coming") and not owned


def _end_of_unit(match: re.Match[str]) -> EndOfUnit:
    return EndOfUnit(match["unit"].casefold())


RULES = (
    Rule("named day", _NAMED_DAY, _named_day),
    Rule("part of today", _THIS_PART, _this_part),
    Rule("last, this or next", _UNIT, _unit, _is_point),
    Rule("the weekend", _WEEKEND, lambda match: TheWeekend()),
    Rule("end of this", _END_OF_UNIT, _end_of_unit),
)
