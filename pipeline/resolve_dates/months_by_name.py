"""Months by name, counted from when the text was written: last July, next March."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.calendar_words import MONTH_NAMES, alternation, month_number
from pipeline.resolve_dates.anchors import anchor_of
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.deictic import DIRECTIONS
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.told import Resolved
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


@dataclass(frozen=True, slots=True)
class MonthFromEarlier:
    """The first month of a name after or before the date told last: "the following March"."""

    direction: int
    month: int
    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        if self.direction == 0:
            return self._of_that_year(context)
        anchor = anchor_of(context, "month")
        if anchor is None or anchor[0].year is None or anchor[0].month is None:
            return None
        turn = self.month <= anchor[0].month if self.direction > 0 else self.month >= anchor[0].month
        found = Moment(anchor[0].year + self.direction * turn, self.month)
        return Resolved(found, found, True, anchor[1])

    def _of_that_year(self, context: Context) -> Resolved | None:
        anchor = anchor_of(context, "year")
        if anchor is None or anchor[0].year is None:
            return None
        # "in September he was jailed ... released that February": the nearer one, in doubt the later
        behind = (anchor[0].month or self.month) - self.month
        found = Moment(anchor[0].year + (1 if behind >= 6 else -1 if behind < -8 else 0), self.month)
        return Resolved(found, found, True, anchor[1])


_THAT = compiled(rf"(?:that|the{S}same|the{S}very{S}same){S}(?P<m>{alternation(MONTH_NAMES)})(?!,?{S}\d)")
_AFTER = {"following": 1, "next": 1, "previous": -1, "preceding": -1}
_FOLLOWING = compiled(
    rf"the{S}(?P<which>following|next|previous|preceding){S}(?P<m>{alternation(MONTH_NAMES)})"
)
_DIRECTED = compiled(rf"(?P<which>last|this|next|past|coming){S}(?P<m>{alternation(MONTH_NAMES)})")


def _directed_month(match: re.Match[str]) -> MonthFromToday | None:
    number = month_number(match["m"])
    capital = match["m"][:1].isupper()
    return MonthFromToday(DIRECTIONS[match["which"].casefold()], number) if number and capital else None


def _is_month(match: re.Match[str], around: Surroundings) -> bool:
    return not (match["m"].casefold() in around.names.name_words and around.names.leads_name(match.end()))


def _following(match: re.Match[str]) -> MonthFromEarlier | None:
    number = month_number(match["m"])
    return MonthFromEarlier(_AFTER[match["which"].casefold()], number) if number else None


def _that(match: re.Match[str]) -> MonthFromEarlier | None:
    number = month_number(match["m"])
    return MonthFromEarlier(0, number) if number and match["m"][:1].isupper() else None


def _is_that_month(match: re.Match[str], around: Surroundings) -> bool:
    """ "He said that March was cold" has no such month."""
    first = around.tree.at(match.start(), match.start() + 1)
    clause = bool(first) and around.tree.tokens[first[0]].tag == "IN"
    points = not clause or around.after(match.end())[:1] in (".", ",", ";", ")", "")
    return points and _is_month(match, around)


RULES = (
    Rule("that month by name", _THAT, _that, _is_that_month, anchored_only=True),
    Rule("following month by name", _FOLLOWING, _following, _is_month),
    Rule("last or next month by name", _DIRECTED, _directed_month, _is_month),
)
