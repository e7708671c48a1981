"""Datelines counted back from the day on which the page was saved: `Yesterday | Courts`, `3 days ago`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from pipeline.calendar_words import WEEKDAYS, alternation, weekday_number
from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.dating.lone_datelines import is_lone
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.numerals import COUNT, count_of

_AT_MOST = 120
_UNIT = r"seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?"
_AGO = re.compile(
    rf"(?<![\w.])(?:(?:about|over|almost|nearly|around|more\sthan|less\sthan|some)\s)?"
    rf"(?:(?P<count>{COUNT})\s?(?P<unit>{_UNIT})\sago|(?P<short>\d{{1,2}})(?P<letter>[mhdw])\sago"
    rf"|(?P<day>the\sday\sbefore\syesterday|yesterday|today|just\snow|moments\sago|last\snight|this\s(?:morning|afternoon|evening))"
    rf"|(?P<weekday>{alternation(word for word in WEEKDAYS if len(word) > 5)}))(?!\w)",
    re.I,
)
_HOUR = re.compile(r"\b\d\d?[:.h]\d\d\b")
_DIGIT = re.compile(r"\d")
_SHORT_UNITS = {"m": "minute", "h": "hour", "d": "day", "w": "week"}
_DAYS = {"day": 1, "week": 7, "wk": 7}
_MONTHS = {"month": 1, "mo": 1, "year": 12, "yr": 12}
_NAMED = {"yesterday": 1, "last night": 1, "the day before yesterday": 2}
_SHAPES = (Shape.HEAD, Shape.NOISE, Shape.BYLINE, Shape.PROSE, Shape.TIME)
_REASONS = (None, "time", "byline", "comments", "menu", "tags", "share", "sign", "pagination")


def read_relative_stamps(rows: Sequence[Row], saved: date | None) -> list[Row]:
    """The rows, with relative datelines as dates; without the day of saving they are datelines with no date.

    One alone on a page whose day of saving is unknown is left as it is.
    """
    found = {row.index: match for row in rows if (match := _stamp(row, saved))}
    if saved is None and len(found) < 2:
        return list(rows)
    return [_dated(row, found[row.index], saved) if row.index in found else row for row in rows]


def _stamp(row: Row, saved: date | None) -> re.Match[str] | None:
    """The relative date of a line that holds nothing else but what a dateline may hold."""
    text = row.folded.text
    fit = row.shape in _SHAPES and row.reason in _REASONS and row.zone is None and row.date is None
    if not fit or len(text) > _AT_MOST:
        return None
    match = _AGO.search(text, row.marker)
    if match and match["weekday"] and (saved is None or _DIGIT.search(_HOUR.sub("", text))):
        return None  # `Monday 2nd` is the day of a diary
    if match is None or not is_lone(
        text, row.marker, [DateHit(match.start(), match.end(), None, None, None)]
    ):
        return None
    return match


def _dated(row: Row, match: re.Match[str], saved: date | None) -> Row:
    end = len(row.folded.text)
    return replace(
        row,
        shape=Shape.DATE,
        date=_hit(match, saved) if saved else None,
        reason=None,
        text_start=end,
        text_end=end,
        stamp_start=row.marker,
        stamp_end=end,
    )


def _hit(match: re.Match[str], saved: date) -> DateHit:
    """The day, or of months and years ago no more than month and year."""
    if match["weekday"]:
        days = (saved.weekday() - (weekday_number(match["weekday"]) or 0)) % 7
        on = saved - timedelta(days=days)
        return DateHit(match.start(), match.end(), on.year, on.month, on.day)
    if match["day"]:
        on = saved - timedelta(days=_NAMED.get(" ".join(match["day"].casefold().split()), 0))
        return DateHit(match.start(), match.end(), on.year, on.month, on.day)
    count = int(match["short"]) if match["short"] else count_of(match["count"])
    unit = (
        _SHORT_UNITS[match["letter"].casefold()] if match["letter"] else match["unit"].casefold().rstrip("s")
    )
    if unit in _MONTHS:
        months = saved.year * 12 + saved.month - 1 - count * _MONTHS[unit]
        month = months % 12 + 1 if _MONTHS[unit] == 1 else None
        return DateHit(match.start(), match.end(), months // 12, month, None)
    on = saved - timedelta(days=count * _DAYS.get(unit, 0))
    return DateHit(match.start(), match.end(), on.year, on.month, on.day)
