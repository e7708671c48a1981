"""What an expression is counted from: the date told before it, else the item's own."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved

_RANK = {"year": 0, "month": 1, "day": 2}


def anchor_of(context: Context, precision: str, same: bool = False) -> tuple[Moment, str] | None:
    """The last date told that is as precise, else the item's own date, each with its words.

    A vaguer date between hides an earlier day if it moved the story on, not if it looked back.
    `same`: nothing is counted, the time itself is meant.
    """
    hiding = None
    for found in context.of_scene() if same else context.recent():
        if _RANK[found.last.precision] >= _RANK[precision]:
            return None if _moves_on(hiding, found.last) else (found.last, found.text)
        hiding = hiding or (found.first if found.last.precision == "month" else None)
    if hiding is not None:
        return None
    if context.published and _RANK[context.published.precision] >= _RANK[precision]:
        return context.published, context.published.value
    return None


def _moves_on(later: Moment | None, earlier: Moment) -> bool:
    first, last = (later.first_day if later else None), earlier.last_day
    return first is not None and last is not None and first > last


@dataclass(frozen=True, slots=True)
class FromEarlier:
    """A number of days, months or years from the date before, no more precise than that unit.

    `exact`: to the day, where the date before is one.
    """

    amount: int
    unit: str
    exact: bool = False
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        if context.clause.apposed:
            last = context.earlier[-1]
            return Resolved(last.first, last.last, True, last.text)
        event = context.clause.event
        told = (event.last, event.text) if event is not None else None
        anchor = (
            told
            or (anchor_of(context, "day") if self.exact else None)
            or anchor_of(context, self.unit, same=not self.amount)
        )
        if anchor is None:
            return None
        moment, text = anchor
        counted = moment if self.exact else moment.cut(self.unit)
        found = counted.shift(self.amount, self.unit)
        return Resolved(found, found, True, text) if found else None
