"""What a day of the week means: near the day of writing, behind a date told before, within a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.from_writing import FromDayOfWriting
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved, Tense
from pipeline.resolve_dates.years import complete

# News that was added to an entry is of so many days after it.
_ADDED_DAYS = 14


@dataclass(frozen=True, slots=True)
class Weekday(FromDayOfWriting):
    """A day of the week near the day of writing.

    `direction` is -1 for "last", 1 for "next", 0 for "this" and None for the bare name, which the
    tense places: past news of a Thursday means the day of writing or one of the six before.
    `weeks` counts calendar weeks from this one ("Monday of last week"); `extra` days come on top.
    """

    number: int
    direction: int | None = None
    weeks: int | None = None
    extra: int = 0
    relative: bool = True

    def _counted(self, today: Moment, on: date, context: Context) -> Resolved | None:
        if self.direction is None and self._is_apposed(context):
            last = context.earlier[-1]
            return Resolved(last.first, last.first, True, last.text)
        if self.direction is None and (later := self._after_later_news(on, context)) is not None:
            return later
        found = today.shift(self._days(on.weekday(), context), "day")
        return Resolved(found, found, True, today.value) if found else None

    def _after_later_news(self, today: date, context: Context) -> Resolved | None:
        """Where news was added to an entry: "In a letter of 9 October ... The ministry denied on Friday"."""
        last = context.earlier[-1] if context.earlier else None
        told = last.first.first_day if last is not None and last.first.day else None
        if last is None or told is None or last.clause.attribute or last.start < context.clause.block_start:
            return None
        if not 0 < (told - today).days <= _ADDED_DAYS:
            return None
        if (
            context.clause.tense is not Tense.PAST
            or last.clause.tense is not Tense.PAST
            or last.clause.deadline
        ):
            return None
        found = last.first.shift((self.number - told.weekday()) % 7, "day")
        return Resolved(found, found, True, last.text) if found else None

    def _is_apposed(self, context: Context) -> bool:
        """True right behind a date that is this weekday: "the next day, Monday"."""
        told = context.earlier[-1].first if context.clause.apposed else None
        on = told.first_day if told is not None and told.day else None
        return on is not None and on.weekday() == self.number

    def _days(self, today: int, context: Context) -> int:
        behind = (today - self.number) % 7
        ahead = (self.number - today) % 7
        if self.weeks is not None:
            return 7 * self.weeks + self.number - today
        if self.direction == -1:
            return -(behind or 7) + self.extra
        if self.direction == 1:
            return ahead or 7
        tense, deadline = context.clause.tense, context.clause.deadline
        if tense is Tense.FUTURE or deadline:
            return ahead or 7
        if tense is Tense.PAST or (self.direction is None and tense is not Tense.PRESENT):
            return -behind
        return ahead if ahead < behind or self.direction == 0 else -behind


@dataclass(frozen=True, slots=True)
class WeekdayAfter:
    """A day of the week counted from the date before it: "the following Friday"."""

    number: int
    direction: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        for found in context.recent():
            on = found.first.first_day if found.first.day else None
            if on is None:
                continue
            days = (
                (on.weekday() - self.number) % 7 if self.direction < 0 else (self.number - on.weekday()) % 7
            )
            moved = found.first.shift(self.direction * (days or 7), "day")
            return Resolved(moved, moved, True, found.text) if moved else None
        return None


@dataclass(frozen=True, slots=True)
class WeekdaysBetween:
    """From one day of a week to a later one: "from Monday to Friday"."""

    first: int
    last: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        last = Weekday(self.last).resolve(context)
        first = last.last.shift(-((self.last - self.first) % 7), "day") if last else None
        return Resolved(first, last.last, True, last.anchor) if first and last else None


@dataclass(frozen=True, slots=True)
class WeekdayOfMonth:
    """A day of the week counted within a month: "the last Sunday of November"; `nth` is 0 for the last."""

    number: int
    nth: int
    month: Moment
    relative: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        month = self.month if self.month.year is not None else complete(self.month, context)
        first, last = month.first_day, month.last_day
        if first is None or last is None:
            return None
        if self.nth:
            on = 1 + (self.number - first.weekday()) % 7 + 7 * (self.nth - 1)
        else:
            on = last.day - (last.weekday() - self.number) % 7
        found = Moment(month.year, month.month, on)
        return Resolved(found, found) if found.valid else None
