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
_SHORT = re.compile(r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.?\s(?=\S)")


def read_short_days(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as dated ones where three or more run in order as days and not as numbers."""
    found = [(row, match) for row in rows if row.numbered and (match := _SHORT.match(row.folded.text))]
    days = [(int(match["month"]), int(match["day"])) for _, match in found]
    chapters = sum(b[1] == a[1] and b[0] == a[0] + 1 for a, b in pairwise(days))
    ordered = days in (sorted(days), sorted(days, reverse=True))
    if len(days) < _AT_LEAST or not ordered or chapters * 2 >= len(days) - 1:
        return list(rows)
    read = list(rows)
    for row, match in found:
        read[row.index] = _dated(row, match)
    return read


def _dated(row: Row, match: re.Match[str]) -> Row:
    end = len(row.folded.text)
    words = row.folded.text[match.end() : end]
    prose = is_prose(words) or not headline_like(words)
    return replace(
        row,
        shape=Shape.DATED_PROSE if prose else Shape.DATED_HEAD,
        date=DateHit(0, match.end("month"), None, int(match["month"]), int(match["day"])),
        reason=None,
        marker=0,
        numbered=False,
        text_start=match.end(),
        text_end=end,
        stamp_start=0,
        stamp_end=match.end("month"),
    )
