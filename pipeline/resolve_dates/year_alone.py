"""Years, decades and seasons of a year."""

from __future__ import annotations

import re

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.numeric import is_marked, is_no_serial
from pipeline.resolve_dates.ranges import Between
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.words import PART, SEASON, O, S, compiled, resource

_Y = r"(?P<y>(?:19|20)\d\d)"
_BEFORE = alternation(resource("guards")["before_year"])
_YEAR = re.compile(
    rf"(?:(?<![\w.,/@]){_BEFORE}(?:{S}|{O}-{O})|[(\[:]{O}|[-–—]{S}|(?<=(?:19|20)\d\d, )|^)"
    rf"(?P<x>(?:the{S}year{S})?{_Y})(?![\w@/]|[-.,:]\d|-[^\W\d_])",
    re.IGNORECASE | re.MULTILINE,
)
_DECADE = compiled(rf"(?:(?:the|early|mid|late){S}|mid-){{0,3}}(?P<y>(?:19|20)\d0)['’]?s")
_SEASON_OF_YEAR = compiled(
    rf"(?:(?:the|early|mid|late){S}){{0,2}}{SEASON}(?:{S}of{S}(?:the{S}year{S})?|,?{S}|[-/]){_Y}(?:/\d\d)?"
)
_PART_OF_YEAR = compiled(rf"{PART}{_Y}")


def _year(match: re.Match[str]) -> Calendar:
    return Calendar(Moment(int(match["y"])))


def _decade(match: re.Match[str]) -> Between:
    first = int(match["y"])
    return Between(Moment(first), Moment(first + 9))


RULES = (
    Rule("year", _YEAR, _year, is_marked),
    Rule("decade", _DECADE, _decade),
    Rule("season of a year", _SEASON_OF_YEAR, _year),
    Rule("part of year", _PART_OF_YEAR, _year, is_no_serial),
)
