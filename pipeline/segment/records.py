"""Pages of records: the same labelled fields again and again, `Name: ...`, `Place: ...`, `Charge: ...`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.lexicon import lexicon
from pipeline.segment.rows import Row, Shape

_FIELD = re.compile(r"([^\W\d_][\w' ]{1,24}):\s(?=\S)")
_AT_LEAST = 3


def read_records(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the first field of each record read as its headline and the others as text.

    Rows stay as they are where fewer than two labels come back three times, or the first of a record
    does not say whom or what it is about.
    """
    labels = [_label(row) for row in rows]
    counts = Counter(label for label in labels if label)
    often = {label for label, count in counts.items() if count >= _AT_LEAST}
    opener = next((label for label in labels if label in often), None)
    if len(often) < 2 or opener is None:
        return list(rows)
    if opener not in lexicon().record_openers:
        return [
            _as_detail(row) if label in often and label in lexicon().record_details else row
            for row, label in zip(rows, labels, strict=True)
        ]
    return [
        _as_field(row, label == opener) if label in often else row
        for row, label in zip(rows, labels, strict=True)
    ]


def _label(row: Row) -> str | None:
    field = _FIELD.match(row.folded.text, row.marker)
    return field.group(1).casefold() if field and not row.skipped else None


def _as_detail(row: Row) -> Row:
    """A short field of a record that opens with none of a name, such as `Place: Osh`, is no headline."""
    return replace(row, shape=Shape.BYLINE, reason="metadata") if row.shape is Shape.HEAD else row


def _as_field(row: Row, opener: bool) -> Row:
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
    field = _FIELD.match(row.folded.text, row.marker)
    start = field.end() if field else row.marker
    return replace(row, shape=Shape.HEAD, marker=start, numbered=True, text_start=start)
