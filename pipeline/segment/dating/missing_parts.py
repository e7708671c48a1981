"""The year or month that a date leaves out, by its weekday or by when the page was saved."""

from __future__ import annotations

from datetime import date

from pipeline.segment.dating.datelines import DateHit

_SOON = 90


def nearest_year(hit: DateHit, saved: date | None) -> int | None:
    """The year of a day that is past when the page is saved, or soon to come."""
    if saved is None:
        return None
    ahead = (date(saved.year, hit.month or 1, 1) - saved).days if hit.month else 0
    return saved.year - 1 if ahead > _SOON else saved.year


def on_weekday(year: int, month: int, day: int, weekday: int) -> tuple[int, int]:
    """The month, that of the page's head or one beside it, in which this day falls on the weekday."""
    for months in (0, 1, -1):
        moved = year * 12 + month - 1 + months
        try:
            if date(moved // 12, moved % 12 + 1, day).weekday() == weekday:
                return moved // 12, moved % 12 + 1
        except ValueError:
            continue
    return year, month


def weekday_in(year: int, hit: DateHit) -> int | None:
    """The weekday, Monday 0, on which the day of a hit falls in a year; None where it has no such day."""
    try:
        return date(year, hit.month or 1, hit.day or 1).weekday()
    except ValueError:
        return None
