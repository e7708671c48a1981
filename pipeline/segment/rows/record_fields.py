"""Lines that are fields of a record, `Court: ...`, read as what they are: facts, details, headlines."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.row import Row, Shape

FIELD = re.compile(r"([^\W\d_][\w' ]{1,24}):\s(?=\S)")
"""A label, its colon and what stands behind it."""

_TAIL = 12  # characters behind a date: an hour, a full stop
_HEADS = (Shape.HEAD, Shape.DATED_HEAD)


def tells_date_alone(row: Row) -> bool:
    """`Next hearing: 14 January 2016`."""
    field = FIELD.match(row.folded.text, row.marker)
    hit = next(find_dates(row.folded.text, field.end()), None) if field else None
    return (
        field is not None
        and hit is not None
        and hit.start == field.end()
        and len(row.folded.text) - hit.end <= _TAIL
    )


def label_of(row: Row) -> str | None:
    """What stands before the colon of a field."""
    field = FIELD.match(row.folded.text, row.marker)
    return field.group(1).casefold() if field and not row.skipped else None


def as_fact(row: Row) -> Row:
    """A heading that is a field is text."""
    return as_field(row, opener=False) if row.shape in _HEADS else row


def as_detail(row: Row) -> Row:
    """A short field of a record that opens with none of a name, such as `Place: Osh`, is no headline."""
    return replace(row, shape=Shape.BYLINE, reason="metadata") if row.shape is Shape.HEAD else row


def as_field(row: Row, opener: bool) -> Row:
    """The first field of a record is its headline without the label, any other is text."""
    if not opener:
        start = row.marker
        return replace(
            row,
            shape=Shape.PROSE,
            date=None,
            text_start=start,
            text_end=len(row.folded.text),
            stamp_start=0,
            stamp_end=0,
        )
    field = FIELD.match(row.folded.text, row.marker)
    start = field.end() if field else row.marker
    return replace(row, shape=Shape.HEAD, marker=start, numbered=True, text_start=start)
