"""Datelines that more than day and place fill: `Tue 2 April, District Court, judge S. Abdullaev`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 3
_WORDS = 18
_OPENING = 24


def read_second_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the lines between headline and text as datelines where they say a day each time.

    Three such lines or more show it, and most of the lines that stand so on the page.
    """
    between = [
        row
        for head, row, text in zip(rows, rows[1:], rows[2:], strict=False)
        if head.shape is Shape.HEAD and head.gap and not row.gap and text.is_text and not row.is_text
    ]
    found = {
        row.index: hit
        for row in between
        if row.shape in (Shape.HEAD, Shape.DATED_HEAD, Shape.DATED_PROSE)
        if len(row.folded.text.split()) <= _WORDS and (hit := _opening_day(row)) is not None
    }
    dated = len(found) + sum(row.shape is Shape.DATE for row in between)
    read = _first_lines(rows)
    if dated < _AT_LEAST or dated * 4 < len(between) * 3:
        return read
    for i, hit in found.items():
        end = len(rows[i].folded.text)
        read[i] = replace(
            rows[i], shape=Shape.DATE, date=hit, text_start=end, text_end=end,
            stamp_start=rows[i].marker, stamp_end=end,
        )  # fmt: skip
    return read


def _first_lines(rows: Sequence[Row]) -> list[Row]:
    """`3 May 2018, Military Court` over a headline of its own, which has a text below it."""
    first = [row for row in rows if row.shape is Shape.DATED_HEAD and row.gap]
    over = [
        row
        for row, head, text in zip(rows, rows[1:], rows[2:], strict=False)
        if row.shape is Shape.DATED_HEAD and row.gap and row.text_start > row.stamp_start
        if head.shape is Shape.HEAD and not head.gap and text.is_text and _opening_day(row) is not None
    ]
    read = list(rows)
    for row in over if len(over) >= _AT_LEAST and len(over) * 4 >= len(first) * 3 else ():
        end = len(row.folded.text)
        read[row.index] = replace(
            row, shape=Shape.DATE, text_start=end, text_end=end, stamp_start=row.marker, stamp_end=end
        )
    return read


def _opening_day(row: Row) -> DateHit | None:
    """The day among the first words, as behind `Hearing 2, `."""
    hit = next(find_dates(row.folded.text, row.marker), None)
    near = hit is not None and hit.start - row.marker <= _OPENING
    return hit if near and hit is not None and (hit.day or hit.numbers) else None
