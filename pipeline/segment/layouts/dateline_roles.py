"""What a line with a date is beside the dateline of an item: masthead, signature, stamp of a post."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.dating.lone_datelines import HANDLE
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape

_MENUS = ("menu", "breadcrumb", "navigation")
_SIGNATURE_WORDS = 4


def is_masthead(page: PageRows, i: int) -> bool:
    """`Sun, 21 Aug 2016 | 5 Bhadra 2073` over the menu of a page is the day on which it was saved."""
    row, after = page.rows[i], page.rows[i + 1 : i + 2]
    first = page.at_top(i) and i <= page.first_date
    return first and row.text_start > row.stamp_start and any(r.reason in _MENUS for r in after)


def dated_by_cities(page: PageRows, i: int) -> bool:
    """The texts below open with place and day themselves."""
    return sum(row.shape is Shape.CITY and row.date is not None for row in page.rows[i + 1 :]) > 1


def signs_text(page: PageRows, i: int, stack: Sequence[int], after: int | None) -> bool:
    """Day and a name of few words, with no text below: the text above is signed."""
    short = len(stack) == 1 and len(page.rows[stack[0]].text.split()) <= _SIGNATURE_WORDS
    set_off = page.rows[i].gap and i > 0 and page.rows[i - 1].is_text and not page.rows[i + 1].gap
    return short and set_off and (after is None or not page.rows[after].is_text)


def is_of_post(row: Row) -> bool:
    """Name and handle of who posts stand beside the date: what follows has no headline."""
    return HANDLE.search(row.folded.text) is not None


def opens_text(page: PageRows, i: int) -> bool:
    """The day in row i may belong to a text below it."""
    return page.opens(i, dated=True) and i not in page.closing
