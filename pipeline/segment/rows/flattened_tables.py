"""Tables whose cells came apart when the page was saved: one cell a line, record after record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import words_of

_COLUMNS = 3
_AT_LEAST = 3
_BEFORE_DAY = 3
_PERIOD = range(2, 8)
_DATE_TITLES = (("date",), ("dates",), ("when",), ("day",))


def read_cells(rows: Sequence[Row]) -> list[Row]:
    """Cells in lines of their own: a date at every k-th line, over short lines without any full stop."""
    blocks = _blocks(rows)
    head = next((block for block in blocks if _names_day(block)), None)
    records = [block for block in blocks if head and _is_record(block, head)]
    if head and len(records) >= _AT_LEAST:
        return _read_blocks(rows, blocks, head, records)
    dates = [k for k, row in enumerate(rows) if row.shape is Shape.DATE]
    steps = Counter(b - a for a, b in pairwise(dates))
    period, count = steps.most_common(1)[0] if steps else (0, 0)
    if len(dates) > _AT_LEAST and dates[1] - dates[0] != period:
        dates = dates[1:]  # that of the page
    if period not in _PERIOD or count < _AT_LEAST - 1 or count < len(dates) - 1 or dates[0] < period:
        return list(rows)
    titles = rows[dates[0] - period : dates[0]]
    if not any(words_of(row.folded.text)[:1] in _DATE_TITLES for row in titles):
        return list(rows)
    read = list(rows)
    for start in dates:
        for row in rows[start : min(start + period, len(rows))]:
            if row.folded.text.strip("#.) ").isdigit():
                continue  # the number of the next record
            read[row.index] = _cell(row, row.index == start)
    return read


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The runs of lines between blank ones."""
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _names_day(block: Sequence[Row]) -> bool:
    """Titles of columns, one a line, the day among the first: `No.`, `Date`, `Place`, `What happened`."""
    words = [words_of(row.folded.text) for row in block]
    return len(block) >= _COLUMNS and any(said in _DATE_TITLES for said in words[:_BEFORE_DAY])


def _is_record(block: Sequence[Row], titles: Sequence[Row]) -> bool:
    """As many lines as there are titles, and the day in the line that is its."""
    at = next(k for k, row in enumerate(titles) if words_of(row.folded.text) in _DATE_TITLES)
    return len(block) == len(titles) and block[at].shape is Shape.DATE


def _read_blocks(
    rows: Sequence[Row],
    blocks: Sequence[Sequence[Row]],
    titles: Sequence[Row],
    records: Sequence[Sequence[Row]],
) -> list[Row]:
    read = list(rows)
    said = [row.folded.text for row in titles]
    for row in rows[: titles[0].index]:
        if row.shape in (Shape.DATED_HEAD, Shape.DATED_PROSE):
            read[row.index] = replace(row, shape=Shape.HEAD, date=None)  # the title of the table
    for block in blocks:
        if [row.folded.text for row in block] == said:
            for row in block:
                read[row.index] = replace(row, shape=Shape.NOISE, date=None, reason="table head", zone=None)
    for block in records:
        day = next(row.index for row in block if row.shape is Shape.DATE)
        for row in block[day - block[0].index :]:
            read[row.index] = _cell(row, row.index == day)
    return read


def _cell(row: Row, first: bool) -> Row:
    end = len(row.folded.text)
    if first:
        return replace(row, shape=Shape.DATED_PROSE, text_start=end, text_end=end, stamp_end=end)
    return replace(
        row, shape=Shape.PROSE, date=None, reason=None, zone=None, text_start=0, text_end=end, stamp_end=0
    )
