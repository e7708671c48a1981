"""Seasons; their value is the year alone, and a winter bears the year that it began in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.anchors import anchor_of
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.deictic import DIRECTIONS
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import SEASON, SEASONS, S, compiled
from pipeline.resolve_dates.years import complete


@dataclass(frozen=True, slots=True)
class SeasonFromToday:
    """The last, this or next season of a name."""

    direction: int
    month: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        if today is None or today.year is None:
            return None
        month = today.month or 12
        year = today.year
        if self.direction < 0 and self.month + 2 >= month:
            year -= 1
        elif self.direction > 0 and self.month <= month:
            year += 1
        elif self.direction == 0 and self.month == 12 and month < 3:
            year -= 1
        return Resolved(Moment(year), Moment(year), True, today.value)


@dataclass(frozen=True, slots=True)
class SeasonFromEarlier:
    """A season of the year told before ("that summer"), or the first after or before it."""

    direction: int
    month: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "year")
        if anchor is None or anchor[0].year is None:
            return None
        told = anchor[0].month or 1
        after = self.direction > 0 and self.month <= told
        before = self.direction < 0 and self.month + 2 >= told
        found = Moment(anchor[0].year + after - before)
        return Resolved(found, found, True, anchor[1])


@dataclass(frozen=True, slots=True)
class SeasonAlone:
    """A season without a year: the likeliest near the day of writing."""

    month: int
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        found = complete(Moment(None, self.month), context).cut("year")
        return Resolved(found, found) if found.year else None


_AFTER = {"that": 0, "same": 0, "following": 1, "previous": -1, "preceding": -1}

_OF_YEAR = compiled(
    rf"(?:(?:the|early|mid|late){S}){{0,2}}{SEASON}(?:{S}of{S}(?:the{S}year{S})?|,?{S}|[-/])(?P<y>(?:19|20)\d\d)(?:/\d\d)?"
)
_FROM_TODAY = compiled(
    rf"(?:(?:early|late|earlier|later){S})?(?P<which>last|this|next|past|coming){S}(?P<season>{SEASON})"
)
_FROM_EARLIER = compiled(
    rf"(?:that|the{S}(?:very{S})?(?P<which>same|following|previous|preceding)){S}(?P<season>{SEASON})"
)
_ALONE = compiled(
    rf"(?:in|since|until|till|during|for|by){S}(?P<x>(?:the{S})?(?:(?:early|mid|late){S})?"
    r"(?P<season>spring|summer|autumn|winter|(?<=the )fall))(?! of)"
)


def _of_year(match: re.Match[str]) -> Calendar:
    return Calendar(Moment(int(match["y"])))


def _from_today(match: re.Match[str]) -> SeasonFromToday:
    return SeasonFromToday(DIRECTIONS[match["which"].casefold()], SEASONS[match["season"].casefold()])


def _from_earlier(match: re.Match[str]) -> SeasonFromEarlier:
    return SeasonFromEarlier(
        _AFTER[(match["which"] or "that").casefold()], SEASONS[match["season"].casefold()]
    )


def _alone(match: re.Match[str]) -> SeasonAlone:
    return SeasonAlone(SEASONS[match["season"].casefold()])


def _is_time(match: re.Match[str], around: Surroundings) -> bool:
    """No noun follows that the season describes, as in "in summer camps"."""
    return around.next_tag(match.end()) not in ("NN", "NNS", "NNP", "NNPS")


RULES = (
    Rule("season of a year", _OF_YEAR, _of_year),
    Rule("season", _FROM_TODAY, _from_today),
    Rule("season told of", _FROM_EARLIER, _from_earlier, anchored_only=True),
    Rule("season alone", _ALONE, _alone, _is_time, anchored_only=True),
)
