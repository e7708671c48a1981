"""Dates set close under the texts that they are of: `Record updated: 2 February 2021`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2


def closing_dates(rows: Sequence[Row]) -> frozenset[int]:
    """The rows of such dates; empty unless all dates below the first text stand so, two at least."""
    first = next((row.index for row in rows if row.is_text), len(rows))
    dates = [row.index for row in rows if row.shape is Shape.DATE and row.index > first]
    under = frozenset(i for i in dates if is_set_under(rows, i))
    return under if len(under) >= _AT_LEAST and len(under) == len(dates) else frozenset()


def is_set_under(rows: Sequence[Row], i: int) -> bool:
    """Close under a text, with a blank line below."""
    above, below = rows[i - 1 : i], rows[i + 1 : i + 2]
    return not rows[i].gap and all(row.is_text for row in above) and all(row.gap for row in below)
