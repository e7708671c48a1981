"""The day of saving, where the page's own text notes it."""

from __future__ import annotations

import re
from datetime import date

from pipeline.calendar_words import MONTH_PATTERN, WEEKDAYS, alternation, month_number

_NOTE = re.compile(
    r"[(\[]?(?:(?:this\s)?(?:web\s?)?(?:page|document|copy|version|snapshot|article|site)\s(?:was\s|is\s)?|date\s(?:of\s)?)?"
    r"(?:last\s)?(?:printed|retrieved|retrieval|accessed|access|visited|saved|archived|captured|cached|crawled|downloaded|copied"
    r"|taken|printing|print-?out|printout|as\sit\sappeared)"
    r"(?:\sfrom\s\S{1,300})?(?:\sby\s\S{1,40})?(?:\son)?(?:\s?:\s?|\s)",
    re.I,
)
_WEEKDAY = rf"{alternation(WEEKDAYS)},?\s"
_DAY = re.compile(
    rf"(?:{_WEEKDAY})?(?:(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)"
    rf"|(?P<d4>\d{{1,2}})\.\s?(?P<m4>\d{{1,2}})\.\s?(?P<y4>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>{MONTH_PATTERN})\.?,?\s(?P<y2>\d{{4}})"
    rf"|(?P<m3>{MONTH_PATTERN})\.?\s(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y3>\d{{4}}))\b",
    re.I,
)
_SHORT_LINE = 160
_REST = 40


def retrieval_day(text: str) -> date | None:
    """The day of a note such as `Page printed on 30 December 2013`, in a short line of its own.

    >>> retrieval_day("News\\nPage printed on 30 December 2013")
    datetime.date(2013, 12, 30)
    >>> retrieval_day("This copy was saved on Monday, 4.5.2015")
    datetime.date(2015, 5, 4)
    >>> retrieval_day("Police archived on 3 May 2012 the case of the poet, he said.")
    """
    for line in text.splitlines():
        line = " ".join(line.split()) if len(line) <= _SHORT_LINE else ""
        day = _noted(line)
        if day:
            return _as_date(day)
    return None


def is_saving_note(line: str) -> bool:
    """The line says when the page was saved, and no more.

    >>> is_saving_note("Printed on 18 May 2022, 10:12"), is_saving_note("Printed in 500 copies")
    (True, False)
    """
    return _noted(line) is not None


def _noted(line: str) -> re.Match[str] | None:
    note = _NOTE.match(line)
    day = _DAY.match(line, note.end()) if note else None
    return day if day and len(line) - day.end() < _REST else None


def _as_date(match: re.Match[str]) -> date | None:
    fields = {key.rstrip("234"): value for key, value in match.groupdict().items() if value}
    try:
        return date(int(fields["y"]), month_number(fields["m"]) or int(fields["m"]), int(fields["d"]))
    except ValueError:
        return None
