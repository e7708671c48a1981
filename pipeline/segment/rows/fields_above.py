"""Labelled fields that stand above the headline of a record: `Date: ...`, `Place: ...`, then the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_LABEL = re.compile(r"[^\W\d_][\w'’ ]{1,24}:\s\S")
_SHAPES = (Shape.PROSE, Shape.BYLINE, Shape.HEAD, Shape.NOISE)


def read_fields_above(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such fields as details of the headline; the one that is a date stays its dateline.

    Two records or more show them, each with its day among the fields and a text under the headline.
    """
    found = list(_found(rows))
    read = list(rows)
    for fields, head in found if len(found) >= _AT_LEAST else ():
        read[head.index] = replace(head, numbered=True)
        for row in fields:
            if row.shape in _SHAPES:
                read[row.index] = replace(row, shape=Shape.BYLINE, date=None, reason="metadata", zone=None)
    return read


def _found(rows: Sequence[Row]) -> Iterator[tuple[list[Row], Row]]:
    block: list[Row] = []
    for row in rows:
        if row.gap:
            block = []
        fields = len(block) >= _AT_LEAST and any(field.shape is Shape.DATE for field in block)
        below = rows[row.index + 1 : row.index + 2]
        if fields and row.shape is Shape.HEAD and not _is_field(row) and all(r.is_text for r in below):
            yield block, row
        block = [*block, row] if _is_field(row) and (row.gap or block) else []


def _is_field(row: Row) -> bool:
    return _LABEL.match(row.folded.text, row.marker) is not None
