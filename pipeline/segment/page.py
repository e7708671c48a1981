"""A page cut into items by the layout that explains it best, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.schema.dataset import RejectedSpan
from pipeline.schema.flow import Block, RawItem, SourcePage
from pipeline.segment.blocks import blocks_of
from pipeline.segment.extents import item_extents
from pipeline.segment.layouts.catalogue import LAYOUTS
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.score import score
from pipeline.segment.page_rows import PageRows, page_rows
from pipeline.segment.publication.calendar import Published
from pipeline.segment.publication.dates import published_dates
from pipeline.segment.rejected import rejected_spans
from pipeline.segment.rows.row import Shape

_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[(?:\.\.\.|…|&hellip;)\]|&hellip;|&#8230;)[\"”’)\]]{0,2}$")
_FINISHED = re.compile(r"[.!?:;…\"”’»)\]]$")


def segment_page(source: SourcePage) -> tuple[list[RawItem], list[RejectedSpan]]:
    """The items of a page in order, and every other stretch of it with the reason why it is none.

    Items never overlap. White space alone is left out of both. A page with a `problem` has neither
    items nor rejected spans: the problem says why.
    """
    if source.problem is not None or not source.text:
        return [], []
    page = page_rows(source.text, source.title, source.retrieved_on)
    cut, items = _best(page)
    dates = published_dates(page, cut, items)
    cut_out: list[RawItem] = []
    for item, published in zip(items, dates, strict=True):
        blocks = blocks_of(page, item)
        if blocks:
            cut_out.append(_item(source, len(cut_out), cut.layout, page, item, blocks, published))
    return cut_out, list(rejected_spans(source, page, cut, items, cut_out))


def _best(page: PageRows) -> tuple[Cut, list[ItemRows]]:
    """The best explained cut; of equals the first in the order of LAYOUTS."""
    cuts = [cut for layout in LAYOUTS if (cut := layout(page)).heads]
    if not cuts:
        return Cut("no items", ()), []
    explained = [(cut, item_extents(page, cut)) for cut in cuts]
    return max(explained, key=lambda pair: score(page, *pair))


def _item(
    source: SourcePage, position: int, layout: str, page: PageRows, item: ItemRows, blocks: Sequence[Block],
    published: Published | None,
) -> RawItem:  # fmt: skip
    start, end = blocks[0].start, blocks[-1].end
    return RawItem(
        item_id=f"{source.page_id}#{start}",
        page_id=source.page_id,
        position=position,
        layout=layout,
        start=start,
        end=end,
        truncated=_truncated(page, item),
        published_on=published.on if published else None,
        published_precision=published.precision if published else None,
        published_source=published.source if published else None,
        blocks=tuple(blocks),
    )


def _truncated(page: PageRows, item: ItemRows) -> bool:
    """The text ends in dots, or in the middle of a sentence before a link to the rest."""
    last = page.rows[item.rows[-1]]
    if last.index == item.head.headline:
        return False
    after = next((r for r in page.rows[last.index + 1 :] if r.shape is not Shape.BYLINE), None)
    linked = after is not None and after.shape is Shape.READ_MORE
    return bool(_CUT_OFF.search(last.text)) or (linked and last.is_text and not _FINISHED.search(last.text))
