"""Counts that close each day of a chronicle: `Incidents: 2. Wounded: 0.`, and are none of its entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_LENGTH = 160
_NUMBER = r"(?:\d[\d.,]{0,9}|no|nil|none|zero|many|several|some|dozens|unknown|n/a)"
_COUNT = r"[^\W\d_][^\d:=]{1,40}?\s?[:=]\s?" + _NUMBER + r"(?:\s[^\W\d_]{2,20}){0,3}"
_TOTAL = re.compile(rf"(?P<first>{_COUNT})(?:\s?[.,;|/]\s?{_COUNT}){{0,7}}\.?", re.I)
_SHAPES = (Shape.PROSE, Shape.HEAD, Shape.NOISE)
_ENDS = (Shape.DATE, Shape.RULE, Shape.DATED_HEAD)


def read_totals(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such counts as no news: the last line above two days or more begins with one label."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        label = _label(row) if row.shape in _SHAPES and _closes(rows, row) else None
        if label:
            found.setdefault(label, []).append(row)
    read = list(rows)
    for row in (row for alike in found.values() if len(alike) >= _AT_LEAST for row in alike):
        read[row.index] = replace(row, shape=Shape.NOISE, reason="count")
    return read


def _label(row: Row) -> str | None:
    """What is counted first."""
    text = row.folded.text[row.marker :]
    if len(text) > _LENGTH or _TOTAL.fullmatch(text) is None:
        return None
    return re.split(r"\s?[:=]", text, maxsplit=1)[0].casefold()


def _closes(rows: Sequence[Row], row: Row) -> bool:
    """A day stands below, or nothing at all."""
    below = next((other for other in rows[row.index + 1 :] if other.shape is not Shape.NOISE), None)
    return below is None or below.shape in _ENDS
