"""What a page holds beside its items, each stretch with the reason why it is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.schema.dataset import RejectedSpan
from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row


def rejected_spans(
    source: SourcePage, page: PageRows, cut: Cut, items: Sequence[ItemRows], cut_out: Sequence[RawItem]
) -> Iterator[RejectedSpan]:
    """Stretches of rows, or parts of rows, outside the items."""
    inside = {i for item in items for i in item.rows}
    size = len(source.text)
    spans = iter([*((raw.start, raw.end) for raw in cut_out), (size, size)])
    item_start, item_end = next(spans)
    for row in page.rows:
        at = row.line.start
        while at < row.line.end:
            while item_end <= at and item_end < size:
                item_start, item_end = next(spans)
            end = min(row.line.end, item_start) if at < item_start else at
            if at < end:
                said = source.text[at:end]
                left, right = len(said) - len(said.lstrip()), len(said.rstrip())
                if left < right:
                    reason = _reason(page, cut, items, row, row.index in inside)
                    yield RejectedSpan(source.page_id, at + left, at + right, said[left:right], reason)
            at = max(end, min(item_end, row.line.end)) if item_start <= max(at, end) else end


def _reason(page: PageRows, cut: Cut, items: Sequence[ItemRows], row: Row, inside: bool) -> str:
    if row.reason:
        return row.reason
    if inside:
        return "list sign"
    if page.sealed[row.index]:
        return str(page.sealed[row.index])
    if row.index in cut.sections:
        return "day head"
    if not items or row.index < items[0].head.start:
        return "intro" if row.is_text else "page head"
    if row.index > items[-1].rows[-1]:
        return "page foot"
    return "between items" if row.is_text else "section head"
