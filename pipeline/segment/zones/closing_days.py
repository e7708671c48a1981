"""Whether the day lines of a page close the texts above them or open the texts below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.segment.rows.row import Row, Shape

_AT_LEAST = 2
_EDGE = 0.5  # what the first and the last line weigh against one of those between
_LABELLED = 0.25
_HEADED = (Shape.HEAD, Shape.DATED_HEAD, Shape.DATE)
_TEXTS = (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE, Shape.TIME)
_PASSED = (Shape.NOISE, Shape.BYLINE)
_BRACKETS = "(["


def closing_days(rows: Sequence[Row], sealed: Sequence[str | None]) -> frozenset[int]:
    """The rows that are nothing but a day and belong to the text above them.

    It is decided once for all lines that are written alike, `Record updated: ...`, `(Osh, ...)`: by the
    blank lines and headings around each, and by the first and the last, one of which would date no
    text if the lines stood on its other side.
    """
    alike: dict[str, list[Row]] = {}
    for row in rows:
        dated = row.shape is Shape.DATE and row.date and (row.date.day or row.date.numbers)
        if dated and sealed[row.index] is None:
            alike.setdefault(_form(row), []).append(row)
    closing: set[int] = set()
    for form, lines in alike.items():
        if len(lines) >= _AT_LEAST and _evidence(rows, sealed, form, lines) > 0:
            closing.update(row.index for row in lines)
    return frozenset(closing)


def _form(row: Row) -> str:
    """The label or the bracket before the day."""
    before = row.folded.text[row.marker : row.date.start if row.date else None].casefold()
    label = before.partition(":")[0] if ":" in before else ""
    return label or "".join(takewhile(lambda sign: sign in _BRACKETS, before))


def _evidence(rows: Sequence[Row], sealed: Sequence[str | None], form: str, lines: Sequence[Row]) -> float:
    """Above 0 where the lines close texts."""
    first, last = lines[0].index, lines[-1].index
    told = [row.index for row in rows if row.shape in _TEXTS and sealed[row.index] is None]
    edges = (not any(i > last for i in told)) - (not any(i < first for i in told))
    around = sum(_closes(rows, row) for row in lines)
    labelled = _LABELLED * len(lines) if form else 0.0
    return around + _EDGE * len(lines) * edges + labelled * (around >= 0 <= edges)


def _closes(rows: Sequence[Row], row: Row) -> int:
    """What the lines beside one day tell: 1 it closes a text, -1 it opens one, 0 either."""
    above, apart_above = _beside(rows, row.index, -1)
    below, apart_below = _beside(rows, row.index, 1)
    if above is None or above.shape in _HEADED:
        return -1
    if below is not None and below.shape not in _HEADED and not apart_below:
        return -1
    return int(apart_below) - int(apart_above)


def _beside(rows: Sequence[Row], i: int, step: int) -> tuple[Row | None, bool]:
    """The nearest line above or below that says something, and whether a blank line or a rule parts it."""
    apart = step < 0 and rows[i].gap
    j = i + step
    while 0 <= j < len(rows) and (rows[j].skipped or rows[j].shape in _PASSED):
        apart = apart or rows[j].gap or rows[j].shape in (Shape.RULE, Shape.READ_MORE)
        j += step
    if not 0 <= j < len(rows):
        return None, True
    return rows[j], apart or (step > 0 and rows[j].gap)
