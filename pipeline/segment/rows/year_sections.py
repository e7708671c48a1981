"""Headings that are alike but for their year, `NEWS 2015` and `NEWS 2014`, over entries without a year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_NEAR = 3
_YEAR = re.compile(r"(?P<words>[^\d.!?]{2,30})\s(?P<year>(?:19|20)\d\d)[.:]?")
_SHAPES = (Shape.HEAD, Shape.NOISE)


def read_year_sections(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such headings as the years of what stands under them."""
    found = [
        (row, match)
        for row in rows
        if row.shape in _SHAPES and (match := _YEAR.fullmatch(row.folded.text, row.marker))
        if _over_yearless(rows[row.index + 1 : row.index + 1 + _NEAR])
    ]
    years = {match["year"] for _, match in found}
    alike = len({match["words"].casefold().strip() for _, match in found}) == 1
    if len(years) < _AT_LEAST or len(years) != len(found) or not alike:
        return list(rows)
    read = list(rows)
    for row, match in found:
        read[row.index] = _dated(row, match)
    return read


def _over_yearless(below: Sequence[Row]) -> bool:
    dates = [row.date for row in below if row.date is not None]
    return bool(dates) and dates[0].year is None and dates[0].month_or_numbers


def _dated(row: Row, match: re.Match[str]) -> Row:
    end = len(row.folded.text)
    return replace(
        row,
        shape=Shape.DATE,
        date=DateHit(match.start("year"), match.end("year"), int(match["year"]), None, None),
        reason=None,
        zone=None,
        text_start=end,
        text_end=end,
        stamp_start=row.marker,
        stamp_end=end,
    )
