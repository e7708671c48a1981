"""An item's rows as blocks in raw offsets: headline, datelines, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.schema.flow import Block
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.name_heads import name_end
from pipeline.segment.rows.row import Row, Shape

_STAMP_ROWS = (Shape.DATE, Shape.BYLINE)


def blocks_of(page: PageRows, item: ItemRows) -> tuple[Block, ...]:
    """The blocks of one item, in order."""
    blocks: list[Block] = []
    for i in item.rows:
        row = page.rows[i]
        if i == item.head.headline:
            found = _headline(row, page)
        elif row.shape in _STAMP_ROWS and page.sealed[i] != "letter":
            found = iter([_block(row, "dateline", row.marker, len(row.folded.text))])
        else:
            found = _text(row)
        blocks.extend(found)
    return tuple(blocks)


def _headline(row: Row, page: PageRows) -> Iterator[Block]:
    """Metadata glued to the headline is its dateline, or body; numbering is neither."""
    end = row.text_end
    name = name_end(row, page.family_first) if page.names else None
    stamp_first = row.stamp_start < row.text_start
    if row.stamp_end and stamp_first:
        yield _block(row, "dateline", row.stamp_start, row.stamp_end)
    yield _block(row, "headline", row.text_start, name or end)
    if name:
        rest = row.folded.text[name:end].lstrip(" -–—,")
        if rest:
            yield _block(row, "body", end - len(rest), end)
    if row.stamp_end and not stamp_first:
        yield _block(row, "dateline", row.stamp_start, row.stamp_end)


def _text(row: Row) -> Iterator[Block]:
    stamp_first = row.stamp_start < row.text_start
    if row.stamp_end and stamp_first:
        yield _block(row, "dateline", row.stamp_start, row.stamp_end)
    if row.text_start < row.text_end:
        yield _block(row, "body", row.text_start, row.text_end)
    if row.stamp_end and not stamp_first:
        yield _block(row, "dateline", row.stamp_start, row.stamp_end)


def _block(row: Row, kind: str, start: int, end: int) -> Block:
    return Block(kind, *row.folded.raw(start, end))
