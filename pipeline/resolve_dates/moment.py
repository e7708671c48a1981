"""A point of the calendar, as precise as a text gives it, and how to count from it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

# Dates without a year are counted in a leap year, so that 29 February is a day of it.
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year; what the text leaves out is None.

    >>> Moment(2012, 8).value, Moment(None, 8, 4).value, Moment(2012, 2).last_day
    ('2012-08', '--08-04', datetime.date(2012, 2, 29))
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def precision(self) -> str:
        """day, month or year."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def value(self) -> str:
        """As in `dates.value`: ISO 8601, cut to the precision; `--` stands for an unknown year."""
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        if self.year is None:
            return "--" + "-".join(parts)
        return "-".join([f"{self.year:04}", *parts])

    @property
    def valid(self) -> bool:
        """False for the 31st of April, month 13 and the like."""
        if self.month is None:
            return self.day is None and self.year is not None and 1 <= self.year <= 9999
        if not 1 <= self.month <= 12 or not 1 <= (self.year or _LEAP_YEAR) <= 9999:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or _LEAP_YEAR, self.month)[1]

    @property
    def first_day(self) -> date | None:
        """First day; None without a year."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date | None:
        """Last day; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def with_year(self, year: int | None) -> Moment:
        """The same day or month of another year."""
        return replace(self, year=year)

    def cut(self, precision: str) -> Moment:
        """No more precise than day, month or year.

        >>> Moment(2012, 8, 4).cut("month").value
        '2012-08'
        """
        if precision == "year":
            return Moment(self.year)
        return Moment(self.year, self.month) if precision == "month" else self

    def shift(self, amount: int, unit: str) -> Moment | None:
        """Counted on by days, months or years, which may be negative.

        None where this moment is too vague to count in that unit, or the calendar ends. The last
        day of a month stays within the month counted to.

        >>> Moment(2013, 12, 31).shift(2, "month").value, Moment(None, 12, 31).shift(1, "day").value
        ('2014-02-28', '--01-01')
        >>> Moment(2013, 12).shift(1, "day") is None
        True
        """
        shifted = self._shift_days(amount) if unit == "day" else self._shift_months(amount, unit)
        return shifted if shifted is not None and shifted.valid else None

    def _shift_days(self, amount: int) -> Moment | None:
        if self.month is None or self.day is None:
            return None
        try:
            moved = date(self.year or _LEAP_YEAR, self.month, self.day) + timedelta(days=amount)
        except OverflowError:
            return None
        return Moment(moved.year if self.year else None, moved.month, moved.day)

    def _shift_months(self, amount: int, unit: str) -> Moment | None:
        if unit == "year" and self.month is None:
            return None if self.year is None else Moment(self.year + amount)
        if self.month is None:
            return None
        months = (self.year or _LEAP_YEAR) * 12 + self.month - 1 + amount * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        if not 1 <= year <= 9999:
            return None
        day = min(self.day, monthrange(year, month)[1]) if self.day else None
        return Moment(year if self.year else None, month, day)


def of_day(day: date) -> Moment:
    """The moment of a whole date."""
    return Moment(day.year, day.month, day.day)
