"""Days of a month that is not named: the 5th, the 21st of last month, Monday the 22nd."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.calendar_words import WEEKDAY_NAMES, alternation, weekday_number
from pipeline.resolve_dates.anchors import anchor_of
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved, Tense
from pipeline.resolve_dates.words import O, S, compiled


@dataclass(frozen=True, slots=True)
class OnTheDay:
    """A day of the month told or written in: "on the 5th"; of the next if the story has passed it."""

    day: int
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        anchor = _told_day(context) or anchor_of(context, "month")
        if anchor is None:
            return None
        found = Moment(anchor[0].year, anchor[0].month, self.day)
        if anchor[0].day and self.day < anchor[0].day and not context.clause.pluperfect:
            found = self._of_next_month(anchor[0], context) or found
        return Resolved(found, found, False, None) if found.valid else None

    def _of_next_month(self, told: Moment, context: Context) -> Moment | None:
        """ "picked up on 29 July ... On the 1st he wrote": a day that is not after that of writing."""
        month = told.cut("month").shift(1, "month")
        found = Moment(month.year, month.month, self.day) if month else None
        start, today = (
            found.first_day if found and found.valid else None,
            context.published.last_day if context.published else None,
        )
        return found if start is not None and today is not None and start <= today else None


def _told_day(context: Context) -> tuple[Moment, str] | None:
    """The day told last, where since then only months were told that lie before it: "since January"."""
    for found in context.recent():
        if found.last.day:
            one_month = found.first.cut("month") == found.last.cut("month")
            return (found.first if one_month else found.last), found.text
        before = found.clause.pluperfect and not context.clause.pluperfect
        if not (found.clause.lasting or before):
            return None
    return None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of last, this or next month, or of the month told before."""

    day: int
    months: int
    from_earlier: bool
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        anchor = anchor_of(context, "month") if self.from_earlier or not today else (today, today.value)
        month = anchor[0].cut("month").shift(self.months, "month") if anchor else None
        found = Moment(month.year, month.month, self.day) if month else None
        return Resolved(found, found, True, anchor[1]) if found and found.valid and anchor else None


@dataclass(frozen=True, slots=True)
class WeekdayTheNth:
    """A day of the month that must fall on a weekday: the nearest such on the side of the tense."""

    weekday: int
    day: int
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        anchor = (today, today.value) if today and today.month else anchor_of(context, "month")
        side = 1 if context.clause.tense is Tense.FUTURE else -1
        for months in range(_SEARCHED_MONTHS) if anchor else ():
            month = anchor[0].cut("month").shift(side * months, "month") if anchor else None
            found = Moment(month.year, month.month, self.day) if month else None
            on = found.first_day if found and found.valid else None
            if found and on and on.weekday() == self.weekday:
                return Resolved(found, found)
        return None


# In so many months every day of the month falls on every weekday.
_SEARCHED_MONTHS = 14
_NTH = r"(?P<d>(?:[12]?\d|3[01]))(?:st|nd|rd|th)"
_DAY = alternation(WEEKDAY_NAMES)
_OF_A_NOUN = ("amod", "nummod", "compound", "det", "nmod")
_LISTED = re.compile(r",? (?:and |or )?\d")
_MONTHS = {"last": -1, "previous": -1, "this": 0, "same": 0, "that": 0, "next": 1, "following": 1}

_ON_THE = compiled(rf"(?:on|by|until|since|till|of|from|to|after|before|between){S}(?P<x>(?:the{S})?{_NTH})")
_THE = re.compile(rf"(?:^|(?<=[.!?;] ))(?P<x>The {_NTH})(?= (?:was|is|saw|brought|were|had)\b)", re.MULTILINE)
_OF_MONTH = compiled(
    rf"(?:the{S})?(?P<d>(?:[12]?\d|3[01]))(?:st|nd|rd|th)?{S}(?:of{S})?(?:(?P<which>last|this|next)"
    rf"|(?:the{S})(?P<which2>same|previous|following)|(?P<which3>that)){S}month"
)
_WEEKDAY_NTH = compiled(rf"(?P<w>{_DAY}){O},?{S}(?:the{S})?{_NTH}")


def _on_the(match: re.Match[str]) -> OnTheDay:
    return OnTheDay(int(match["d"]))


def _of_month(match: re.Match[str]) -> DayOfMonth:
    word = match["which"] or match["which2"] or match["which3"]
    return DayOfMonth(int(match["d"]), _MONTHS[word.casefold()], from_earlier=match["which"] is None)


def _weekday_nth(match: re.Match[str]) -> WeekdayTheNth | None:
    weekday = weekday_number(match["w"])
    return WeekdayTheNth(weekday, int(match["d"])) if weekday is not None else None


def _stands_alone(match: re.Match[str], around: Surroundings) -> bool:
    """ "on the 5th floor" and "the 19th of the month" apart: no noun may follow."""
    if _LISTED.match(around.after(match.end())):
        return False
    if around.after(match.end())[:1] in (".", ",", ";", ":", ")", ""):
        return True
    following = around.tree.at(match.end() + 1, match.end() + 2)
    if following and around.tree.tokens[following[0]].pos not in ("NOUN", "PROPN", "ADJ"):
        return True
    if following and around.tree.tokens[following[0]].tag == "NNS" and match.start() == match.start("x") - 3:
        return True  # "On the 14th investigators came"
    number = around.tree.head_of(*match.span("d"))
    return number is not None and not (number.dep in _OF_A_NOUN and number.head > number.i)


RULES = (
    Rule("day of the month", _ON_THE, _on_the, _stands_alone),
    Rule("day of the month as subject", _THE, _on_the),
    Rule("day of a month told of", _OF_MONTH, _of_month),
    Rule("weekday and day of the month", _WEEKDAY_NTH, _weekday_nth, _stands_alone),
)
