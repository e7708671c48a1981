"""News in brief: under a heading that says so, each bullet or paragraph is an item without a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_AT_LEAST = 2
_HEADING_WORDS = 4
_DATED = (Shape.DATED_PROSE, Shape.DATED_HEAD)
_BODIES = (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE)
_PASSED_OVER = (Shape.NOISE, Shape.BYLINE, Shape.RULE)


def brief_rows(rows: Sequence[Row], sealed: Sequence[str | None]) -> frozenset[int]:
    """The rows that are such items, two or more under one heading."""
    found: set[int] = set()
    texts = 0  # with headlines of their own, so far
    for row, after in zip_longest(rows, rows[1:]):
        if row.shape is not Shape.HEAD:
            continue
        below = list(_below(rows, row.index, sealed))
        if len(below) >= _AT_LEAST and (
            _says_brief(row) or (texts >= _AT_LEAST and _lists_days(rows, row, below))
        ):
            found.update(below)
        texts += after is not None and after.is_text and not after.listed
    return frozenset(found)


def _says_brief(row: Row) -> bool:
    return row.text.casefold().replace("’", "'").strip(" :.-–—*") in lexicon().briefs


def _lists_days(rows: Sequence[Row], head: Row, below: Sequence[int]) -> bool:
    """A short heading over bullets most of which open with a day."""
    bulleted = all(rows[i].listed and not rows[i].numbered for i in below)
    dated = sum(rows[i].shape in _DATED for i in below)
    return bulleted and len(head.text.split()) <= _HEADING_WORDS and dated * 2 >= len(below)


def _below(rows: Sequence[Row], head: int, sealed: Sequence[str | None]) -> Iterator[int]:
    """The bullets up to the next heading, or the paragraphs where there are no bullets."""
    run: list[Row] = []
    for row in rows[head + 1 :]:
        listed = row.shape is Shape.HEAD and row.marker > 0
        if row.shape in _PASSED_OVER and sealed[row.index] is None and not row.zone:
            continue
        if sealed[row.index] is not None or not (row.shape in _BODIES or listed):
            break
        run.append(row)
    bulleted = [row for row in run if row.marker]
    yield from (row.index for row in (bulleted if len(bulleted) >= _AT_LEAST else run))
