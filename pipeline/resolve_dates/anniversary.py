"""Days named by how long ago they were: one year ago on 4 August, 16 May last year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.anchors import anchor_of
from pipeline.resolve_dates.context import Context, Resolved
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


@dataclass(frozen=True, slots=True)
class SameDayAgo:
    """Exactly so long before a day: "one year ago today", "two years ago on this day"."""

    amount: int
    unit: str
    from_today: bool
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        told = [date for date in context.recent() if date.first.day and not date.relative]
        anchor = (told[0].first, told[0].text) if told and not self.from_today else None
        if anchor is None and today:
            anchor = today, today.value
        found = anchor[0].shift(-self.amount, self.unit) if anchor and anchor[0].day else None
        return Resolved(found, found, True, anchor[1]) if found and anchor else None


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day or month of a year that is counted from today's, or from that of the date before."""

    partial: Moment
    years: int
    from_earlier: bool = False
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "year") if self.from_earlier else None
        if anchor is None and context.published and not self.from_earlier:
            anchor = context.published, context.published.value
        if anchor is None or anchor[0].year is None:
            return Resolved(self.partial, self.partial, True) if self.partial.day else None
        found = self.partial.with_year(anchor[0].year + self.years)
        return Resolved(found, found, True, anchor[1]) if found.valid else None


@dataclass(frozen=True, slots=True)
class DayAgo:
    """The day of that name nearest to so many years ago."""

    partial: Moment
    years: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        then = today.shift(-self.years, "year") if today else None
        near = then.first_day if then else None
        if today is None or near is None:
            return None
        moments = [self.partial.with_year(year) for year in (near.year - 1, near.year, near.year + 1)]
        found = min(
            (m for m in moments if m.valid), key=lambda m: _distance(m, near.toordinal()), default=None
        )
        return Resolved(found, found, True, today.value) if found else None


def _distance(moment: Moment, ordinal: int) -> int:
    first = moment.first_day
    return abs(first.toordinal() - ordinal) if first else ordinal


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
    rf"{COUNT}{S}ago{O},?{O}(?:(?P<today>today)|to{S}the{S}day|(?:on{S})?(?:this|the|that)(?:{S}(?:same|very))?{S}(?:day|date))"
    rf"|this{S}(?:very{S})?day,?{S}(?P<n2>{NUMBER}){S}(?P<unit2>{UNIT}){S}ago"
    rf"|(?P<l>this{S}day{S}last{S}year)"
)
_AGO_ON = compiled(rf"{COUNT}{S}ago{O},?{O}(?:on{S}|in{S})?(?:the{S})?{DATE}")
_ON_AGO = compiled(rf"(?:{DATE}|{month(3)}){O},?{O}{COUNT}{S}ago")
_OF_YEAR = compiled(
    rf"(?:{DATE}|{PART}?{month(3)})(?:{O},)?{S}(?:of{S})?(?:in{S})?(?:(?P<which>last|this|next){S}year"
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
    unit, size = UNITS[(match["unit"] or match["unit2"]).casefold()]
    from_today = match["today"] is not None or "to the day" in " ".join(match.group().casefold().split())
    return SameDayAgo(number_of(match["n"] or match["n2"]) * size, unit, from_today)


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
