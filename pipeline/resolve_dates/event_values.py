"""What is counted from an event means: from its own date, from the date told before, from today."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.resolve_dates.anchors import FromEarlier
from pipeline.resolve_dates.context import NEAR_DAYS, Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.weekday_values import Weekday
from pipeline.resolve_dates.years import complete


@dataclass(frozen=True, slots=True)
class AfterEvent:
    """So long after an event that is not dated beside it.

    It is counted from the date told before; where the item tells none, "one year after the
    sealing" opens what happens now.
    """

    amount: int
    unit: str
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        told = any(found.first.day and found.first != today for found in context.recent())
        if context.clause.apposed or told:
            counted = FromEarlier(self.amount, self.unit).resolve(context)
            if counted is not None and not _is_ahead(counted.first, today):
                return counted
        return Resolved(today, today, True, today.value) if today else None


@dataclass(frozen=True, slots=True)
class BeforeEvent:
    """So long before an event that is not dated beside it; counted only from a date told before."""

    amount: int
    unit: str
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        told = any(found.first.day and found.first != context.published for found in context.recent())
        if context.clause.apposed or told:
            return FromEarlier(-self.amount, self.unit).resolve(context)
        return None


@dataclass(frozen=True, slots=True)
class AroundWeekday:
    """So long before or after a weekday that follows: "a day after Sunday's clashes"."""

    amount: int
    unit: str
    weekday: Weekday
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        base = self.weekday.resolve(context)
        found = base.first.shift(self.amount, self.unit) if base else None
        return Resolved(found, found, True, base.first.value) if found and base else None


def _is_ahead(moment: Moment, today: Moment | None) -> bool:
    first, now = moment.first_day, today.last_day if today else None
    return first is not None and now is not None and (first - now).days > NEAR_DAYS


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """So long before or after a date that follows: "two days after 3 May 2012"."""

    amount: int
    unit: str
    partial: Moment
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        if context.clause.apposed:
            return FromEarlier(self.amount, self.unit).resolve(context)
        base = self.partial if self.partial.year else complete(self.partial, context)
        found = base.shift(self.amount, self.unit)
        return Resolved(found, found, True, base.value) if found else None
