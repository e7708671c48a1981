"""Dates in digits: ISO 8601, dotted, with slashes, with Roman months."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule, no_serial
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import O, S, compiled, year_of
from pipeline.resolve_dates.years import complete

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_Y = r"(?P<y>(?:19|20)\d\d)"
_SHORT_Y = r"(?P<y>(?:19|20)\d\d|\d\d)"
_N = r"\d{1,2}"
_BEFORE_DATE = frozenset(["on", "since", "until", "till", "from", "by", "born", "of", "to"])


@dataclass(frozen=True, slots=True)
class TwoNumbers:
    """Day and month in digits, in the order of the item's other dates unless only one order can be."""

    left: int
    right: int
    year: int | None
    form: str = "slashed"
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        orders = [Moment(self.year, self.right, self.left), Moment(self.year, self.left, self.right)]
        if self._month_comes_first(context):
            orders.reverse()
        for moment in orders:
            if moment.valid:
                found = moment if moment.year is not None else complete(moment, context)
                return Resolved(found, found)
        return None

    def _month_comes_first(self, context: Context) -> bool:
        """Dots stand between day and month; behind the year the month comes first, as in ISO 8601."""
        if self.form == "year first":
            return context.published != Moment(self.year, self.right, self.left)
        return self.form == "slashed" and not context.day_first


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
    return TwoNumbers(left, right, year_of(found) if found else None, _form(match))


def _is_no_version(match: re.Match[str], around: Surroundings) -> bool:
    """1.2.12 is a section or a version unless a word before it can only stand before a date."""
    written_out = len(match["y"]) == 4 or match["s"] == "/" or len(match["a"]) == len(match["b"]) == 2
    before = around.previous_word(match.start()).casefold()
    return no_serial(match, around) and (written_out or before in _BEFORE_DATE or before.endswith("ed"))


def _form(match: re.Match[str]) -> str:
    if "y" in match.re.groupindex and match.start("y") == match.start():
        return "year first"
    return "dotted" if "." in match.group() else "slashed"


def _roman(match: re.Match[str]) -> Calendar | None:
    moment = Moment(int(match["y"]), _ROMAN.index(match["m"].casefold()) + 1, int(match["d"]))
    return Calendar(moment) if moment.valid else None


def is_marked(match: re.Match[str], around: Surroundings) -> bool:
    start = match.start("x" if "x" in match.re.groupindex else 0)
    beside = around.is_serial(start) or around.is_counted(match.end())
    return not beside and not around.is_of_other_era(start, match.end())


_ISO = compiled(rf"{_Y}[-./]{O}(?P<m>0[1-9]|1[0-2]|(?<=[-./])[1-9])[-./]{O}(?P<d>{_N})(?!\d)")
_STAMP = re.compile(rf"(?<![\w/-]){_Y}-(?P<m>\d\d)-(?P<d>\d\d)(?=T\d\d:?\d\d)")
_YEAR_TWO = compiled(rf"{_Y}(?P<s>{S})(?P<a>{_N})/(?P<b>{_N})(?!\d)")
_THREE = compiled(rf"(?P<a>{_N})(?P<s>[./-]){O}(?P<b>{_N})(?P=s){O}{_SHORT_Y}(?!\d)(?:{S}г\.)?")
_MARKED_TWO = compiled(
    rf"(?:on|since|until|till|by|from|of){S}(?P<x>(?P<a>\d\d|\d(?=/))[./](?P<b>\d\d|(?<=/)\d))(?!\d|[/%]|{S}?%)"
)
# "29/05: Soldiers took", "07.11. charges dropped"; 10.12: and 10.12 - may be times of day
_HEAD_TWO = re.compile(
    r"^(?P<x>(?=\d\d|\d/\d\d)(?P<a>\d\d?)/(?P<b>\d\d?))"
    r"(?=[^\S\n]{0,2}(?:(?::|-|–|—)(?:\s|$)|$))",
    re.MULTILINE,
)
_POINTED_TWO = re.compile(
    r"(?:^|\b(?:see|cf\.|and|on|of|from|to|since|until|till|by|before|after|between) |[–—(-] ?)"
    r"(?P<x>(?P<a>\d\d|\d(?=\. \d\d?\.))\. ?(?P<b>0\d|1[0-2]|[1-9](?=\.))\.)(?! ?\d)(?=[ ,;:)]|$)",
    re.MULTILINE | re.IGNORECASE,
)
_ISO_MONTH = compiled(rf"(?:in|since|until|till|by|from|of|\(){O}(?P<x>{_Y}-(?P<m>0[1-9]|1[0-2]))")
_MONTH_YEAR = compiled(rf"(?:in|since|until|till|by|from|of){S}(?P<x>(?P<m>0?[1-9]|1[0-2])[/.]{_Y})")
_ROMAN_DATE = compiled(
    rf"(?P<d>{_N})[. ]{O}(?P<m>{'|'.join(sorted(_ROMAN, key=len, reverse=True))})[. ]{O}{_Y}"
)

RULES = (
    Rule("ISO date", _ISO, _iso, no_serial),
    Rule("ISO stamp", _STAMP, _iso),
    Rule("year, then two numbers", _YEAR_TWO, _two_numbers, no_serial),
    Rule("day, month and year in digits", _THREE, _two_numbers, _is_no_version),
    Rule("day and month in digits", _MARKED_TWO, _two_numbers, is_marked),
    Rule("day and month at the head of a line", _HEAD_TWO, _two_numbers),
    Rule("day and month with points", _POINTED_TWO, _two_numbers, is_marked),
    Rule("year and month in digits", _ISO_MONTH, _iso_month, is_marked),
    Rule("month and year in digits", _MONTH_YEAR, _iso_month, is_marked),
    Rule("Roman month", _ROMAN_DATE, _roman, no_serial),
)
