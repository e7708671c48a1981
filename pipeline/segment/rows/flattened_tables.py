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
_TITLE_WORDS = 7
_NOTES = 2
_PERIOD = range(2, 8)
_DATE_TITLES = (("date",), ("dates",), ("when",), ("day",))


def read_cells(rows: Sequence[Row]) -> list[Row]:
    """Cells in lines of their own: a date at every k-th line, over short lines without any full stop."""
    blocks = _blocks(rows)
    head = next((titles for block in blocks if (titles := _titles(block))), None)
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
    before = _cells_before_day(rows, dates[0] - period, dates)
    for day in dates:
        record = [row for row in rows[day - before : day - before + period] if not _is_number(row)]
        for row in record:
            read[row.index] = _cell(row, row.index == day and row is record[0])
        if record[0].index != day:
            read[record[0].index] = replace(
                read[record[0].index], shape=Shape.DATED_PROSE, date=rows[day].date
            )
    return read


def _cells_before_day(rows: Sequence[Row], title: int, days: Sequence[int]) -> int:
    """How many columns stand before that of the day, whose title is row `title`.

    None where each day has a blank line before it; the page's own title is no column's.
    """
    if all(rows[day].gap for day in days):
        return 0
    first = title
    while first > 1 and not rows[first].gap and len(rows[first - 1].folded.text.split()) <= _TITLE_WORDS:
        first -= 1
    return title - first


def _is_number(row: Row) -> bool:
    """The number of a record."""
    return row.folded.text.strip("#.) ").isdigit()


def _blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """The runs of lines between blank ones."""
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _titles(block: Sequence[Row]) -> Sequence[Row]:
    """Titles of columns, one a line, the day among the first: `No.`, `Date`, `Place`, `What happened`.

    A menu may stand close above them.
    """
    words = [words_of(row.folded.text) for row in block]
    day = next((k for k, said in enumerate(words) if said in _DATE_TITLES), None)
    if day is None or any(len(said) > _TITLE_WORDS for said in words[day:]):
        return ()
    titles = block if day < _BEFORE_DAY else block[day:]
    return titles if len(titles) >= _COLUMNS else ()


def _is_record(block: Sequence[Row], titles: Sequence[Row]) -> bool:
    """As many lines as there are titles, perhaps with a note, and the day in the line that is its."""
    at = next(k for k, row in enumerate(titles) if words_of(row.folded.text) in _DATE_TITLES)
    lines = len(block) - len(titles)
    return 0 <= lines <= _NOTES and block[at].shape is Shape.DATE


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
        row,
        shape=Shape.PROSE,
        date=None,
        reason=None,
        zone=None,
        marker=0,
        numbered=False,
        text_start=0,
        text_end=end,
        stamp_end=0,
    )
