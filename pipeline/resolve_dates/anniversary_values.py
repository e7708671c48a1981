"""What days named by how long ago they were mean."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.resolve_dates.anchors import anchor_of
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved


@dataclass(frozen=True, slots=True)
class SameDayAgo:
    """Exactly so long before a day: "one year ago today", "two years ago on this day"."""

    amount: int
    unit: str
    from_today: bool
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        told = [date for date in context.recent() if date.first.day and not date.relative]
        anchor = (told[0].first, told[0].text) if told and not self.from_today else None
        if anchor is None and today:
            anchor = today, today.value
        found = anchor[0].shift(-self.amount, self.unit) if anchor and anchor[0].day else None
        return Resolved(found, found, True, anchor[1]) if found and anchor else None


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day or month of a year that is counted from today's, or from that of the date before."""

    partial: Moment
    years: int
    from_earlier: bool = False
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "year") if self.from_earlier else None
        if anchor is None and context.published and not self.from_earlier:
            anchor = context.published, context.published.value
        if anchor is None or anchor[0].year is None:
            return Resolved(self.partial, self.partial, True) if self.partial.day else None
        found = self.partial.with_year(anchor[0].year + self.years)
        return Resolved(found, found, True, anchor[1]) if found.valid else None


@dataclass(frozen=True, slots=True)
class DayAgo:
    """The day of that name nearest to so many years ago."""

    partial: Moment
    years: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        then = today.shift(-self.years, "year") if today else None
        near = then.first_day if then else None
        if today is None or near is None:
            return None
        moments = [self.partial.with_year(year) for year in (near.year - 1, near.year, near.year + 1)]
        found = min(
            (m for m in moments if m.valid), key=lambda m: _distance(m, near.toordinal()), default=None
        )
        return Resolved(found, found, True, today.value) if found else None


def _distance(moment: Moment, ordinal: int) -> int:
    first = moment.first_day
    return abs(first.toordinal() - ordinal) if first else ordinal
