"""Lines under a headline that name the kind of document and its day: `Letter of concern, 3 May 2012`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_AT_MOST = 12
_ADDRESS = re.compile(
    r"(?:https?://)?(?=[^\W\d])[\w-]{1,40}(?:\.[\w-]{2,40}){1,4}(?:\s?[›>»/]\s?[^›>»]{1,60}){0,5}\s(?:[-–—|·]\s)?(?=\w)"
)
_BARS = 2
_BARRED_AT_LEAST = 2


def read_document_lines(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines right under a headline that is longer as datelines; the first day counts.

    So are lines of several cells between bars that stand close under one headline after another.
    """
    read = list(rows)
    barred = [row for above, row in pairwise(rows) if _is_barred(above, row) or _is_address(above, row)]
    for row in barred if len(barred) >= _BARRED_AT_LEAST else ():
        hit = next(find_dates(row.folded.text), None)
        read[row.index] = _dated(row, hit) if hit else row
    for above, row in pairwise(rows):
        if row.shape is Shape.DATED_HEAD and not row.gap and _is_headline_over(above, row):
            words = words_of(row.text)
            hit = next(find_dates(row.folded.text), None)
            if hit and len(words) <= _AT_MOST and not lexicon().documents.isdisjoint(words):
                read[row.index] = _dated(row, hit)
    for above, row in pairwise(rows):
        if (
            row.shape is Shape.DATE
            and above.shape is Shape.DATED_HEAD
            and not row.gap
            and _same_day(above, row)
        ):
            read[row.index] = replace(row, shape=Shape.BYLINE, date=None, reason="byline")
    return read


def _same_day(above: Row, row: Row) -> bool:
    """The day beside the headline is told again in the line under it: `Posted by the desk, 3 May 2012`."""
    days = [(hit.month, hit.day, hit.numbers) for hit in (above.date, row.date) if hit]
    return len(days) == 2 and days[0] == days[1]


def _is_barred(above: Row, row: Row) -> bool:
    """`High Court, Mbabane | Day 14 | 12 June 2014 | Before: Simelane J` close under its headline."""
    return (
        row.shape in (Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.HEAD)
        and row.folded.text.count(" | ") >= _BARS
        and not row.gap
        and above.shape is Shape.HEAD
        and above.gap
        and " | " not in above.folded.text
    )


def _is_address(above: Row, row: Row) -> bool:
    """`laketimes.example › news - 14 Jun 2013` close under its headline, as in results of a search."""
    return above.shape is Shape.HEAD and not row.gap and _ADDRESS.match(row.folded.text) is not None


def _is_headline_over(above: Row, row: Row) -> bool:
    return above.shape is Shape.HEAD and len(words_of(above.text)) > len(words_of(row.text))


def _dated(row: Row, hit: DateHit) -> Row:
    end = len(row.folded.text)
    return replace(
        row, shape=Shape.DATE, date=hit, text_start=end, text_end=end, stamp_start=row.marker, stamp_end=end
    )
