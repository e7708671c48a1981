"""Dates as datelines, stamps and entries write them. Values wait for the page's order and year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.calendar_words import alternation
from pipeline.openings import may_open, openings, starts
from pipeline.segment.dating.date_forms import FORMS, MONTH_NUMBER, ORDINALS, WEEKDAY_NUMBER, YEAR


@dataclass(frozen=True, slots=True)
class DateHit:
    """A written date: offsets in its line, and its parts as far as they are written.

    Of a range it is the last day. `numbers` holds day and month in their written order where only
    the page can tell which is which.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    numbers: tuple[int, int] | None = None
    weekday: int | None = None
    slashes: bool = False
    ranged: bool = False

    @property
    def month_or_numbers(self) -> bool:
        """More than a year is written."""
        return self.month is not None or self.numbers is not None


def _strip_names(form: str, index: int) -> str:
    return form.replace("(?P<weekday>", f"(?P<weekday{index}>")


_DATE = re.compile(
    r"(?<![\w.,/])(?<!\d:)(?:"
    + "|".join(_strip_names(form, i) for i, form in enumerate(FORMS))
    + r")(?:(?=T\d\d:)|(?!\w)(?!\.\d))",
    re.I,
)
_OPENINGS = openings(_DATE)
_GLUED = re.compile(
    r"(?<!\d)(?:" + "|".join(_strip_names(form, i) for i, form in enumerate(FORMS)) + r")(?!\d)", re.I
)
_BARE_YEAR = re.compile(rf"(?<![\w.,/-]){YEAR}(?![\w/])")
_YEARS = re.compile(rf"({YEAR})\s?[-–—]\s?({YEAR})(?![\w/])")
_BARE_WEEKDAY = re.compile(rf"{alternation(w for w in WEEKDAY_NUMBER if len(w) > 5)}(?!\w)", re.I)
_RANGE_FIELDS = ("d2", "d5", "a11")
_ISSUE = re.compile(r"(?:\b(?:no|nr|num|issue|vol|number|volume|edition)\.?|№|#)\s?$", re.I)
_ISSUE_NUMBER = re.compile(r"\d{1,2}\s?[/|,;–—-]\s?(?=\d)")
_YEAR_APART = re.compile(r"\d{4}\s\d\d?/")
_DIGIT = re.compile(r"\d")
_FIELDS = tuple(name.rstrip("0123456789") for name in _DATE.groupindex)  # of its groups, in their order


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[DateHit]:
    """Dates in a stretch of a folded line, left to right; bare years and weekdays are none.

    >>> [(h.year, h.month, h.day) for h in find_dates("Minsk, 3-7 May 2013 (or 2011 08/28)")]
    [(2013, 5, 7), (2011, 8, 28)]
    >>> [h.numbers for h in find_dates("Fri, 03/06/2014 - 10:22")]
    [(3, 6)]
    """
    return iter(_dates(text, start, len(text) if end is None else min(end, len(text))))


@lru_cache(maxsize=4096)
def _dates(text: str, start: int, end: int) -> tuple[DateHit, ...]:
    """Remembered, as many readers of a page look at the same lines."""
    if not _DIGIT.search(text, start, end):  # most lines have none, and the search for dates is dear
        return ()
    return tuple(_read_dates(text, start, end))


def _read_dates(text: str, start: int, end: int) -> Iterator[DateHit]:
    for match in _date_matches(text, start, end):
        hit = _hit(match)
        if hit is not None:
            issue = hit.month and hit.day and _ISSUE.search(text, max(0, match.start() - 10), match.start())
            yield _behind_issue(text, hit) if issue else hit


def _behind_issue(text: str, hit: DateHit) -> DateHit:
    """`No. 5 May 2014` is number five of May; in `No. 14 / 7 May 2018` the day stands behind the number."""
    behind = _ISSUE_NUMBER.match(text, hit.start, hit.end)
    apart = date_at(text, behind.end()) if behind and hit.ranged else None
    return apart or replace(hit, day=None)


def _date_matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """As `_DATE.finditer`, tried only where words open as dates do."""
    for place, opening in starts(text, start, end):
        if place >= start and _may_open(opening):
            match = _DATE.match(text, place, end)
            if match is not None:
                yield match
                start = match.end()


@lru_cache(maxsize=65536)
def _may_open(opening: str) -> bool:
    return _OPENINGS is None or may_open(opening, _OPENINGS)


def date_at(text: str, position: int) -> DateHit | None:
    """The date that begins at this offset, whatever stands before it."""
    match = _GLUED.match(text, position)
    return _hit(match) if match else None


def year_at(text: str, position: int) -> DateHit | None:
    """A year alone, or with a span of years, that begins at this offset."""
    span = _YEARS.match(text, position)
    if span and int(span[1]) < int(span[2]):
        return DateHit(span.start(), span.end(), int(span[2]), None, None, ranged=True)
    match = _BARE_YEAR.match(text, position)
    return DateHit(match.start(), match.end(), int(match.group()), None, None) if match else None


def find_years(text: str) -> list[int]:
    """Years that stand alone in a folded line, in order."""
    return [int(match.group()) for match in _BARE_YEAR.finditer(text)]


def weekday_at(text: str, position: int) -> DateHit | None:
    """A day of the week that begins at this offset and has no date beside it."""
    match = _BARE_WEEKDAY.match(text, position)
    if match is None:
        return None
    weekday = WEEKDAY_NUMBER[match.group().casefold()]
    return DateHit(match.start(), match.end(), None, None, None, weekday=weekday)


def _hit(match: re.Match[str]) -> DateHit | None:
    parts: dict[str, str] = {}
    for field, value in zip(_FIELDS, match.groups(), strict=True):
        if value is not None:
            parts[field] = value  # the last of a range wins
    month = MONTH_NUMBER.get(parts["m"].rstrip(".").casefold()) if "m" in parts else None
    day = _number(parts.get("d"))
    numbers = None
    if "n" in parts:
        month, day = int(parts["n"]), int(parts["o"])
        if month > 12 >= day:
            month, day = day, month
        if max(month, day) <= 12 and _YEAR_APART.match(match.group()):
            return DateHit(
                match.start(), match.end(), _year(parts["y"]), None, None, (month, day), slashes=True
            )
    elif "a" in parts:
        numbers = (int(parts["a"]), int(parts["b"]))
        if min(numbers) > 12 or max(numbers) > 31 or not min(numbers):
            return None
    if not _plausible(month, day):
        return None
    return DateHit(
        match.start(),
        match.end() - (match.group()[-1] in ". "),
        _year(parts.get("y")),
        month,
        day,
        numbers,
        WEEKDAY_NUMBER.get(parts["weekday"].casefold()) if "weekday" in parts else None,
        parts.get("s") == "/",
        any(match[name] for name in _RANGE_FIELDS),
    )


def _number(word: str | None) -> int | None:
    digits = re.match(r"\d+", word or "")
    return int(digits.group()) if digits else ORDINALS.get((word or "").casefold())


def _plausible(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _year(word: str | None) -> int | None:
    number = int(word.strip("'’")) if word else None
    if number is None or number >= 100:
        return number
    return number + (2000 if number < 70 else 1900)
