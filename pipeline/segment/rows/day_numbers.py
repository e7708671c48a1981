"""Days written as mere numbers under the name of their month: `28 | Nurse acquitted` under `November`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.calendar_words import MONTH_NAMES, MONTHS, alternation, month_number
from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.rows.series import dated_row
from pipeline.segment.text.prose import headline_like, is_prose

_AT_LEAST = 3
_MOST = 0.5
_TITLE_ROWS = 6
_TITLE_LENGTH = 160
_MONTH = re.compile(rf"(?P<month>{alternation(MONTH_NAMES)})(?:,?\s(?P<year>(?:19|20)\d\d))?[.:]?", re.I)
_FIRST = r"(?:\d{1,2}(?:st|nd|rd|th)?\s?(?:-|–|—|/|to|and|&)\s?)?"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_SIGNED = re.compile(rf"{_FIRST}{_DAY}(?:\.?\s?(?:\||:|–|—|-)\s?|\t)(?=[^\W_a-z]|[\"“‘'])")
_PLAIN = re.compile(rf"{_DAY}\s(?!{alternation(MONTHS)}\b)(?=[^\W\d_a-z]|[\"“‘'])")
_DOTTED = re.compile(rf"{_DAY}\.\s(?=[^\W\d_a-z]|[\"“‘'])")
_ALONE = re.compile(rf"{_DAY}[.:]?")
_HEADS = (Shape.HEAD, Shape.PROSE, Shape.NOISE, Shape.DATE)
_ENTRIES = (Shape.HEAD, Shape.PROSE, Shape.NOISE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY)


def read_day_numbers(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such entries dated and the names of the months as section heads.

    A number alone in its line dates what stands under it.

    Rows stay as they are unless three entries or more stand so and the days of each month run in
    order; a number with no sign behind it is a day only where every line under the months has one.
    """
    months = {row.index: match for row in rows if row.shape in _HEADS and (match := _whole(_MONTH, row))}
    if not months:
        return _under_title(rows)
    alone = [(m, row, match) for m, row in _below(rows, months) if (match := _whole(_ALONE, row))]
    if len(alone) >= _AT_LEAST and _in_order([(m, row.index, int(match["day"])) for m, row, match in alone]):
        return _with_heads(rows, months, [_day_head(row, months[m], match) for m, row, match in alone])
    below = [(month, row) for month, row in _below(rows, months) if row.shape in _ENTRIES]
    for pattern, share in ((_SIGNED, _MOST), (_PLAIN, 1.0), (_DOTTED, _MOST)):
        whole = [(month, row) for month, row in below if _names_month(row, months[month])]
        bare = [(month, row) for month, row in below if not _names_month(row, months[month])]
        entries = [(month, row, match) for month, row in bare if (match := pattern.match(row.folded.text))]
        count = len(entries) + len(whole)
        days = [(m, row.index, int(match["day"])) for m, row, match in entries]
        days += [(m, row.index, row.date.day) for m, row in whole if row.date and row.date.day]
        if pattern is _DOTTED and _counts(days):
            continue
        if entries and count >= _AT_LEAST and count >= share * len(below) and _in_order(days):
            return _with_heads(
                rows, months, [_entry(row, _hit(months[m], match), match) for m, row, match in entries]
            )
    return list(rows)


def _under_title(rows: Sequence[Row]) -> list[Row]:
    """`Chronicle of the month (January 2004)` over `5 - Students marched.`: the days of that month."""
    titles = (
        (row, hit)
        for row in rows[:_TITLE_ROWS]
        for hit in find_dates(row.folded.text, 0, _TITLE_LENGTH)
        if not row.is_text
    )
    title, month = next(((row, hit) for row, hit in titles if hit.month and not hit.day), (None, None))
    read = list(rows)
    if title is None or month is None:
        return read
    below = [row for row in rows[title.index + 1 :] if row.shape in (Shape.HEAD, Shape.PROSE)]
    found = [(row, match) for row in below if (match := _SIGNED.match(row.folded.text))]
    days = [(0, row.index, int(match["day"])) for row, match in found]
    if len(days) >= _AT_LEAST and len(days) >= _MOST * len(below) and _in_order(days) and not _counts(days):
        for row, match in found:
            hit = DateHit(0, match.end("day"), month.year, month.month, int(match["day"]))
            read[row.index] = _entry(row, hit, match)
    return read


def _whole(pattern: re.Pattern[str], row: Row) -> re.Match[str] | None:
    return pattern.fullmatch(row.folded.text[row.marker :].rstrip("*_ "))


def _below(rows: Sequence[Row], months: dict[int, re.Match[str]]) -> Iterator[tuple[int, Row]]:
    """Each row under the name of a month, with the row of that name."""
    month: int | None = None
    for row in rows:
        if row.index in months:
            month = row.index
        elif month is not None:
            yield month, row


def _names_month(row: Row, month: re.Match[str]) -> bool:
    """An entry whose date names the month over it again."""
    named = month_number(month["month"])
    return row.date is not None and row.date.month == named and row.date.day is not None


def _in_order(entries: Sequence[tuple[int, int, int]]) -> bool:
    """Within each month the days rise or fall; an entry is its month, its row and its day."""
    days: dict[int, list[int]] = {}
    for month, _, day in sorted(entries):
        days.setdefault(month, []).append(day)
    return all(found in (sorted(found), sorted(found, reverse=True)) for found in days.values())


def _counts(entries: Sequence[tuple[int, int, int]]) -> bool:
    """`1.`, `2.`, `3.` number the entries: they go on by one more often than not."""
    days = [day for _, _, day in sorted(entries)]
    return sum(b - a == 1 for a, b in pairwise(days)) * 2 >= len(days) - 1


def _with_heads(rows: Sequence[Row], months: Iterable[int], dated: Iterable[Row]) -> list[Row]:
    read = list(rows)
    for i in months:
        read[i] = replace(rows[i], shape=Shape.NOISE, date=None, reason="section head", zone=None)
    for row in dated:
        read[row.index] = row
    return read


def _day_head(row: Row, month: re.Match[str], day: re.Match[str]) -> Row:
    return dated_row(row, _hit(month, day))


def _hit(month: re.Match[str], day: re.Match[str]) -> DateHit:
    year = int(month["year"]) if month["year"] else None
    return DateHit(0, day.end("day"), year, month_number(month["month"]), int(day["day"]))


def _entry(row: Row, hit: DateHit, day: re.Match[str]) -> Row:
    end = len(row.folded.text)
    words = row.folded.text[day.end() : end]
    prose = is_prose(words) or not headline_like(words)
    return replace(
        row,
        shape=Shape.DATED_PROSE if prose else Shape.DATED_HEAD,
        date=hit,
        reason=None,
        zone=None,
        marker=0,
        numbered=False,
        text_start=day.end(),
        text_end=end,
        stamp_start=0,
        stamp_end=day.end("day"),
    )
