"""Time counted back from the day of writing in words: three days ago, half a year ago."""

from __future__ import annotations

import re

from pipeline.resolve_dates.deictic_values import Ahead, FromToday, WeekFromToday
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.words import HEDGE, NUMBER, UNIT, UNITS, S, compiled, is_exact, number_of

_BEFORE_LAST = compiled(rf"the{S}(?P<unit>week|month|year){S}before{S}last")
_AGO = compiled(rf"{HEDGE}(?P<n>{NUMBER}){S}(?:full{S})?(?P<unit>{UNIT}){S}ago")
_HALF = compiled(
    rf"{HEDGE}(?:(?P<n>{NUMBER}){S}and{S}a{S}half{S}years|(?P<n2>{NUMBER}){S}years?{S}and{S}a{S}half"
    rf"|(?P<h>half{S}a{S}year)){S}ago"
)
_FROM_NOW = compiled(rf"(?P<n>{NUMBER}){S}(?P<unit>{UNIT}){S}from{S}(?:now|today)")


_AHEAD = compiled(rf"in{S}(?P<n>{NUMBER}){S}(?P<unit>{UNIT})(?!{S}(?:of|from|after|before|time)\b)")


def _before_last(match: re.Match[str]) -> FromToday | WeekFromToday:
    unit = match["unit"].casefold()
    return WeekFromToday(-2) if unit == "week" else FromToday(-2, unit)


def _ago(match: re.Match[str]) -> FromToday:
    unit, size = UNITS[match["unit"].casefold()]
    return FromToday(-number_of(match["n"]) * size, unit, is_exact(match))


def _half(match: re.Match[str]) -> FromToday:
    number = match["n"] or match["n2"]
    return FromToday(-(number_of(number) * 12 + 6 if number else 6), "month")


def _from_now(match: re.Match[str]) -> FromToday:
    ago = _ago(match)
    return FromToday(-ago.amount, ago.unit)


def _ahead(match: re.Match[str]) -> Ahead:
    ago = _ago(match)
    return Ahead(-ago.amount, ago.unit)


RULES = (
    Rule("before last", _BEFORE_LAST, _before_last),
    Rule("ago", _AGO, _ago),
    Rule("and a half ago", _HALF, _half),
    Rule("from now", _FROM_NOW, _from_now),
    Rule("in so many days", _AHEAD, _ahead, anchored_only=True),
)
