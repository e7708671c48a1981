"""Whether a page writes the day or the month first, by its own evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from pipeline.calendar_words import MONTH_PATTERN
from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row

_SAMPLE = 400
_DIGIT = re.compile(r"\d")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH_PATTERN}\b", re.I)
_MONTH_DAY = re.compile(rf"\b{MONTH_PATTERN}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{4}})?\b(?!\s?\d)", re.I)


def day_first(rows: Sequence[Row]) -> bool:
    """True where numeric dates on the page read day, month; False where month, day.

    In order: numbers that can be no month, dates with full stops, entries that run in order under
    one reading alone, the way in which the page writes dates in words, and the day as most of the
    world writes it.
    """
    found = [hit for row in rows for hit in find_dates(row.folded.text, 0, _SAMPLE) if hit.numbers]
    numbers = [hit.numbers for hit in found if hit.numbers]
    votes = sum((a > 12) - (b > 12) for a, b in numbers)
    if votes:
        return votes > 0
    if found and not any(hit.slashes for hit in found):
        return True
    stamps = [row.date for row in rows if row.date and row.date.numbers and row.date.year]
    by_order = _by_order(stamps)
    return _by_words(rows) if by_order is None else by_order


def _by_order(stamps: Sequence[DateHit]) -> bool | None:
    breaks = {first: _breaks(stamps, first) for first in (True, False)}
    if len(stamps) < 3 or breaks[True] == breaks[False]:
        return None
    return breaks[True] < breaks[False]


def _breaks(stamps: Sequence[DateHit], day_is_first: bool) -> tuple[int, bool]:
    """Pairs out of order, in the direction that has fewer of them; of equals the newest-first wins."""
    days = [day for stamp in stamps if (day := _day(stamp, day_is_first))]
    down, up = sum(a < b for a, b in pairwise(days)), sum(a > b for a, b in pairwise(days))
    return min(down, up), up < down


def _day(stamp: DateHit, day_is_first: bool) -> date | None:
    if stamp.numbers is None or stamp.year is None:
        return None
    day, month = stamp.numbers if day_is_first else stamp.numbers[::-1]
    try:
        return date(stamp.year, month, day)
    except ValueError:
        return None


def _by_words(rows: Sequence[Row]) -> bool:
    texts = [text for row in rows if _DIGIT.search(text := row.folded.text[:_SAMPLE])]
    day_month = sum(len(_DAY_MONTH.findall(text)) for text in texts)
    month_day = sum(len(_MONTH_DAY.findall(text)) for text in texts)
    return day_month >= month_day
