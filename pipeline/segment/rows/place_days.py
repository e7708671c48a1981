"""Lines of place and day that only those beside them show for what they are: `Ho Chi Minh City | 11 June`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_AT_MOST = 90
_PLACE_WORDS = 8
_BEHIND_WORDS = 4
_SIGN_BEHIND = re.compile(r"\s?([|•·:,–—/]|--|-(?=\s))\s(?=\S)")
_SIGN = re.compile(r"\s?([|•·:,–—/]|--|-(?=\s))\s?$")


def read_place_days(rows: Sequence[Row]) -> list[Row]:
    """The rows, with headings written as two datelines or more of the page are read as datelines too."""
    usual = Counter(sign for row in rows if row.shape is Shape.DATE and (sign := _sign(row, row.date)))
    read = list(rows)
    for row in rows:
        hit = _last_date(row) if row.shape is Shape.HEAD and row.date is None else None
        if hit is not None and usual[_sign(row, hit) or ""] >= _AT_LEAST:
            read[row.index] = _dated(row, hit)
    return _with_places_behind(read)


def _with_places_behind(rows: list[Row]) -> list[Row]:
    """`Friday, 1 December – Bus terminal` is a dateline where half of the lines so written are."""
    known = Counter(sign for row in rows if row.shape is Shape.DATE and (sign := _sign_behind(row)))
    others = [row for row in rows if row.shape is Shape.DATED_HEAD and row.gap and _sign_behind(row)]
    for sign, count in known.items():
        alike = [row for row in others if _sign_behind(row) == sign]
        if _AT_LEAST <= count >= len(alike) and all(_is_short(row) for row in alike):
            for row in alike:
                rows[row.index] = _dated(row, row.date) if row.date else row
    return rows


def _sign_behind(row: Row) -> str | None:
    """What parts the day that a line opens with from the words behind it."""
    if row.date is None or row.date.start != row.marker or not row.date.day:
        return None
    sign = _SIGN_BEHIND.match(row.folded.text, row.date.end)
    return sign[1] if sign else None


def _is_short(row: Row) -> bool:
    return len(row.text.split()) <= _BEHIND_WORDS


def _last_date(row: Row) -> DateHit | None:
    """The day that the line ends with, an hour behind it aside."""
    text = row.folded.text
    hit = next(find_dates(text), None) if len(text) <= _AT_MOST else None
    clock = CLOCK_AFTER.match(text, hit.end) if hit else None
    end = clock.end() if clock else hit.end if hit else 0
    return hit if hit and hit.day and not text[end:].strip(" .)") else None


def _sign(row: Row, hit: DateHit | None) -> str | None:
    """What parts the place from the day behind it."""
    before = row.folded.text[row.marker : hit.start] if hit else ""
    sign = _SIGN.search(before)
    return sign[1] if sign and 0 < len(before[: sign.start()].split()) <= _PLACE_WORDS else None


def _dated(row: Row, hit: DateHit) -> Row:
    end = len(row.folded.text)
    return replace(
        row, shape=Shape.DATE, date=hit, text_start=end, text_end=end, stamp_start=row.marker, stamp_end=end
    )
