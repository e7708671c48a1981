"""Headings that only their series shows for what they are: months, days of a month, letters and numerals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from pipeline.calendar_words import MONTH_NAMES, WEEKDAYS, alternation, month_number, weekday_number
from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.rows.row import Row, Shape

_MONTHS_AT_LEAST = 3
_DAYS_AT_LEAST = 3
_LETTERS_AT_LEAST = 2
_HEADING_WORDS = 12
_MONTH = re.compile(rf"({alternation(MONTH_NAMES)})[.:]?", re.I)
_DAY = re.compile(
    rf"(?:(?P<weekday>{alternation(WEEKDAYS)})\.?,?\s)?(?:the\s)?(?P<day>[12]?\d|3[01])(?P<nth>st|nd|rd|th)?[.:]?",
    re.I,
)
_DAY_LEAD = re.compile(
    rf"(?P<weekday>{alternation(WEEKDAYS)})\.?,?\s(?:the\s)?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?:\s[–—-]|[.:])\s(?=\S)",
    re.I,
)
_LETTER = re.compile(r"(?P<sign>[A-Z])\.\s(?=\S)")
_NUMERAL = re.compile(r"(?P<sign>[IVX]{1,5})\.\s(?=\S)")
_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def read_series(rows: Sequence[Row]) -> list[Row]:
    """The rows, with bare months and days as dates and lettered headings as numbered ones.

    One alone is left as it is: `May` may be a name, `A. Petrov` a person.
    """
    read = list(rows)
    for find in (_months, _days, _leading_days, _lettered(_LETTER, _LETTERS), _lettered(_NUMERAL, _NUMERALS)):
        for row in find(rows):
            read[row.index] = row
    return read


def _months(rows: Sequence[Row]) -> Iterator[Row]:
    found = [(row, match) for row in rows if (match := _whole(_MONTH, row))]
    over_days = [row for row, _ in found if _opens_with_day(rows[row.index + 1 : row.index + 2])]
    several = len({match.group(1).casefold() for _, match in found}) >= _MONTHS_AT_LEAST
    if several or (found and len(over_days) == len(found)):
        for row, match in found:
            yield dated_row(row, DateHit(0, match.end(), None, month_number(match.group(1)), None))


def _opens_with_day(below: Sequence[Row]) -> bool:
    """`Mon 1: Soldiers closed the road`: a day whose month stands above."""
    return any(_DAY_LEAD.match(row.folded.text, row.marker) for row in below)


def _days(rows: Sequence[Row]) -> Iterator[Row]:
    """Days with their weekday or as ordinals, that rise or fall from one to the next."""
    found = [
        (row, match) for row in rows if (match := _whole(_DAY, row)) and (match["weekday"] or match["nth"])
    ]
    days = [int(match["day"]) for _, match in found]
    if len(days) < _DAYS_AT_LEAST or days not in (sorted(days), sorted(days, reverse=True)):
        return
    for row, match in found:
        weekday = weekday_number(match["weekday"]) if match["weekday"] else None
        yield dated_row(row, DateHit(0, match.end(), None, None, int(match["day"]), weekday=weekday))


def _leading_days(rows: Sequence[Row]) -> Iterator[Row]:
    """`MONDAY 25 - We are eleven tents.`"""
    shapes = (Shape.PROSE, Shape.HEAD)
    found = [
        (row, match)
        for row in rows
        if row.shape in shapes and (match := _DAY_LEAD.match(row.folded.text, row.marker))
    ]
    for row, match in found if len(found) >= _LETTERS_AT_LEAST else ():
        weekday = weekday_number(match["weekday"])
        hit = DateHit(match.start(), match.end(), None, None, int(match["day"]), weekday=weekday)
        end = len(match.group().rstrip(" –—-:."))
        yield replace(
            row,
            shape=Shape.DATED_PROSE,
            date=hit,
            text_start=match.end(),
            stamp_start=match.start(),
            stamp_end=match.start() + end,
        )


def _lettered(pattern: re.Pattern[str], order: Sequence[str]) -> Callable[[Sequence[Row]], Iterator[Row]]:
    """Headings that begin with A., B., C. or with I., II., III., in this order from the first on."""

    def find(rows: Sequence[Row]) -> Iterator[Row]:
        found = [
            (row, match) for row in rows if _is_heading(row) and (match := pattern.match(row.folded.text))
        ]
        signs = [match["sign"] for _, match in found]
        if len(signs) >= _LETTERS_AT_LEAST and signs == list(order[: len(signs)]):
            for row, match in found:
                start = match.end()
                yield replace(row, shape=Shape.HEAD, marker=start, numbered=True, text_start=start)

    return find


def _is_heading(row: Row) -> bool:
    """Also `A. Arrests`, which alone looks like the answer in an interview."""
    plain = row.shape is Shape.PROSE and len(row.text.split()) <= _HEADING_WORDS
    return row.shape is Shape.HEAD or (plain and row.text[-1:].isalnum())


def _whole(pattern: re.Pattern[str], row: Row) -> re.Match[str] | None:
    plain = row.shape in (Shape.HEAD, Shape.PROSE, Shape.NOISE) and row.reason in (None, "sign", "pagination")
    return pattern.fullmatch(row.folded.text[row.marker :]) if plain else None


def dated_row(row: Row, hit: DateHit) -> Row:
    """The row as a line that is nothing but a date; `hit` counts from behind its marker."""
    end = len(row.folded.text)
    shifted = replace(hit, start=row.marker, end=row.marker + hit.end)
    return replace(
        row,
        shape=Shape.DATE,
        date=shifted,
        reason=None,
        zone=None,
        text_start=end,
        text_end=end,
        stamp_start=row.marker,
        stamp_end=end,
    )
