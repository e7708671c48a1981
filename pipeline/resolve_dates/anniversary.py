"""Days named by how long ago they were: one year ago on 4 August, 16 May last year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.anaphora import anchor_of
from pipeline.resolve_dates.context import Context, Resolved
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
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
    month,
    month_of,
    number_of,
    year,
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
        anchor = (today, today.value) if self.from_today and today else anchor_of(context, "day")
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


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """So long before or after a date that follows: "two days after 3 May 2012"."""

    amount: int
    unit: str
    partial: Moment
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        from pipeline.resolve_dates.years import complete

        base = self.partial if self.partial.year else complete(self.partial, context)
        found = base.shift(self.amount, self.unit)
        return Resolved(found, found, True, base.value) if found else None


@dataclass(frozen=True, slots=True)
class OnTheDay:
    """A day of the month told or written in: "on the 5th"."""

    day: int
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "month")
        if anchor is None:
            return None
        found = Moment(anchor[0].year, anchor[0].month, self.day)
        return Resolved(found, found, False, None) if found.valid else None


_DATE = rf"(?:{day(1)}(?:{S}of{S}|{S}){month(1)}|{month(2)}{S}(?:the{S})?{day(2)})"
_COUNT = rf"{HEDGE}(?P<n>{NUMBER}){S}(?P<unit>{UNIT})"
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
    rf"{_COUNT}{S}ago{O},?{O}(?:(?P<today>today)|to{S}the{S}day|(?:on{S})?(?:this|the|that)(?:{S}(?:same|very))?{S}(?:day|date))"
    rf"|(?:on{S})?this{S}(?:very{S})?day,?{S}(?P<n2>{NUMBER}){S}(?P<unit2>{UNIT}){S}ago"
    rf"|(?P<l>this{S}day{S}last{S}year)"
)
_AGO_ON = compiled(rf"{_COUNT}{S}ago{O},?{O}(?:on{S}|in{S})?(?:the{S})?{_DATE}")
_ON_AGO = compiled(rf"{_DATE}{O},?{O}{_COUNT}{S}ago")
_OF_YEAR = compiled(
    rf"(?:{_DATE}|{PART}?{month(3)})(?:{O},)?{S}(?:of{S})?(?:in{S})?(?:(?P<which>last|this|next){S}year"
    rf"|the{S}(?P<which2>previous|following|same){S}year|(?P<which3>that){S}year|(?P<which4>the{S}year{S}before))"
)
_COUNTED_FROM = compiled(
    rf"(?:{_COUNT}|(?P<the>the)(?:{S}very)?{S}(?P<unit2>day|week|month|year|eve))"
    rf"{S}(?P<side>before|after|from|since|of|prior{S}to|following){S}(?:the{S})?{_DATE}(?:(?:{O},{O}|{S}){year()})?"
)
_ON_THE = compiled(rf"(?:on|by|until|since|till|of){S}(?P<x>the{S}(?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th)))")
_SIDES = {"before": -1, "prior to": -1, "since": -1, "of": -1, "after": 1, "from": 1, "following": 1}


def _partial(match: re.Match[str]) -> Moment:
    for number in "123":
        name = match.groupdict().get("m" + number)
        if name:
            digits = match.groupdict().get("d" + number)
            return Moment(None, month_of(name), day_of(digits) if digits else None)
    raise AssertionError("the pattern holds a month")


def _ago_same(match: re.Match[str]) -> SameDayAgo:
    if match["l"]:
        return SameDayAgo(1, "year", from_today=True)
    unit, size = UNITS[(match["unit"] or match["unit2"]).casefold()]
    from_today = match["today"] is not None or "to the day" in " ".join(match.group().casefold().split())
    return SameDayAgo(number_of(match["n"] or match["n2"]) * size, unit, from_today)


def _day_ago(match: re.Match[str]) -> DayAgo | None:
    unit, size = UNITS[match["unit"].casefold()]
    partial = _partial(match)
    return DayAgo(partial, number_of(match["n"]) * size) if unit == "year" and partial.valid else None


def _of_year(match: re.Match[str]) -> DayOfYear | None:
    deictic = match["which"]
    word = deictic or match["which2"] or match["which3"] or "the year before"
    partial = _partial(match)
    if not partial.valid or not match.group(_month_group(match))[:1].isupper():
        return None
    return DayOfYear(partial, _YEARS[word.casefold()], from_earlier=deictic is None)


def _month_group(match: re.Match[str]) -> str:
    return next(f"m{number}" for number in "123" if match[f"m{number}"])


def _counted_from(match: re.Match[str]) -> CountedFrom | None:
    side = _SIDES[" ".join(match["side"].casefold().split())]
    word = (match["unit"] or match["unit2"]).casefold()
    unit, size = ("day", 1) if word == "eve" else UNITS[word]
    if (match["side"].casefold() == "of") != (word == "eve"):
        return None
    partial = _partial(match)
    if match["y"]:
        partial = partial.with_year(int(match["y"][:4]))
    amount = side * size * (number_of(match["n"]) if match["n"] else 1)
    return CountedFrom(amount, unit, partial) if partial.valid else None


def _on_the(match: re.Match[str]) -> OnTheDay:
    return OnTheDay(int(match["d"][:-2]))


def _stands_alone(match: re.Match[str], around: Surroundings) -> bool:
    """ "on the 5th floor" and "the 19th of the month" apart: no noun may follow."""
    span = around.tree.at(match.end() + 1, match.end() + 2)
    following = around.after(match.end())[:1]
    if following in (".", ",", ";", ":", ")", ""):
        return True
    return bool(span) and around.tree.tokens[span[0]].pos not in ("NOUN", "PROPN", "ADJ", "NUM")


RULES = (
    Rule("same day ago", _AGO_SAME, _ago_same),
    Rule("years ago on a day", _AGO_ON, _day_ago),
    Rule("day so many years ago", _ON_AGO, _day_ago),
    Rule("day of last, this or next year", _OF_YEAR, _of_year),
    Rule("counted from a date named", _COUNTED_FROM, _counted_from),
    Rule("day of the month", _ON_THE, _on_the, _stands_alone),
)
