"""Dates in digits: ISO 8601, dotted, with slashes, with Roman months, and years alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.context import Context, Resolved
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import PART, O, S, compiled, year_of
from pipeline.resolve_dates.years import complete

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_Y = r"(?P<y>(?:19|20)\d\d)"
_SHORT_Y = r"(?P<y>(?:19|20)\d\d|\d\d)"
_N = r"\d{1,2}"


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """Day and month in digits, in the order of the item's other dates unless only one order can be."""

    left: int
    right: int
    year: int | None
    dotted: bool = False
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        orders = [Moment(self.year, self.right, self.left), Moment(self.year, self.left, self.right)]
        if not (context.day_first or self.dotted):
            orders.reverse()
        for moment in orders:
            if moment.valid:
                found = moment if moment.year is not None else complete(moment, context)
                return Resolved(found, found)
        return None


def _iso(match: re.Match[str]) -> Calendar | None:
    moment = Moment(int(match["y"]), int(match["m"]), int(match["d"]))
    return Calendar(moment) if moment.valid else None


def _iso_month(match: re.Match[str]) -> Calendar | None:
    moment = Moment(int(match["y"]), int(match["m"]))
    return Calendar(moment) if moment.valid else None


def _two_numbers(match: re.Match[str]) -> TwoNumbers | None:
    left, right = int(match["a"]), int(match["b"])
    if not (1 <= min(left, right) <= 12 and max(left, right) <= 31):
        return None
    found = match.groupdict().get("y")
    if found and len(found) == 2 and match["s"] in ".-" and not len(match["a"]) == len(match["b"]) == 2:
        return None  # a section or a version: 1.2.12
    return TwoNumbers(left, right, year_of(found) if found else None, "." in match.group().rstrip("."))


def _roman(match: re.Match[str]) -> Calendar | None:
    moment = Moment(int(match["y"]), _ROMAN.index(match["m"].casefold()) + 1, int(match["d"]))
    return Calendar(moment) if moment.valid else None


def _year(match: re.Match[str]) -> Calendar:
    return Calendar(Moment(int(match["y"])))


def _no_serial(match: re.Match[str], around: Surroundings) -> bool:
    return not around.is_serial(match.start())


def _marked(match: re.Match[str], around: Surroundings) -> bool:
    return not around.is_serial(match.start("x")) and not around.is_counted(match.end())


_ISO = compiled(
    rf"{_Y}(?P<s>[-./ ]){O}(?P<m>0[1-9]|1[0-2]|(?<=[-./])[1-9])[-./]{O}(?P<d>{_N})(?!\d)(?:\.(?!\d))?"
)
_STAMP = re.compile(rf"(?<![\w/-]){_Y}-(?P<m>\d\d)-(?P<d>\d\d)(?=T\d\d:?\d\d)")
_THREE = compiled(rf"(?P<a>{_N})(?P<s>[./-]){O}(?P<b>{_N})(?P=s){O}{_SHORT_Y}(?!\d)(?:{S}г\.)?")
_MARKED_TWO = compiled(
    rf"(?:on|since|until|till|by|from|of){S}(?P<x>(?P<a>\d\d|\d(?=/))[./](?P<b>\d\d|(?<=/)\d))(?!\d|[/%]|{S}?%)"
)
_ISO_MONTH = compiled(rf"(?:in|since|until|till|by|from|of|\(){O}(?P<x>{_Y}-(?P<m>0[1-9]|1[0-2]))")
_MONTH_YEAR = compiled(rf"(?:in|since|until|till|by|from|of){S}(?P<x>(?P<m>0?[1-9]|1[0-2])[/.]{_Y})")
_ROMAN_DATE = compiled(
    rf"(?P<d>{_N})[. ]{O}(?P<m>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})[. ]{O}{_Y}"
)

_BEFORE_YEAR = (
    r"in|since|until|till|by|of|for|during|from|before|after|through|throughout|and|to|between|around|circa|c\.|"
    r"the|his|her|its|their|early|mid|late|year|years|spring|summer|autumn|winter|Christmas|Easter|end|beginning|"
    r"Prize|Award|Awards|Medal|Olympics|Report|Index|Congress|Forum|Festival|Summit|Conference|Cup|Games|Week|"
    r"Championship|Championships|Review|Plan|Agenda|Constitution|Act|Code|Law|elections?|born|died|already|only|also"
)
_YEAR_IN_TEXT = re.compile(
    rf"(?:(?<![\w.,/@])(?:{_BEFORE_YEAR})(?:{S}|{O}-{O})|[(\[:]{O}|[-–—]{S}|(?<=\n)|^)(?P<x>(?:the{S}year{S})?{_Y})"
    r"(?![\w@/]|[-.,:]\d|-[^\W\d_])",
    re.IGNORECASE,
)
_PART_OF_YEAR = compiled(rf"{PART}{_Y}")

RULES = (
    Rule("ISO date", _ISO, _iso, _no_serial),
    Rule("ISO stamp", _STAMP, _iso),
    Rule("day, month and year in digits", _THREE, _two_numbers, _no_serial),
    Rule("day and month in digits", _MARKED_TWO, _two_numbers, _marked),
    Rule("year and month in digits", _ISO_MONTH, _iso_month, _marked),
    Rule("month and year in digits", _MONTH_YEAR, _iso_month, _marked),
    Rule("Roman month", _ROMAN_DATE, _roman, _no_serial),
    Rule("year", _YEAR_IN_TEXT, _year, _marked),
    Rule("part of year", _PART_OF_YEAR, _year, _no_serial),
)
