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
_SIGN = re.compile(r"\s?([|•·:,–—/]|--|-(?=\s))\s?$")


def read_place_days(rows: Sequence[Row]) -> list[Row]:
    """The rows, with headings written as two datelines or more of the page are read as datelines too."""
    usual = Counter(sign for row in rows if row.shape is Shape.DATE and (sign := _sign(row, row.date)))
    read = list(rows)
    for row in rows:
        hit = _last_date(row) if row.shape is Shape.HEAD and row.date is None else None
        if hit is not None and usual[_sign(row, hit) or ""] >= _AT_LEAST:
            read[row.index] = _dated(row, hit)
    return read


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
