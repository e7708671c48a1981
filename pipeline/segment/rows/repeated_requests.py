"""`Please write to: the Minister ...` at the end of each appeal of a page: words of the appeal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2


def read_repeated_requests(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines and the addresses close under them as text.

    Under a single text they stand over notes to the reader, and stay as they are.
    """
    counts = Counter(_label(row) for row in rows if row.zone == "notes" and ":" in row.folded.text)
    read = list(rows)
    for row in rows:
        if row.zone != "notes" or counts[_label(row)] < _AT_LEAST:
            continue
        read[row.index] = _as_text(row)
        for below in rows[row.index + 1 :]:
            if below.gap or below.date is not None or below.zone:
                break
            read[below.index] = _as_text(below)
    return read


def _label(row: Row) -> str:
    return row.folded.text.partition(":")[0].casefold()


def _as_text(row: Row) -> Row:
    return replace(row, shape=Shape.PROSE, reason=None, zone=None, numbered=False)
