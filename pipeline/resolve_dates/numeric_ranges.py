"""Spans of time in digits: 12.10.2013-20.10.2013, from 03/08 to 05/08."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.numeric import TwoNumbers
from pipeline.resolve_dates.ranges import Between, runs_backward
from pipeline.resolve_dates.rule import Rule, no_serial
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import TO, S, compiled, year_of


@dataclass(frozen=True, slots=True)
class NumbersBetween:
    """From a day, or a day and month, to a day and month; the order is that of the item's other dates."""

    first: int | TwoNumbers
    last: TwoNumbers
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        last = self.last.resolve(context)
        if last is None:
            return None
        first = self._first_of(last.last, context)
        if first is None or not first.valid:
            return None
        return last if runs_backward(first, last.last) else Resolved(first, last.last)

    def _first_of(self, last: Moment, context: Context) -> Moment | None:
        if isinstance(self.first, int):
            return Moment(last.year, last.month, self.first)
        told = replace(self.first, year=self.first.year or last.year).resolve(context)
        if told is None:
            return None
        wraps = self.first.year is None and (told.first.month or 0) > (last.month or 0)
        return told.first.shift(-1, "year") if wraps else told.first


_N = r"\d{1,2}"
_FROM = rf"(?:(?:from|between){S})"
_WITH_YEAR = compiled(
    rf"{_FROM}?(?P<a1>{_N})(?:(?P<s>[./])(?P<b1>{_N})(?:[./](?P<y1>\d{{4}}))?)?\.?(?:{TO}|/)"
    rf"(?P<a2>{_N})(?P<s2>[./])(?P<b2>{_N})[./](?P<y2>(?:19|20)\d\d)"
)
_DASHED = compiled(
    rf"{_FROM}?(?P<a1>{_N})-(?P<b1>{_N})-(?P<y1>(?:19|20)\d\d){S}(?:to|until|till|through|and){S}"
    rf"(?P<a2>{_N})(?P<s2>-)(?P<b2>{_N})-(?P<y2>(?:19|20)\d\d)"
)
_WITHOUT_YEAR = compiled(
    rf"{_FROM}(?P<a1>{_N})(?P<s>[./])(?P<b1>\d\d|(?<=/)\d){TO}(?P<a2>{_N})(?P<s2>[./])(?P<b2>\d\d|(?<=/)\d)(?!%)"
)
_ISO = compiled(
    rf"{_FROM}?(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)(?:{TO}|/)"
    r"(?P<y2>(?:19|20)\d\d)-(?P<m2>\d\d)-(?P<d2>\d\d)"
)


def _numbers(found: dict[str, str | None], number: str, form: str) -> TwoNumbers | None:
    left, right, year = found[f"a{number}"], found[f"b{number}"], found.get(f"y{number}")
    if left is None or right is None or not 1 <= min(int(left), int(right)) <= 12:
        return None
    return TwoNumbers(int(left), int(right), year_of(year) if year else None, form)


def _between(match: re.Match[str]) -> NumbersBetween | None:
    found = match.groupdict()
    form = "dotted" if match["s2"] == "." else "slashed"
    last = _numbers(found, "2", form)
    first = int(match["a1"]) if found["b1"] is None else _numbers(found, "1", form)
    return NumbersBetween(first, last) if first and last else None


def _iso(match: re.Match[str]) -> Between | None:
    first, last = (Moment(int(match[f"y{n}"]), int(match[f"m{n}"]), int(match[f"d{n}"])) for n in "12")
    return Between(first, last) if first.valid and last.valid else None


RULES = (
    Rule("days in digits", _WITH_YEAR, _between, no_serial),
    Rule("days in digits with hyphens", _DASHED, _between, no_serial),
    Rule("days in digits, no year", _WITHOUT_YEAR, _between, no_serial),
    Rule("ISO days", _ISO, _iso, no_serial),
)
