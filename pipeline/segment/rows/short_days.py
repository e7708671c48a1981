"""Days in figures that alone look like the numbers of chapters: `11.01. A lawyer was held.`"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import headline_like, is_prose

_AT_LEAST = 3
_MONTHS = 12
_SLASHED = re.compile(
    r"(?:\d{1,2}(?:/\d{1,2})?\s?[-–—]\s?)?"
    r"(?P<a>0?[1-9]|[12]\d|3[01])/(?P<b>0?[1-9]|[12]\d|3[01])\s(?=[^\W\d_a-z])"
)
_SHORT = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.?\s(?=\S)")


def read_short_days(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as dated ones where three or more run in order as days and not as numbers."""
    found = [(row, match) for row in rows if row.numbered and (match := _SHORT.match(row.folded.text))]
    days = [(int(match["month"]), int(match["day"])) for _, match in found]
    chapters = sum(b[1] == a[1] and b[0] == a[0] + 1 for a, b in pairwise(days))
    ordered = all(map(_ordered, _by_section(rows, found)))
    if len(days) < _AT_LEAST or not ordered or chapters * 2 >= len(days) - 1:
        return _slashed(rows)
    read = _slashed(rows)
    for row, match in found:
        hit = DateHit(0, match.end("month"), None, int(match["month"]), int(match["day"]))
        read[row.index] = _dated(row, hit, match.end())
    return read


def _by_section(
    rows: Sequence[Row], found: Sequence[tuple[Row, re.Match[str]]]
) -> list[list[tuple[int, int]]]:
    """Months and days under each heading of the page: they begin anew under the next one."""
    sections: list[list[tuple[int, int]]] = [[]]
    entries = {row.index: (int(match["month"]), int(match["day"])) for row, match in found}
    for row in rows:
        if row.index in entries:
            sections[-1].append(entries[row.index])
        elif row.shape is Shape.HEAD and row.gap and sections[-1]:
            sections.append([])
    return sections


def _ordered(days: list[tuple[int, int]]) -> bool:
    return days in (sorted(days), sorted(days, reverse=True))


def _slashed(rows: Sequence[Row]) -> list[Row]:
    """`17/11 Hunger strike ends`: three or more headings that open so, without a year."""
    found = [
        (row, match)
        for row in rows
        if row.shape in (Shape.HEAD, Shape.PROSE) and (match := _SLASHED.match(row.folded.text, row.marker))
        if min(int(match["a"]), int(match["b"])) <= _MONTHS
    ]
    read = list(rows)
    for row, match in found if len(found) >= _AT_LEAST else ():
        numbers = (int(match["a"]), int(match["b"]))
        hit = DateHit(match.start(), match.end("b"), None, None, None, numbers, slashes=True)
        read[row.index] = _dated(row, hit, match.end())
    return read


def _dated(row: Row, hit: DateHit, words_start: int) -> Row:
    end = len(row.folded.text)
    words = row.folded.text[words_start:end]
    prose = is_prose(words) or not headline_like(words)
    return replace(
        row,
        shape=Shape.DATED_PROSE if prose else Shape.DATED_HEAD,
        date=hit,
        reason=None,
        marker=hit.start,
        numbered=False,
        text_start=words_start,
        text_end=end,
        stamp_start=hit.start,
        stamp_end=hit.end,
    )
