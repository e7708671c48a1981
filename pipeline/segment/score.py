"""How well a layout explains a page: what each row would be under it, weighed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.drafts import Draft
from pipeline.segment.layouts import Cut
from pipeline.segment.rows import Row, Shape
from pipeline.segment.view import View

_STAMPED = (Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY, Shape.TIME)
_ITEM = -0.7
_NO_HEADLINE = -1.0
_NO_TEXT = -1.0
_STAMP_LEADS = 2.0
_STAMP_INSIDE = -2.0
_STAMP_LEFT_OUT = -0.5
_HEADLINE = 1.0
_HEADING_INSIDE = -0.9
_TEXT = 0.4
_TEXT_LEFT_OUT = -0.8
_INTRO_LEFT_OUT = -0.3
_LINK_ENDS = 1.0
_LINK_MISSED = -2.0
_UNDATED_AMONG_DATED = -0.4
_NO_ENTRY_STAMP = -0.6


def score(view: View, cut: Cut, drafts: Sequence[Draft]) -> float:
    """The higher the better; comparable between the layouts of one page only."""
    role: dict[int, str] = {}
    for draft in drafts:
        role.update(dict.fromkeys(draft.body, "body"))
        role.update(dict.fromkeys(draft.top, "top"))
    role.update(dict.fromkeys(cut.sections, "section"))
    first = drafts[0].head.start if drafts else len(view.rows)
    rows = sum(_row(view, row, role.get(row.index), row.index < first) for row in view.rows)
    return rows + sum(_item(view, cut, draft) for draft in drafts) + _links(view, drafts) + _evenness(drafts)


def _row(view: View, row: Row, role: str | None, before: bool) -> float:
    if row.skipped or row.shape is Shape.BYLINE:
        return 0.0
    if view.sealed[row.index] == "letter":
        return _TEXT if role == "body" else _TEXT_LEFT_OUT
    if view.sealed[row.index]:
        return _STAMP_LEADS if role == "top" and row.shape in _STAMPED else 0.0
    if row.shape in _STAMPED:
        return _stamped(view, row, role)
    if row.shape is Shape.HEAD:
        inside = role == "body" and (row.numbered or len(row.text.split()) > 3) and _over_text(view, row)
        return _HEADING_INSIDE if inside else 0.0
    if role is None:
        return _INTRO_LEFT_OUT if before else _TEXT_LEFT_OUT
    return _TEXT


def _stamped(view: View, row: Row, role: str | None) -> float:
    """A city's dateline opens the text, so it leads where the row before is no text of the same item."""
    if role in ("top", "section"):
        return _STAMP_LEADS
    if role is None:
        return _STAMP_LEFT_OUT
    if row.shape is Shape.CITY:
        previous = view.rows[row.index - 1] if row.index else None
        return _STAMP_LEADS if previous and not previous.is_text else _STAMP_INSIDE / 2
    return _STAMP_INSIDE


def _over_text(view: View, row: Row) -> bool:
    after = view.next_said(row.index)
    return after is not None and view.rows[after].is_text


def _item(view: View, cut: Cut, draft: Draft) -> float:
    total = _ITEM
    head = draft.head
    if head.headline is not None:
        total += _HEADLINE
        if not draft.body:
            total += _NO_TEXT * (1.0 if head.date is None else 0.3)
    elif not cut.entries:
        total += _NO_HEADLINE
    elif head.date is None and draft.section is None:
        total += _NO_ENTRY_STAMP
    return total


def _links(view: View, drafts: Sequence[Draft]) -> float:
    """`Read more` links end items; one that ends none was missed."""
    links = [row.index for row in view.rows if row.shape is Shape.READ_MORE]
    ends = {draft.rows[-1] for draft in drafts if draft.rows}
    total = 0.0
    for link in links:
        before = next((i for i in range(link - 1, -1, -1) if not view.rows[i].skipped), None)
        total += _LINK_ENDS if before in ends else _LINK_MISSED
    return total


def _evenness(drafts: Sequence[Draft]) -> float:
    undated = sum(draft.head.date is None and draft.section is None for draft in drafts)
    return _UNDATED_AMONG_DATED * undated if undated * 2 < len(drafts) else 0.0
