"""Records whose labels stand in lines of their own: `Name`, under it `Aminul Sarkar`, under it `Date`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_AT_LEAST = 3
_CODE = re.compile(r"[A-Z]{0,5}[\s/.-]{0,2}\d{1,6}(?:[/.-]\d{1,6}){0,2}")
_LABELS = 3
_WORDS = 4
_MOST = (2, 5)  # of all lines of the page, with what stands under them


def read_stacked_fields(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such labels as none, the line under `Name` or `Title` as headline, others as text.

    Three labels or more that come back as often as each other show them, three times or more. A day
    stays a dateline under the label of one; the record has it on the same line, without the label.
    """
    counts = Counter(_said(row) for row in rows if _may_label(row))
    often = Counter(count for count in counts.values() if count >= _AT_LEAST)
    times, labels = max(often.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    if labels < _LABELS or times * labels * 2 * _MOST[1] < len(rows) * _MOST[0] * 2:
        return list(rows)
    names = {said for said, count in counts.items() if count == times}
    if names.isdisjoint(lexicon().record_days | lexicon().record_openers | lexicon().record_titles):
        return list(rows)
    read = list(rows)
    for row, value in pairwise(rows):
        if _said(row) not in names or _said(value) in names or value.gap:
            continue
        read[row.index] = replace(row, shape=Shape.NOISE, date=None, reason="label", zone=None)
        read[value.index] = _value(value, _said(row))
    return read


def _may_label(row: Row) -> bool:
    text = row.folded.text
    readable = row.shape is not Shape.READ_MORE and row.reason not in ("share", "comments")
    return (
        readable
        and len(text.split()) <= _WORDS
        and text[-1:] not in ".!?"
        and not any(map(str.isdigit, text))
    )


def _said(row: Row) -> str:
    return row.folded.text.casefold().rstrip(": ")


def _value(row: Row, label: str) -> Row:
    if row.shape is Shape.DATE and label in lexicon().record_days:
        return row
    if _CODE.fullmatch(row.folded.text):
        return replace(row, shape=Shape.RULE, date=None, reason="number", zone=None)
    head = label in lexicon().record_openers or label in lexicon().record_titles
    return replace(
        row, shape=Shape.HEAD if head else Shape.PROSE, date=None, reason=None, zone=None, numbered=head,
        marker=0, text_start=0, text_end=len(row.folded.text), stamp_start=0, stamp_end=0,
    )  # fmt: skip
