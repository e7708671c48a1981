"""A page cut into items by the layout that explains it best, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.schema.dataset import RejectedSpan
from pipeline.schema.flow import Block, RawItem, SourcePage
from pipeline.segment.blocks import blocks_of
from pipeline.segment.cuts import Cut
from pipeline.segment.drafts import Draft, draft_items
from pipeline.segment.layouts import LAYOUTS
from pipeline.segment.published import Published, published_dates
from pipeline.segment.rows import Row, Shape
from pipeline.segment.score import score
from pipeline.segment.view import View, view_of

_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;)\]|&hellip;|&#8230;)[\"”’)\]]{0,2}$")
_FINISHED = re.compile(r"[.!?:;…\"”’»)\]]$")


def segment_page(page: SourcePage) -> tuple[list[RawItem], list[RejectedSpan]]:
    """The items of a page in order, and every other stretch of it with the reason why it is none.

    Items never overlap. White space alone is left out of both. A page with a `problem` has neither
    items nor rejected spans: the problem says why.
    """
    if page.problem is not None or not page.text:
        return [], []
    view = view_of(page.text, page.title)
    cut, drafts = _best(view)
    dates = published_dates(view, cut, drafts)
    items: list[RawItem] = []
    for draft, published in zip(drafts, dates, strict=True):
        blocks = blocks_of(view, draft)
        if blocks:
            items.append(_item(page, len(items), cut.layout, view, draft, blocks, published))
    return items, list(_rejected(page, view, cut, drafts, items))


def _best(view: View) -> tuple[Cut, list[Draft]]:
    """The best explained cut; of equals the first in the order of LAYOUTS."""
    cuts = [cut for layout in LAYOUTS if (cut := layout(view)).heads]
    if not cuts:
        return Cut("no items", ()), []
    drafted = [(cut, draft_items(view, cut)) for cut in cuts]
    return max(drafted, key=lambda pair: score(view, *pair))


def _item(
    page: SourcePage, position: int, layout: str, view: View, draft: Draft, blocks: Sequence[Block],
    published: Published | None,
) -> RawItem:  # fmt: skip
    start, end = blocks[0].start, blocks[-1].end
    return RawItem(
        item_id=f"{page.page_id}#{start}",
        page_id=page.page_id,
        position=position,
        layout=layout,
        start=start,
        end=end,
        truncated=_truncated(view, draft),
        published_on=published.on if published else None,
        published_precision=published.precision if published else None,
        published_source=published.source if published else None,
        blocks=tuple(blocks),
    )


def _truncated(view: View, draft: Draft) -> bool:
    """The text ends in dots, or in the middle of a sentence before a link to the rest."""
    last = view.rows[draft.rows[-1]]
    if last.index == draft.head.headline:
        return False
    after = next((r for r in view.rows[last.index + 1 :] if r.shape is not Shape.BYLINE), None)
    linked = after is not None and after.shape is Shape.READ_MORE
    return bool(_CUT_OFF.search(last.text)) or (linked and last.is_text and not _FINISHED.search(last.text))


def _rejected(
    page: SourcePage, view: View, cut: Cut, drafts: Sequence[Draft], items: Sequence[RawItem]
) -> Iterator[RejectedSpan]:
    """Stretches of rows, or parts of rows, outside the items."""
    inside = {i for draft in drafts for i in draft.rows}
    spans = iter([*((item.start, item.end) for item in items), (len(page.text), len(page.text))])
    item_start, item_end = next(spans)
    for row in view.rows:
        at = row.line.start
        while at < row.line.end:
            while item_end <= at and item_end < len(page.text):
                item_start, item_end = next(spans)
            end = min(row.line.end, item_start) if at < item_start else at
            if at < end:
                said = page.text[at:end]
                left, right = len(said) - len(said.lstrip()), len(said.rstrip())
                if left < right:
                    reason = _reason(view, cut, drafts, row, row.index in inside)
                    yield RejectedSpan(page.page_id, at + left, at + right, said[left:right], reason)
            at = max(end, min(item_end, row.line.end)) if item_start <= max(at, end) else end


def _reason(view: View, cut: Cut, drafts: Sequence[Draft], row: Row, inside: bool) -> str:
    if row.reason:
        return row.reason
    if inside:
        return "list sign"
    if view.sealed[row.index]:
        return str(view.sealed[row.index])
    if row.index in cut.sections:
        return "day head"
    if not drafts or row.index < drafts[0].head.start:
        return "intro" if row.is_text else "page head"
    if row.index > drafts[-1].rows[-1]:
        return "page foot"
    return "between items" if row.is_text else "section head"
