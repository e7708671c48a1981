"""Days named by how long ago they were: one year ago on 4 August, 16 May last year."""

from __future__ import annotations

import re

from pipeline.resolve_dates.anniversary_values import DayAgo, DayOfYear, SameDayAgo
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.words import (
    HEDGE,
    NUMBER,
    PART,
    UNIT,
    UNITS,
    O,
    S,
    compiled,
    day,
    day_of,
    is_other_word,
    month,
    month_of,
    number_of,
)

DATE = rf"(?:{day(1)}(?:{S}of{S}|{S}){month(1)}|{month(2)}{S}(?:the{S})?{day(2)})"
COUNT = (
    rf"{HEDGE}(?P<n>{NUMBER}){S}(?P<unit>{UNIT})"
    rf"(?:{S}to{S}the{S}(?:very{S})?day(?={S}(?:after|since)))?"
)
_YEARS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "previous": -1,
    "following": 1,
    "same": 0,
    "that": 0,
    "the year before": -1,
}

_AGO_SAME = compiled(
    rf"{COUNT}{S}ago{O},?{O}(?:(?P<today>today)|to{S}(?:the|this|that){S}(?:very{S})?(?:day|date)|(?:on{S})?(?:this|the|that)(?:{S}(?:same|very))?{S}(?:day|date))"
    rf"|this{S}(?:very{S})?day,?{S}(?P<n2>{NUMBER}){S}(?P<unit2>{UNIT}){S}ago"
    rf"|(?P<same>today|(?:the|this|that){S}(?:very{S})?same{S}(?:day|date)){O},?{O}"
    rf"(?:exactly{S}|precisely{S})?(?P<n3>{NUMBER}){S}(?P<unit3>{UNIT}){S}ago"
    rf"|(?P<l>this{S}day{S}last{S}year)"
)
_AGO_ON = compiled(rf"{COUNT}{S}ago{O},?{O}(?:on{S}|in{S})?(?:the{S})?{DATE}")
_ON_AGO = compiled(rf"(?:{DATE}|{month(3)}){O},?{O}{COUNT}{S}ago")
_OF_YEAR = compiled(
    rf"(?:(?:the{S})?{DATE}|{PART}?{month(3)})(?:{O},)?{S}(?:of{S})?(?:in{S})?(?:(?P<which>last|this|next){S}year"
    rf"|the{S}(?P<which2>previous|following|same){S}year|(?P<which3>that){S}year|(?P<which4>the{S}year{S}before))"
)


def partial_of(match: re.Match[str]) -> Moment | None:
    """The day or month that the pattern's groups name; None where they are other words."""
    for number in "123":
        name = match.groupdict().get("m" + number)
        if name:
            digits = match.groupdict().get("d" + number)
            partial = Moment(None, month_of(name), day_of(digits) if digits else None)
            return partial if partial.valid and not is_other_word(name) else None
    return None


def _ago_same(match: re.Match[str]) -> SameDayAgo:
    if match["l"]:
        return SameDayAgo(1, "year", from_today=True)
    unit, size = UNITS[(match["unit"] or match["unit2"] or match["unit3"]).casefold()]
    said = " ".join(match.group().casefold().split())
    from_today = any((match["today"], match["same"], " to the day" in said, " to this " in said))
    return SameDayAgo(number_of(match["n"] or match["n2"] or match["n3"]) * size, unit, from_today)


def _day_ago(match: re.Match[str]) -> DayAgo | None:
    unit, size = UNITS[match["unit"].casefold()]
    partial = partial_of(match)
    return DayAgo(partial, number_of(match["n"]) * size) if unit == "year" and partial else None


def _of_year(match: re.Match[str]) -> DayOfYear | None:
    deictic = match["which"]
    word = deictic or match["which2"] or match["which3"] or "the year before"
    partial = partial_of(match)
    if partial is None or not match.group(_month_group(match))[:1].isupper():
        return None
    return DayOfYear(partial, _YEARS[word.casefold()], from_earlier=deictic is None)


def _month_group(match: re.Match[str]) -> str:
    return next(f"m{number}" for number in "123" if match[f"m{number}"])


RULES = (
    Rule("same day ago", _AGO_SAME, _ago_same),
    Rule("years ago on a day", _AGO_ON, _day_ago),
    Rule("day so many years ago", _ON_AGO, _day_ago),
    Rule("day of last, this or next year", _OF_YEAR, _of_year),
)
