"""How well a layout explains a page: what each row would be under it, weighed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.segment.cuts import Cut
from pipeline.segment.drafts import Draft
from pipeline.segment.heads import Head, page_title
from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.rows import Row, Shape
from pipeline.segment.view import View

STAMPED = (Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY, Shape.TIME)
_ITEM = -0.7
_NO_HEADLINE = -1.0
_NO_TEXT = -1.0
_NO_ENTRY_STAMP = -0.6
_LIST_SIGN = 1.2
_DATED_SIGN = 0.3
_NUMBERED = 1.3
_LABEL = 2.4
_NAME_OVER_POST = 1.5
_STAMP_LEADS = 2.0
_STAMP_CLOSES = 1.8
_STAMP_INSIDE = -2.0
_STAMP_LEFT_OUT = -0.5
_HEADING_INSIDE = -0.9
_HEADLINE_LEFT_OUT = -0.5
_TITLE_OVER_DATE = -0.3
_TEXT = 0.4
_RECORD = 3.0
_DATE_ENDS_TEXT = 1.2
_DATE_IN_TEXT = -0.6
_TEXT_LEFT_OUT = -0.8
_INTRO_LEFT_OUT = -0.3
_LINK_ENDS = 1.0
_LINK_MISSED = -2.0
_UNDATED_AMONG_DATED = -0.4
_SUBHEADING = -1.5
_SINGLE_IN_SERIAL = -2.0
_HEADINGS = 2

# `Court frees shepherd`, `School closed again`: a verb makes a short heading a headline.
_VERB = re.compile(
    r"^(?!What|How|Why|Who)[\w’'-]+ (?:\w+ )?(?!(?:is|was|has|as|his|its|this)\b)[a-z]{3,}(?:s|ed) [a-z]"
)


def score(view: View, cut: Cut, drafts: Sequence[Draft]) -> float:
    """The higher the better; comparable between the layouts of one page only."""
    role: dict[int, str] = {}
    for draft in drafts:
        role.update(dict.fromkeys(draft.body, "body"))
        role.update(dict.fromkeys(draft.top, "top"))
        if draft.head.date in draft.body and view.rows[draft.head.date].shape is Shape.DATED_PROSE:
            role[draft.head.date] = "top"
        if draft.body and draft.head.date is None:
            role[draft.body[-1]] = "close"
    used = {draft.section for draft in drafts}
    role.update({row: "section" for row in cut.sections if row in used})
    role.update(dict.fromkeys(cut.stops, "stop"))
    first = drafts[0].head.start if drafts else len(view.rows)
    rows = sum(_row(view, row, role, row.index < first) for row in view.rows)
    items = sum(_item(view, cut, draft) for draft in drafts)
    return rows + items + _links(view, drafts) + _evenness(view, drafts) + _serial(view, drafts)


def _row(view: View, row: Row, roles: Mapping[int, str], before: bool) -> float:
    role = roles.get(row.index)
    if role == "stop":
        return _NAME_OVER_POST
    if row.skipped or row.shape is Shape.BYLINE or row.foreign:
        return 0.0
    if view.sealed[row.index] == "letter":
        return _TEXT if role else _TEXT_LEFT_OUT
    if view.sealed[row.index]:
        return _STAMP_LEADS if role == "top" and row.shape in STAMPED else 0.0
    if row.shape is Shape.RECORD:
        return _RECORD if role == "top" else 0.0
    if row.shape in STAMPED:
        return _stamped(view, row, role)
    if row.shape is Shape.HEAD:
        return _heading(view, row, roles, before)
    if role is None:
        return _INTRO_LEFT_OUT if before else _TEXT_LEFT_OUT
    if row.date is not None:
        return _TEXT + (_DATE_ENDS_TEXT if role in ("top", "close") else _DATE_IN_TEXT)
    return _TEXT


def _stamped(view: View, row: Row, role: str | None) -> float:
    """A city's dateline opens the text, so it leads where the row before is no text of the same item."""
    if role in ("top", "section"):
        return _STAMP_LEADS
    if role is None:
        return 0.0 if page_title(view, row.index) else _STAMP_LEFT_OUT
    if row.shape is Shape.CITY:
        previous = view.rows[row.index - 1] if row.index else None
        return _STAMP_LEADS if previous and not previous.is_text else _STAMP_INSIDE / 2
    return _STAMP_CLOSES if role == "close" and row.shape is Shape.DATE else _STAMP_INSIDE


def _heading(view: View, row: Row, roles: Mapping[int, str], before: bool) -> float:
    """What is lost where a row that could be a headline is none."""
    role, after = roles.get(row.index), view.next_said(row.index)
    if after is None or role == "top":
        return 0.0
    if before and view.is_periodical(row.index):
        return 0.0
    if before and view.rows[after].is_text and roles.get(after) == "top":
        return _HEADLINE_LEFT_OUT * 2 * _headline_weight(view, row)
    if before:
        return _TITLE_OVER_DATE * _headline_weight(view, row) if view.rows[after].shape is Shape.DATE else 0.0
    if not (view.rows[after].is_text or view.rows[after].date):
        return 0.0
    return (_HEADING_INSIDE if role else _HEADLINE_LEFT_OUT) * _headline_weight(view, row)


def _headline_weight(view: View, row: Row) -> float:
    """How far the words alone make a headline of an item, 0 to 1: sub-headings are shorter or questions."""
    words = len(row.text.split())
    if row.text.endswith("?"):
        return 0.1
    if row.numbered or view.names or words > 4:
        return 1.0
    if _VERB.search(row.text):
        return 0.8
    return 0.6 if words == 4 else 0.2


def _item(view: View, cut: Cut, draft: Draft) -> float:
    head = draft.head
    if head.headline is None:
        stamped = head.date is not None or draft.section is not None
        signed = _sign(view, cut, head)
        numbered = cut.layout == "numbered headlines" and view.rows[head.start].numbered
        free = 0.0 if cut.entries else _NUMBERED if numbered else _NO_HEADLINE
        return _ITEM + free + (0.0 if stamped else _NO_ENTRY_STAMP) + signed
    dated = head.date is not None or draft.section is not None or _closed_by_date(view, draft)
    bare = not dated and not view.boundary_before(head.start)
    asks = head.date is None and view.rows[head.headline].text.endswith("?")
    weight = _headline_weight(view, view.rows[head.headline]) if bare or asks else 1.0
    empty = 0.0 if draft.body else _NO_TEXT * (1.0 if head.date is None else 0.3)
    return _ITEM + weight + empty


def _sign(view: View, cut: Cut, head: Head) -> float:
    """What the bullet, number or label before an entry tells; the more where the entry tells its day."""
    if cut.layout == "labelled paragraphs":
        return _LABEL if view.rows[head.start].text[:3].isupper() else _LIST_SIGN
    if cut.layout == "list" and view.rows[head.start].marker:
        return _LIST_SIGN + (_DATED_SIGN if head.date is not None else 0.0)
    return 0.0


def _links(view: View, drafts: Sequence[Draft]) -> float:
    """`Read more` links end items; one that ends none was missed."""
    ends = {draft.rows[-1] for draft in drafts}
    total, said = 0.0, -1
    for row in view.rows:
        if row.shape is Shape.READ_MORE:
            total += _LINK_ENDS if said in ends else _LINK_MISSED
        elif not row.skipped and row.shape is not Shape.BYLINE:
            said = row.index
    return total


def _evenness(view: View, drafts: Sequence[Draft]) -> float:
    """One date at the top or the end and headings without any are an article with sub-headings."""
    undated = [
        d for d in drafts if d.head.date is None and d.section is None and not _closed_by_date(view, d)
    ]
    if not undated or len(undated) == len(drafts):
        return 0.0
    bare = [draft for draft in undated if not view.boundary_before(draft.head.start)]
    at_an_end = drafts[0] not in undated or view.rows[drafts[-1].rows[-1]].shape is Shape.DATE
    if len(drafts) - len(undated) == 1 and at_an_end:
        return _SUBHEADING * len(bare)
    return _UNDATED_AMONG_DATED * len(undated) if len(undated) * 2 < len(drafts) else 0.0


def _serial(view: View, drafts: Sequence[Draft]) -> float:
    """An issue of a bulletin with several headings is hardly a single text."""
    if len(drafts) != 1:
        return 0.0
    body = [view.rows[i] for i in drafts[0].body]
    headings = sum(row.shape is Shape.HEAD and after.is_text for row, after in pairwise(body))
    titles = [row for row in view.rows[: drafts[0].body[0] if body else 0] if not row.is_text]
    serial = any(not lexicon().serials.isdisjoint(words_of(row.folded.text)) for row in titles)
    return _SINGLE_IN_SERIAL if serial and headings >= _HEADINGS else 0.0


def _closed_by_date(view: View, draft: Draft) -> bool:
    return bool(draft.body) and view.rows[draft.body[-1]].date is not None
