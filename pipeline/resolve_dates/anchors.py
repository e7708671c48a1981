"""What an expression is counted from: the date told before it, else the item's own."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Earlier, Resolved

_RANK = {"year": 0, "month": 1, "day": 2}


def anchor_of(
    context: Context, precision: str, same: bool = False, back: bool = False
) -> tuple[Moment, str] | None:
    """The last date told that is as precise, else the item's own date, each with its words.

    A vaguer date between hides an earlier day if it moved the story on, not if it looked back.
    `same`: nothing is counted, the time itself is meant. `back`: it is counted back, from the first day.
    """
    hiding = None
    for found in context.of_scene() if same else context.recent():
        if _RANK[found.last.precision] >= _RANK[precision]:
            return None if _moves_on(hiding, found.last) else _side(found, back)
        hiding = hiding or (found.first if found.last.precision == "month" else None)
    if hiding is not None:
        return None
    if context.published and _RANK[context.published.precision] >= _RANK[precision]:
        return context.published, context.published.value
    return None


def _side(found: Earlier, back: bool) -> tuple[Moment, str]:
    return found.first if back else found.last, found.text


def _moves_on(later: Moment | None, earlier: Moment) -> bool:
    first, last = (later.first_day if later else None), earlier.last_day
    return first is not None and last is not None and first > last


@dataclass(frozen=True, slots=True)
class FromEarlier:
    """A number of days, months or years from the date before, no more precise than that unit.

    `exact`: to the day, where the date before is one. `scene`: from what the story itself tells.
    """

    amount: int
    unit: str
    exact: bool = False
    scene: bool = False
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        if context.clause.apposed:
            last = context.earlier[-1]
            return Resolved(last.first, last.last, True, last.text)
        event = context.clause.event
        back = self.amount < 0 and not self.exact
        told = _side(event, back) if event is not None else None
        anchor = (
            told
            or (anchor_of(context, "day", back=back) if self.exact else None)
            or anchor_of(context, self.unit, same=self.scene or not self.amount, back=back)
        )
        if anchor is None:
            return None
        moment, text = anchor
        counted = moment if self.exact else moment.cut(self.unit)
        found = counted.shift(self.amount, self.unit)
        return Resolved(found, found, True, text) if found else None
