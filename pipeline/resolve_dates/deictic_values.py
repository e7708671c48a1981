"""What is counted from the day of writing means: days, weeks, months and years from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.from_writing import FromDayOfWriting
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved, Tense


@dataclass(frozen=True, slots=True)
class FromToday:
    """A number of days, months or years from the day of writing, no more precise than that unit.

    `exact`: to the day, as in "exactly a year ago".
    """

    amount: int
    unit: str
    exact: bool = False
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        counted = today if today is None or self.exact else today.cut(self.unit)
        found = counted.shift(self.amount, self.unit) if counted else None
        return Resolved(found, found, True, today.value) if found and today else None


@dataclass(frozen=True, slots=True)
class WeekFromToday(FromDayOfWriting):
    """A calendar week from Monday, or with `weekend` its Saturday and Sunday.

    What has happened "this week" did so in the seven days before: weekly reviews come out then.
    """

    weeks: int
    weekend: bool = False
    relative: bool = True

    def _counted(self, today: Moment, on: date, context: Context) -> Resolved | None:
        if self.weeks == 0 and not self.weekend and context.clause.tense is not Tense.FUTURE:
            start, end = -7, 0
        else:
            monday = 7 * self.weeks - on.weekday()
            start, end = monday + (5 if self.weekend else 0), monday + 6
        first, last = today.shift(start, "day"), today.shift(end, "day")
        return Resolved(first, last, True, today.value) if first and last else None


@dataclass(frozen=True, slots=True)
class TheWeekend(FromDayOfWriting):
    """The Saturday and Sunday before the day of writing, or after it where the clause looks ahead."""

    relative: bool = True

    def _counted(self, today: Moment, on: date, context: Context) -> Resolved | None:
        since = (on.weekday() - 5) % 7
        days = 7 - since if context.clause.tense is Tense.FUTURE and since > 1 else -since
        first, last = today.shift(days, "day"), today.shift(days + 1, "day")
        return Resolved(first, last, True, today.value) if first and last else None


@dataclass(frozen=True, slots=True)
class Ahead:
    """So long from the day of writing, where the clause looks ahead: "will be freed in ten days"."""

    amount: int
    unit: str
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        if context.clause.tense is not Tense.FUTURE:
            return None
        return FromToday(self.amount, self.unit).resolve(context)


@dataclass(frozen=True, slots=True)
class EndOfUnit:
    """The month or year that runs at the day of writing, or that of the story that its paragraph tells."""

    unit: str
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        last = next(context.recent(), None)
        here = last is not None and last.start >= context.clause.block_start and last.first.month
        if last is not None and here and context.clause.tense is Tense.PAST and last.first.year:
            found = last.last.cut(self.unit)
            return Resolved(found, found, True, last.text)
        return FromToday(0, self.unit).resolve(context)
