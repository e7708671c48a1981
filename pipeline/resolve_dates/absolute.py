"""Dates written out with a month's name: whole, without a year, or of a month alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.calendar_words import alternation, weekday_number
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import (
    ORDINALS,
    PART,
    WEEKDAY,
    O,
    S,
    compiled,
    day,
    day_of,
    is_other_word,
    month,
    month_of,
    year,
    year_of,
)
from pipeline.resolve_dates.years import complete


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as written; a year that is left out is inferred, with the weekday's help if one is given."""

    moment: Moment
    weekday: int | None = None
    relative: bool = False

    def resolve(self, context: Context) -> Resolved:
        if self.moment.year is not None:
            return Resolved(self.moment, self.moment)
        found = self._on_weekday(complete(self.moment, context))
        return Resolved(found, found)

    def _on_weekday(self, found: Moment) -> Moment:
        if self.weekday is None or found.year is None or found.day is None:
            return found
        for turn in (0, -1, 1):
            moved = found.with_year(found.year + turn)
            on = moved.first_day if moved.valid else None
            if on is not None and on.weekday() == self.weekday:
                return moved
        return found


# "Tuesday, 4 May" and "last Tuesday, the 4th of May"
_ON = (
    rf"(?:(?:(?:last|next|this|coming|past){S})?(?P<w>{WEEKDAY}){O},?{O}(?:the{S})?"
    rf"|the{S}(?=\d{{1,2}}{O}(?:st|nd|rd|th)\b|{alternation(ORDINALS)}\b))?"
)
_OF = rf"(?:{S}(?:of|de|del){S}(?:the{S}year{S}|l['’])?|{O}[-/]{O}|{O},?{O})"
_YEAR = rf"(?:(?:{O},{O}|{S}(?:of|de|del|year|in){S}|{O}[-/]{O}|{S}){year(short=True)})"

# "3 February, Monday." and "3 February (Monday)": the weekday belongs to no noun that follows
_THEN = rf"(?:{O},?{O}(?P<w2>{WEEKDAY})(?= ?(?:[.,;:)\n–—|-]|$))|{S}\((?P<w3>{WEEKDAY})\))?"

_DAY_MONTH_YEAR = compiled(rf"{_ON}{day()}(?:\.(?={S}))?{_OF}{month(foreign=True)}{_YEAR}{_THEN}")
_DAY_MONTH = compiled(rf"{_ON}{day()}{_OF}{month(foreign=True)}{_THEN}")
_MONTH_DAY_YEAR = compiled(rf"{_ON}{month()}{O}[-/]?{O}(?:the{S})?{day()}{_YEAR}{_THEN}")
_MONTH_DAY = compiled(rf"{_ON}{month()}{O}[-/]?{O}(?:the{S})?{day()}{_THEN}")
_YEAR_MONTH_DAY = compiled(rf"{year()}{O},?{O}[-/]?{month(foreign=True)}{O}[-/]?{O}{day()}")
_MONTH_YEAR = compiled(
    rf"{PART}?{month(foreign=True)}(?:{O},{O}|{S}(?:of|de|del){S}(?:the{S}year{S})?|{S}|-|/){year()}"
)

_MONTH_SHORT_YEAR = compiled(rf"{PART}?{month()}{S}(?P<y>['’]\d\d)(?!\d)")


def read_date(match: re.Match[str]) -> Calendar | None:
    found = match.groupdict()
    if is_other_word(found["m"]) and not found.get("y"):
        return None
    moment = Moment(
        year_of(found["y"]) if found.get("y") else None,
        month_of(found["m"]),
        day_of(found["d"]) if found.get("d") else None,
    )
    named = found.get("w") or found.get("w2") or found.get("w3")
    weekday = weekday_number(named) if named else None
    return Calendar(moment, weekday) if moment.valid else None


def _whole_date(match: re.Match[str], around: Surroundings) -> bool:
    short = len(match["y"].lstrip("'’")) == 2
    if short and (around.is_counted(match.end()) or around.after(match.end())[:1] == ":"):
        return False
    return not around.is_name_part(match.end()) and not around.is_serial(match.start())


def _day_and_month(match: re.Match[str], around: Surroundings) -> bool:
    if around.is_name_part(match.end()) or around.is_serial(match.start()):
        return False
    if around.previous_word(match.start()).casefold() in ("every", "each"):
        return False
    if match.end("d") < match.end("m"):
        return not (around.names.leads_name(match.end()) and match["m"].casefold() in around.names.name_words)
    # "in May 30 people were held": the number counts
    before = around.previous_word(match.start()).casefold()
    counts = before == "in" or (before != "on" and around.is_counted(match.end()))
    is_name = match["m"].casefold() in around.names.name_words and around.names.follows_name(match.start())
    return not counts and not is_name


def is_capital(match: re.Match[str], around: Surroundings) -> bool:
    return match["m"][:1].isupper()


RULES = (
    Rule("day month year", _DAY_MONTH_YEAR, read_date, _whole_date),
    Rule("month day year", _MONTH_DAY_YEAR, read_date, _whole_date),
    Rule("year month day", _YEAR_MONTH_DAY, read_date),
    Rule("day month", _DAY_MONTH, read_date, _day_and_month),
    Rule("month day", _MONTH_DAY, read_date, _day_and_month),
    Rule("month year", _MONTH_YEAR, read_date),
    Rule("month and short year", _MONTH_SHORT_YEAR, read_date),
)
