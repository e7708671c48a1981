"""The foot of a page: words of its owner behind the last ruled line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_WORDS = 60
_NUMBERED = 3
_TEXTS = 3
_LINE = re.compile(r"[-=_–—]{3,}")
_HEADED = (Shape.HEAD, Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY, Shape.TIME)


def foot_start(rows: Sequence[Row]) -> int:
    """The row behind the last ruled line where a few words without a headline or date stand there.

    The number of rows where the page has no such foot: other stretches between ruled lines have no
    headline either, so that the last is an item or a part of one as they are.
    """
    behind = _behind_page_number(rows)
    if behind is not None:
        return behind
    ruled = [row.index for row in rows if row.reason == "rule"]
    if not ruled or not (len(ruled) > 1 or _LINE.fullmatch(rows[ruled[0]].folded.text)):
        return len(rows)
    *others, last = [rows[a + 1 : b] for a, b in zip([-1, *ruled], [*ruled, len(rows)], strict=True)]
    told = [stretch for stretch in others if any(row.is_text for row in stretch)]
    foot = bool(last) and not _headed(last) and sum(len(row.text.split()) for row in last) <= _WORDS
    return ruled[-1] + 1 if foot and told and all(map(_headed, told)) else len(rows)


def closing_start(rows: Sequence[Row]) -> int:
    """The heading over the last words of a bulletin to its readers: `What you can do`.

    The number of rows where there is none, or fewer than three texts with headings stand above it.
    """
    over = [row for row, after in pairwise(rows) if row.shape is Shape.HEAD and after.is_text]
    closes = len(over) > _TEXTS and is_closing_head(over[-1].text)
    return over[-1].index if closes else len(rows)


def is_closing_head(text: str) -> bool:
    """Speaks to the reader: `How you can help:`."""
    return text.casefold().strip(" :!?.") in lexicon().closing_heads


def _behind_page_number(rows: Sequence[Row]) -> int | None:
    """Name and address of the owner behind the last page's number, where headlines are numbered."""
    last = max((row.index for row in rows if row.reason == "running head"), default=len(rows) - 1)
    behind = rows[last + 1 :]
    if not behind or behind[0].shape is not Shape.HEAD or any(row.date or row.numbered for row in behind):
        return None
    over = [row for row, after in pairwise(rows[:last]) if row.shape is Shape.HEAD and after.is_text]
    numbered = sum(row.numbered for row in over)
    short = sum(len(row.text.split()) for row in behind) <= _WORDS
    return last + 1 if short and numbered >= _NUMBERED and numbered + 1 >= len(over) else None


def _headed(stretch: Sequence[Row]) -> bool:
    """A headline over a text, a date or a time stands in it."""
    return any(
        row.shape in _HEADED and (row.shape is not Shape.HEAD or following.is_text or following.date)
        for row, following in zip(stretch, [*stretch[1:], stretch[-1]], strict=True)
    )
