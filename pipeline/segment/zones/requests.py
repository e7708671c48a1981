"""Requests to the reader between the news of a page: `Help us keep watching`, `Support our work`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_WORDS = 9
_DATED = (Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE)


def request_rows(rows: Sequence[Row]) -> list[range]:
    """Each heading that asks for help, gifts or the like, with the undated lines close under it.

    Only among dated news: at the end of a page `without_closing` and the page's feet look after it.
    """
    dates = [row.index for row in rows if row.shape in _DATED]
    if len(dates) < 2:
        return []
    found = []
    for row in rows:
        if dates[0] < row.index < dates[-1] and row.gap and _asks(row):
            end = row.index + 1
            while end < len(rows) and not rows[end].gap:
                end += 1
            if all(other.shape not in _DATED for other in rows[row.index : end]):
                found.append(range(row.index, end))
    return found


def _asks(row: Row) -> bool:
    words = words_of(row.text)
    said = " ".join(words) + " "
    return row.shape is Shape.HEAD and len(words) <= _WORDS and said.startswith(lexicon().requests)
