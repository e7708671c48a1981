"""News in brief: under a heading that says so, each bullet or paragraph is an item without a headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.segment.lexicon import lexicon
from pipeline.segment.rows import Row, Shape

_AT_LEAST = 2
_BODIES = (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE)
_PASSED_OVER = (Shape.NOISE, Shape.BYLINE, Shape.RULE)


def brief_rows(rows: Sequence[Row], sealed: Sequence[str | None]) -> frozenset[int]:
    """The rows that are such items, two or more under one heading."""
    found: set[int] = set()
    for row in rows:
        if row.shape is Shape.HEAD and _says_brief(row):
            below = list(_below(rows, row.index, sealed))
            found.update(below if len(below) >= _AT_LEAST else ())
    return frozenset(found)


def _says_brief(row: Row) -> bool:
    return row.text.casefold().replace("’", "'").strip(" :.-–—*") in lexicon().briefs


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
