"""How well a layout explains a page: what each row would be under it, weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.dating.entry_dates import told_dates
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.heads import Head
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.numbers import tells_cases
from pipeline.segment.layouts.row_scores import headline_weight, row_score
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon, names_issue, words_of

_ITEM = -0.7
_NO_HEADLINE = -1.0
_NO_TEXT = -1.0
_NO_ENTRY_STAMP = -0.6
_LIST_SIGN = 1.2
_DATED_SIGN = 0.3
_NAMED_SIGN = 1.0
_NUMBERED = 1.3
_LABEL = 2.4
_LINK_ENDS = 1.0
_LINK_MISSED = -2.0
_UNDATED_AMONG_DATED = -0.4
_SUBHEADING = -1.5
_SINGLE_IN_SERIAL = -2.0
_HEADINGS = 2
_SIGNED_WITH_HOUR = 0.2
_CLOSE_DATE = -0.2
# `3. Murad Ishankuliev (b. 1971), Baptist. Called up ...`
_NAME_LEADS = re.compile(
    r"[*_“\"]{0,3}[^\W\d_a-z][\w’'.-]{1,24}(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w’'.-]{0,24}){1,4}[*_”\"]{0,3}(?:\s?[,(]|\s[–—-]\s)"
)
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)
_REPORT_PARTS = 2
_DIGITS = 6
_NUMBER = re.compile(r"\d+")


def score(page: PageRows, cut: Cut, items: Sequence[ItemRows]) -> float:
    """The higher the better; comparable between the layouts of one page only."""
    role: dict[int, str] = {}
    for item in items:
        role.update(dict.fromkeys(item.body, "body"))
        role.update(dict.fromkeys(item.top, "top"))
        if item.head.date in item.body and page.rows[item.head.date].shape is Shape.DATED_PROSE:
            role[item.head.date] = "top"
        if item.body and item.head.date is None:
            role[item.body[-1]] = "close"
    used = {item.section for item in items}
    sections = [row for row in cut.sections if row in used]
    role.update(dict.fromkeys(sections, "section" if len(sections) > 1 else "only section"))
    role.update(dict.fromkeys(cut.stops, "stop"))
    first = items[0].head.start if items else len(page.rows)
    rows = sum(row_score(page, row, role, row.index < first) for row in page.rows)
    told = sum(_item(page, cut, item) for item in items)
    total = (
        rows
        + told
        + _links(page, items)
        + _evenness(page, items)
        + _serial(page, items)
        + _chapter(page, items)
        + _signed_with_hour(page, items)
        + _close_dates(page, items)
        + _report(page, items)
    )
    return round(total, _DIGITS)  # Python 3.12 adds floating numbers more exactly than 3.11 does


def _item(page: PageRows, cut: Cut, item: ItemRows) -> float:
    head = item.head
    if head.headline is None:
        stamped = head.date is not None or item.section is not None
        signed = _sign(page, cut, head)
        if head.start in page.briefs:
            return _ITEM + _LIST_SIGN
        numbered = cut.layout == "numbered headlines" and page.rows[head.start].numbered
        free = 0.0 if cut.entries else _NUMBERED if numbered else _NO_HEADLINE
        return _ITEM + free + (0.0 if stamped else _NO_ENTRY_STAMP) + signed
    dated = head.date is not None or item.section is not None or _closed_by_date(page, item)
    bare = not dated and not page.boundary_before(head.start)
    asks = head.date is None and page.rows[head.headline].text.endswith("?")
    weight = headline_weight(page, page.rows[head.headline]) if bare or asks else 1.0
    empty = 0.0 if item.body else _NO_TEXT * (1.0 if head.date is None else 0.3)
    return _ITEM + weight + empty


def _sign(page: PageRows, cut: Cut, head: Head) -> float:
    """What the bullet, number or label before an entry tells; the more where the entry tells its day."""
    if cut.layout == "labelled paragraphs":
        row = page.rows[head.start]
        return _LABEL if row.text[:3].isupper() or told_dates(row.folded.text, row.text_start) else _LIST_SIGN
    if cut.layout in ("list", "dated entries") and page.rows[head.start].listed:
        row = page.rows[head.start]
        named = cut.layout == "list" and row.numbered and _NAME_LEADS.match(row.text)
        dated = _DATED_SIGN if head.date is not None else 0.0
        return _LIST_SIGN + dated + (_NAMED_SIGN if named else 0.0)
    return 0.0


def _links(page: PageRows, items: Sequence[ItemRows]) -> float:
    """`Read more` links end items; one that ends none was missed."""
    ends = {item.rows[-1] for item in items}
    total, said = 0.0, -1
    for row in page.rows:
        if row.shape is Shape.READ_MORE:
            total += _LINK_ENDS if said in ends else _LINK_MISSED
        elif not row.skipped and row.shape is not Shape.BYLINE:
            said = row.index
    return total


def _evenness(page: PageRows, items: Sequence[ItemRows]) -> float:
    """One date at the top or the end and headings without any are an article with sub-headings."""
    undated = [
        item
        for item in items
        if item.head.date is None and item.section is None and item.head.start not in page.briefs
        if not _closed_by_date(page, item)
    ]
    if not undated or len(undated) == len(items):
        return 0.0
    bare = [item for item in undated if not page.boundary_before(item.head.start)]
    at_an_end = items[0] not in undated or page.rows[items[-1].rows[-1]].shape is Shape.DATE
    if len(items) - len(undated) == 1 and at_an_end:
        return _SUBHEADING * len(bare)
    return _UNDATED_AMONG_DATED * len(undated) if len(undated) * 2 < len(items) else 0.0


def _serial(page: PageRows, items: Sequence[ItemRows]) -> float:
    """An issue of a bulletin with several headings is hardly a single text."""
    if len(items) != 1:
        return 0.0
    body = [page.rows[i] for i in items[0].body]
    headings = sum(row.shape is Shape.HEAD and after.is_text for row, after in pairwise(body))
    titles = [row for row in page.rows[: items[0].body[0] if body else 0] if not row.is_text]
    serial = any(
        names_issue(row.folded.text) or not lexicon().serials.isdisjoint(words_of(row.folded.text))
        for row in titles
    )
    return _SINGLE_IN_SERIAL if serial and headings >= _HEADINGS else 0.0


def _chapter(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Headings 4.1, 4.2, ... and no other are the sub-headings of chapter 4."""
    heads = [page.rows[item.head.start] for item in items]
    numbers = [_NUMBER.findall(row.folded.text[: row.marker]) for row in heads if row.numbered]
    deep = len(numbers) > 1 and all(len(found) > 1 for found in numbers) and not tells_cases(heads)
    return _SUBHEADING * len(numbers) if deep and len({found[0] for found in numbers}) == 1 else 0.0


def _report(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Summary, recommendations, annex: the other headings of such a text are sub-headings too."""
    parts = Counter(words_of(row.text)[:1] for row in page.rows if row.shape is Shape.HEAD)
    once = {words[0] for words, count in parts.items() if count == 1 and words}
    known = once & lexicon().report_parts
    linked = any(row.shape is Shape.READ_MORE for row in page.rows)
    if len(items) < 2 or len(known) < _REPORT_PARTS or linked:
        return 0.0
    return _SUBHEADING * sum(item.head.date is None and item.section is None for item in items)


def _signed_with_hour(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Posts signed with no more than the hour have their day from the head over them."""
    under = (page.rows[item.rows[-1] + 1 :][:1] for item in items if item.section is not None)
    hours = sum(
        row.shape is Shape.BYLINE and not row.date and bool(_HOUR.search(row.folded.text))
        for found in under
        for row in found
    )
    return _SIGNED_WITH_HOUR * hours


def _close_dates(page: PageRows, items: Sequence[ItemRows]) -> float:
    """A date set close above the one headline under it, apart from all else, is that item's own."""
    sections = [item.section for item in items if item.section is not None and item.head.headline is not None]
    if len(set(sections)) < len(items):
        return 0.0
    close = (page.rows[i].gap and not page.rows[i + 1].gap for i in sections)
    return _CLOSE_DATE * sum(close)


def _closed_by_date(page: PageRows, item: ItemRows) -> bool:
    return bool(item.body) and page.rows[item.body[-1]].date is not None
