"""An item's rows as blocks in raw offsets: headline, datelines, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.schema.flow import Block
from pipeline.segment.drafts import Draft
from pipeline.segment.rows import Row, Shape
from pipeline.segment.view import View

_STAMP_ROWS = (Shape.DATE, Shape.BYLINE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,4}(?=\s?[(\[–—]|\s-\s|,)")


def blocks_of(view: View, draft: Draft, names: bool) -> tuple[Block, ...]:
    """The blocks of one item, in order. `names` tells that the page's headlines are people's names."""
    blocks: list[Block] = []
    for i in draft.rows:
        row = view.rows[i]
        if i == draft.head.headline:
            found = _headline(row, names)
        elif row.shape in _STAMP_ROWS and view.sealed[i] != "letter":
            found = iter([_block(row, "dateline", row.marker, len(row.folded.text))])
        else:
            found = _text(row)
        blocks.extend(found)
    return tuple(blocks)


def headed_by_names(view: View, drafts: Sequence[Draft]) -> bool:
    """Most headlines of the page are nothing but a name, as in lists of prisoners."""
    heads = [view.rows[d.head.headline].text for d in drafts if d.head.headline is not None]
    return len(heads) > 2 and sum(map(_is_name, heads)) * 3 >= 2 * len(heads)


def _is_name(text: str) -> bool:
    name = _NAME.match(text)
    words = (name.group() if name else text).split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words)


def _headline(row: Row, names: bool) -> Iterator[Block]:
    """Metadata glued to the headline is its dateline, or body; numbering is neither."""
    end = row.text_end
    name = _NAME.match(row.folded.text, row.text_start) if names else None
    stamp_first = row.stamp_start < row.text_start
    if row.stamp_end and stamp_first:
        yield _block(row, "dateline", row.stamp_start, row.stamp_end)
    yield _block(row, "headline", row.text_start, name.end() if name else end)
    if name:
        rest = row.folded.text[name.end() : end].lstrip(" -–—,")
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
