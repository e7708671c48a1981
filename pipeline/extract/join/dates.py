"""Whether the dates of two tellings can be one date, by what each of them leaves open."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pipeline.schema.flow import Telling

_RANKS = {"day": 0, "month": 1, "year": 2}
NO_YEAR, NO_DATE = 3, 4
_YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class When:
    """The date of a telling: first and last day, or month and perhaps day where no year is known."""

    start: date | None = None
    end: date | None = None
    rank: int = NO_DATE
    month: int | None = None
    day: int | None = None

    @property
    def is_day(self) -> bool:
        """True where the telling names a day or a range of days."""
        return self.rank == 0

    @property
    def known(self) -> bool:
        """True where the telling says anything of its date."""
        return self.rank != NO_DATE


def when_of(telling: Telling) -> When:
    """The date of a telling."""
    if telling.date_start is not None:
        precision = telling.date_precision or "day"
        end = max(telling.date_end or telling.date_start, telling.date_start)
        return When(telling.date_start, _last_day(end, precision), _RANKS[precision])
    if (told := _YEARLESS.fullmatch(telling.value or "")) is None:
        return When()
    month, day = told.groups()
    return When(rank=NO_YEAR, month=int(month), day=int(day) if day else None)


def _last_day(day: date, precision: str) -> date:
    """The last day of the month or year that a day stands for."""
    if precision == "day":
        return day
    month = day.month if precision == "month" else 12
    return day.replace(month=month, day=monthrange(day.year, month)[1])


def agree(left: When, right: When, lasting: bool) -> bool:
    """True where both can be the date of one event.

    A month fits each of its days, a year each of its months, `--05-16` the 16 May of any year, no date
    any date. Two ranges of days agree where they begin together, and, of an event that lasts, where
    one holds the other.

    >>> may, day = When(date(2013, 5, 1), date(2013, 5, 31), 1), When(date(2013, 5, 16), date(2013, 5, 16), 0)
    >>> agree(may, day, lasting=False), agree(day, When(rank=3, month=6, day=16), lasting=False)
    (True, False)
    """
    if not (left.known and right.known):
        return True
    if left.start is None or right.start is None:
        return _agree_without_year(left, right)
    assert left.end is not None and right.end is not None
    if left.is_day and right.is_day and not lasting:
        return left.start == right.start
    holds = left.start <= right.start and right.end <= left.end
    return holds or (right.start <= left.start and left.end <= right.end)


def _agree_without_year(left: When, right: When) -> bool:
    if left.start is not None:
        left, right = right, left
    if right.start is None:
        days = {left.day, right.day} - {None}
        return left.month == right.month and len(days) < 2
    assert right.end is not None and left.month is not None
    if right.rank == _RANKS["year"]:
        return True
    first, last = (right.start.month, right.start.day), (right.end.month, right.end.day)
    if right.start.year != right.end.year:
        return True
    if left.day is None:
        return first[0] <= left.month <= last[0]
    return first <= (left.month, left.day) <= last
