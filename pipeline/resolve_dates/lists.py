"""Dates that share their month or year with the last of a list: 2, 9 and 16 October."""

from __future__ import annotations

import re

from pipeline.calendar_words import MONTH_PATTERN
from pipeline.resolve_dates.absolute import is_capital, read_date
from pipeline.resolve_dates.rule import Rule, no_serial
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import SHUT, O, S, compiled, day, month, year

_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_AND = rf"(?:{O},{O}|{S}(?:and|or|&){S}|{O},{S}(?:and|or){S})"
_YEAR = rf"(?:,?{S}{year()})?"

_DAY = compiled(
    rf"(?P<x>(?P<d>\d{{1,2}})(?:st|nd|rd|th)?)"
    rf"(?={_AND}(?:{_NUMBER}{_AND}){{0,6}}{_NUMBER}{S}(?:of{S})?{month()}{_YEAR}{SHUT})"
)
_LAST_DAY = compiled(
    rf"{month()}{S}{_NUMBER}(?:,{S}{_NUMBER}){{0,4}},?{S}(?:and|or|&){S}(?P<x>{day()}{_YEAR})"
)
_MONTH = compiled(
    rf"(?P<x>{month()})(?={_AND}(?:{MONTH_PATTERN}{_AND}){{0,4}}{MONTH_PATTERN},?{S}(?:of{S})?{year()})"
)


def _counts_nothing(match: re.Match[str], around: Surroundings) -> bool:
    return not around.is_counted(match.end())


RULES = (
    Rule("day of a list", _DAY, read_date, no_serial),
    Rule("last day of a list", _LAST_DAY, read_date, _counts_nothing),
    Rule("month of a list", _MONTH, read_date, is_capital),
)
