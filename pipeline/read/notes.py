"""The day of saving, where the page's own text notes it."""

from __future__ import annotations

import re
from datetime import date

from pipeline.calendar_words import MONTH_PATTERN, month_number

_NOTE = re.compile(
    r"\b(?:(?:page|document)\s)?(?:printed|retrieved|accessed|saved|archived|captured|downloaded)"
    r"(?:\sfrom\s\S{1,300})?(?:\son)?[:\s]{1,3}",
    re.I,
)
_DAY = re.compile(
    rf"(?:(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{MONTH_PATTERN})\.?,?\s(?P<y2>\d{{4}})"
    rf"|(?P<m3>{MONTH_PATTERN})\.?\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y3>\d{{4}}))\b",
    re.I,
)
_SHORT_LINE = 160


def retrieval_day(text: str) -> date | None:
    """The day of a note such as `Page printed on 30 December 2013`, in a short line of its own.

    >>> retrieval_day("News\\nPage printed on 30 December 2013")
    datetime.date(2013, 12, 30)
    >>> retrieval_day("Police archived on 3 May 2012 the case of the poet, he said.")
    """
    for line in text.splitlines():
        line = " ".join(line.split()) if len(line) <= _SHORT_LINE else ""
        note = _NOTE.match(line)
        day = _DAY.match(line, note.end()) if note else None
        if day and len(line) - day.end() < 40:
            return _as_date(day)
    return None


def _as_date(match: re.Match[str]) -> date | None:
    fields = match.groupdict()
    year, month, day = (next(filter(None, (fields[k], fields[k + "2"], fields[k + "3"]))) for k in "ymd")
    try:
        return date(int(year), month_number(month) or int(month), int(day))
    except ValueError:
        return None
