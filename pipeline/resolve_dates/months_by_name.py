"""Months by name, counted from when the text was written: last July, next March."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.calendar_words import MONTH_NAMES, alternation, month_number
from pipeline.resolve_dates.context import Context, Resolved
from pipeline.resolve_dates.deictic import DIRECTIONS
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import S, compiled


@dataclass(frozen=True, slots=True)
class MonthFromToday:
    """The last, this or next month of a name."""

    direction: int
    month: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        today = context.published
        if today is None or today.year is None:
            return None
        now = today.month or 12
        year = today.year
        if self.direction < 0 and self.month >= now:
            year -= 1
        elif self.direction > 0 and self.month <= now:
            year += 1
        found = Moment(year, self.month)
        return Resolved(found, found, True, today.value)


_DIRECTED = compiled(rf"(?P<which>last|this|next|past|coming){S}(?P<m>{alternation(MONTH_NAMES)})")


def _directed_month(match: re.Match[str]) -> MonthFromToday | None:
    number = month_number(match["m"])
    capital = match["m"][:1].isupper()
    return MonthFromToday(DIRECTIONS[match["which"].casefold()], number) if number and capital else None


def _is_month(match: re.Match[str], around: Surroundings) -> bool:
    return not (match["m"].casefold() in around.name_words and around.leads_name(match.end()))


RULES = (Rule("last or next month by name", _DIRECTED, _directed_month, _is_month),)
