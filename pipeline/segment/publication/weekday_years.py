"""The year in which all the days of a page fall on the weekdays that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.calendar_words import WEEKDAYS, alternation, weekday_number
from pipeline.segment.dating.datelines import find_years
from pipeline.segment.rows.row import Row

_YEARS_ON = 4
_BEHIND = re.compile(rf"[,.]?\s?\(?({alternation(WEEKDAYS)})(?![^\W\d_])", re.I)


def year_by_weekdays(rows: Sequence[Row], saved: date | None) -> int | None:
    """The only such year from the last one that the page tells of to three years later; None if unsure.

    A diary of `Monday, 3 February` that speaks of 2018 was written in 2020, not in 2014 or 2025.
    """
    days = list(_weekdays(rows))
    latest = max((year for row in rows for year in find_years(row.folded.text)), default=None)
    if not days or latest is None:
        return None
    last = min(latest + _YEARS_ON - 1, saved.year if saved else latest + _YEARS_ON)
    fitting = [
        year
        for year in range(latest, last + 1)
        if all(_falls_on(year, month, day, weekday) for month, day, weekday in days)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _weekdays(rows: Sequence[Row]) -> Iterator[tuple[int, int, int]]:
    """Month, day and weekday of the datelines that have no year."""
    for row in rows:
        hit = row.date
        if hit is None or hit.year is not None or not hit.month or not hit.day or hit.ranged:
            continue
        behind = _BEHIND.match(row.folded.text, hit.end)
        weekday = hit.weekday if hit.weekday is not None else weekday_number(behind[1]) if behind else None
        if weekday is not None:
            yield hit.month, hit.day, weekday


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return date(year, month, day).weekday() == weekday
    except ValueError:
        return False
