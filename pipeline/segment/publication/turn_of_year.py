"""Entries without a year that run over the turn of one: December, then January."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.publication.calendar import Published

_HALF_A_YEAR = 6


def across_years(
    dates: Sequence[Published | None], inferred: Sequence[bool], years: Sequence[int]
) -> list[Published | None]:
    """The dates, those with an inferred year moved on where the months turn.

    `years` are those that the head of the page names: two make the turn certain, one leaves it to
    the months, which then must fall from December or so to January or so. Other dates stay.
    """
    known = [date for date in dates if date is not None]
    if not known or not all(inferred) or len(known) < len(dates) or len(set(years)) != 2:
        return list(dates)
    months = [date.on.month for date in known]
    rising = sum(b - a < -_HALF_A_YEAR for a, b in pairwise(months))
    falling = sum(b - a > _HALF_A_YEAR for a, b in pairwise(months))
    if rising + falling != 1:
        return list(dates)
    year, step = (min(years), 1) if rising else (max(years), -1)
    moved: list[Published | None] = []
    for before, date in zip([None, *known], known, strict=False):
        if before and abs(date.on.month - before.on.month) > _HALF_A_YEAR:
            year += step
        moved.append(_in_year(date, year))
    return moved


def _in_year(date: Published, year: int) -> Published:
    try:
        return replace(date, on=date.on.replace(year=year))
    except ValueError:  # 29 February
        return date
