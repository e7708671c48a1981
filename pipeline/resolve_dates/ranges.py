"""Spans of time given by their first and last day, month or year."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import (
    TO,
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
class Between:
    """A range; what one of its ends leaves out, the other gives."""

    first: Moment
    last: Moment
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        first, last = self.first, self.last
        if first.year is None and last.year is None:
            first = complete(first, context)
        if first.year is None and last.year is not None:
            first = first.with_year(last.year - _wraps(first, last))
        if last.year is None and first.year is not None:
            last = last.with_year(first.year + _wraps(first, last))
        if not (first.valid and last.valid):
            return None
        return Resolved(first, first if runs_backward(first, last) else last)


def runs_backward(first: Moment, last: Moment) -> bool:
    """True where two dates beside each other can be no range."""
    start, end = first.first_day, last.last_day
    return start is not None and end is not None and start > end


def _wraps(first: Moment, last: Moment) -> int:
    """1 where the range runs over the turn of a year."""
    return int((first.month or 0, first.day or 0) > (last.month or 0, last.day or 0))


_FROM = rf"(?:(?P<from>from|between){S}(?:the{S})?)?"
_WD = rf"(?:{WEEKDAY}{O},?{O}(?:the{S})?)?"
_OF = rf"(?:{S}of{S}|{O}[-/]?{O})"
_Y1 = rf"(?:(?:{O},{O}|{S}){year(1)})?"
_Y2 = rf"(?:(?:{O},{O}|{S}(?:of{S})?){year(2)})?"
# "del 5 al 7 de mayo", "du 5 au 7 mai", "vom 5. bis 7. Mai", "с 5 по 7 мая"
_FOREIGN_FROM = rf"(?:(?:del?|du|vom|von|dal|do|desde|od|с|со|з|із){S}(?:el{S})?)?"
_FOREIGN_TO = rf"{S}(?:al|a|au|bis|ao|até|hasta|do|по|до|да){S}"

_FOREIGN_DAYS = compiled(
    rf"{_FOREIGN_FROM}{day(1)}\.?(?P<to>{_FOREIGN_TO}){day(2)}\.?{S}(?:de{S})?{month(2, foreign=True)}"
    rf"(?:{S}(?:de{S}|del{S})?{year(2)})?"
)
_DAYS_OF_MONTH = compiled(
    rf"{_FROM}{_WD}{day(1)}(?P<to>{TO}|/){_WD}(?:the{S})?{day(2)}{_OF}{month(2, foreign=True)}{_Y2}"
)
_MONTH_DAYS = compiled(rf"{_FROM}{month(1)}{S}{day(1)}(?P<to>{TO}){day(2)}{_Y2}")
_DAY_TO_DAY = compiled(
    rf"{_FROM}{_WD}{day(1)}{_OF}{month(1, foreign=True)}{_Y1}(?P<to>{TO}){_WD}(?:the{S})?{day(2)}{_OF}"
    rf"{month(2, foreign=True)}{_Y2}"
)
_US_DAY_TO_DAY = compiled(
    rf"{_FROM}{_WD}{month(1)}{S}{day(1)}{_Y1}(?P<to>{TO}){_WD}{month(2)}{S}{day(2)}{_Y2}"
)
_MONTHS = compiled(rf"{_FROM}{month(1)}{_Y1}(?P<to>{TO}|/){month(2)}{_Y2}")
_PART_OF_MONTH = (
    r"(?:early|mid|late|the (?:beginning|start|middle|end|(?:first|second|third|fourth|last) week) of)[ -]"
)
_PARTS = compiled(
    rf"(?P<from>from|between){S}(?:(?:the{S})?{day(1)}{_OF}|{_PART_OF_MONTH})?{month(1)}{_Y1}(?P<to>{TO})"
    rf"(?:(?:the{S})?{day(2)}{_OF}|{_PART_OF_MONTH})?{month(2)}{_Y2}"
)
_YEARS = compiled(rf"{_FROM}{year(1)}(?P<to>{TO}|/){year(2, short=True)}")


def _end(found: dict[str, str | None], number: str) -> tuple[int | None, int | None, int | None]:
    year_, month_, day_ = (found.get(part + number) for part in "ymd")
    return (
        year_of(year_) if year_ else None,
        month_of(month_) if month_ else None,
        day_of(day_) if day_ else None,
    )


def _read(match: re.Match[str]) -> Between | None:
    found = match.groupdict()
    (y1, m1, d1), (y2, m2, d2) = _end(found, "1"), _end(found, "2")
    first, last = Moment(y1, m1 or m2, d1), Moment(y2, m2 or m1, d2)
    together = match["to"].strip().casefold() == "and" and not found.get("from")
    if together and not _neighbours(first, last):
        return None  # "3 and 17 May" are two dates
    if is_other_word(found.get("m2") or "") and y2 is None:
        return None
    whole = all(Moment(m.year or 2000, m.month, m.day).valid for m in (first, last))
    return Between(first, last) if whole else None


def _neighbours(first: Moment, last: Moment) -> bool:
    return first.month == last.month and (first.day or 0) + 1 == last.day


def _read_years(match: re.Match[str]) -> Between | None:
    first = int(match["y1"])
    digits = match["y2"].lstrip("'’")
    last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
    listed = match["to"].strip().casefold() == "and" and match["from"] is None
    return Between(Moment(first), Moment(last)) if first < last < first + 200 and not listed else None


def _read_months(match: re.Match[str]) -> Between | None:
    hyphened = match["to"] in ("-", "–", "/")
    marked = match["from"] or match["y2"] or hyphened
    listed = match["to"].strip().casefold() == "and" and match["from"] is None
    capital = match["m1"][:1].isupper() and match["m2"][:1].isupper()
    if hyphened and match["m1"].casefold() == match["m2"].casefold() and not (match["y1"] or match["y2"]):
        return None  # `Jun-Jun`, `Jan-Jan`: a name
    return _read(match) if marked and capital and not listed else None


def _no_serial(match: re.Match[str], around: Surroundings) -> bool:
    return not (around.is_serial(match.start()) or around.is_name_part(match.end()))


def _no_count(match: re.Match[str], around: Surroundings) -> bool:
    return _no_serial(match, around) and not around.is_counted(match.end())


RULES = (
    Rule("days of a month", _DAYS_OF_MONTH, _read, _no_serial),
    Rule("days of a month in another language", _FOREIGN_DAYS, _read, _no_serial),
    Rule("month and days", _MONTH_DAYS, _read, _no_count),
    Rule("day to day", _DAY_TO_DAY, _read, _no_serial),
    Rule("US day to day", _US_DAY_TO_DAY, _read, _no_count),
    Rule("months", _MONTHS, _read_months, _no_serial),
    Rule("parts of months", _PARTS, _read_months, _no_serial),
    Rule("years", _YEARS, _read_years, _no_count),
)
