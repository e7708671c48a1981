"""What an item adds to the score of a layout: its headline, its date, the sign before it."""

from __future__ import annotations

import re

from pipeline.segment.dating.entry_dates import told_dates
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.heads import Head
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.row_scores import headline_weight
from pipeline.segment.page_rows import PageRows

_ITEM = -0.7
_NO_HEADLINE = -1.0
_NO_TEXT = -1.0
_NO_ENTRY_STAMP = -0.6
_LIST_SIGN = 1.2
_DATED_SIGN = 0.3
_NAMED_SIGN = 1.0
_SOURCE_SIGN = 1.5
_BULLET_UNDER_DAY = 0.5
_NUMBERED = 1.3
_LABEL = 2.4
# `3. Murad Ishankuliev (b. 1971), Baptist. Called up ...`
_NAME_LEADS = re.compile(
    r"[*_“\"]{0,3}[^\W\d_a-z][\w’'.-]{1,24}(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w’'.-]{0,24}){1,4}[*_”\"]{0,3}(?:\s?[,(]|\s[–—-]\s)"
)


def item_score(page: PageRows, cut: Cut, item: ItemRows) -> float:
    """What one item adds to the score of its layout."""
    head = item.head
    if head.headline is None:
        stamped = head.date is not None or item.section is not None
        signed = _sign(page, cut, head)
        if head.start in page.briefs:
            return _ITEM + _LIST_SIGN
        numbered = cut.layout == "numbered headlines" and page.rows[head.start].numbered
        free = 0.0 if cut.entries else _NUMBERED if numbered else _NO_HEADLINE
        return _ITEM + free + (0.0 if stamped else _NO_ENTRY_STAMP) + signed
    dated = head.date is not None or item.section is not None or closed_by_date(page, item)
    bare = not dated and not page.boundary_before(head.start)
    asks = head.date is None and page.rows[head.headline].text.endswith("?")
    weight = headline_weight(page, page.rows[head.headline]) if bare or asks else 1.0
    empty = 0.0 if item.body else _NO_TEXT * (1.0 if head.date is None else 0.3)
    return _ITEM + weight + empty


def _sign(page: PageRows, cut: Cut, head: Head) -> float:
    """What the bullet, number or label before an entry tells; the more where the entry tells its day."""
    if cut.layout == "texts that end with a date" and head.date is None:
        return _LIST_SIGN + _SOURCE_SIGN
    if cut.layout == "paragraphs under names":
        return _LIST_SIGN
    if cut.layout == "labelled paragraphs":
        row = page.rows[head.start]
        return _LABEL if row.text[:3].isupper() or told_dates(row.folded.text, row.text_start) else _LIST_SIGN
    if cut.layout == "entries under day heads" and len(cut.sections) > 1:
        row = page.rows[head.start]
        return _BULLET_UNDER_DAY if row.listed and not row.numbered else 0.0
    if cut.layout in ("list", "dated entries") and page.rows[head.start].listed:
        row = page.rows[head.start]
        named = cut.layout == "list" and row.numbered and _NAME_LEADS.match(row.text)
        dated = _DATED_SIGN if head.date is not None else 0.0
        return _LIST_SIGN + dated + (_NAMED_SIGN if named else 0.0)
    return 0.0


def closed_by_date(page: PageRows, item: ItemRows) -> bool:
    """Its last line is or has a date."""
    return bool(item.body) and page.rows[item.body[-1]].date is not None
