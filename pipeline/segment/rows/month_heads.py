"""Parts of months as heads among days: `Mid-June`, `Late in March 2015`, `End of May`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.calendar_words import MONTHS, alternation, month_number
from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_LINE_LENGTH = 40
_PART = (
    r"(?:(?:very\s)?(?:early|late|mid|middle)[\s-]?(?:in\s|of\s)?"
    r"|(?:the\s)?(?:beginning|start|middle|end|close|first\shalf|second\shalf|(?:first|second|third|last)\sweek)\sof\s)"
)
_HEAD = re.compile(
    rf"(?:(?:in|by|from|around|about|at)\s)?(?:the\s)?{_PART}"
    rf"(?P<month>{alternation(word for word in MONTHS if len(word) > 2)})\.?"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?\s?:?",
    re.IGNORECASE,
)


def read_month_heads(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as days where two or more days stand alone on their lines."""
    days = sum(row.shape is Shape.DATE and row.date is not None and row.date.day is not None for row in rows)
    return [_head(row) if days >= _AT_LEAST else row for row in rows]


def _head(row: Row) -> Row:
    text = row.folded.text
    if row.shape not in (Shape.HEAD, Shape.DATE, Shape.PROSE) or len(text) > _LINE_LENGTH:
        return row
    match = _HEAD.fullmatch(text, row.marker)
    if match is None:
        return row
    year = int(match["year"]) if match["year"] else None
    hit = DateHit(row.marker, match.end(), year, month_number(match["month"]), None)
    return replace(
        row,
        shape=Shape.DATE,
        date=hit,
        reason=None,
        numbered=False,
        text_start=len(text),
        text_end=len(text),
        stamp_start=row.marker,
        stamp_end=match.end(),
    )
