"""Text that belongs to no item, brought back by hand; and items that are none.

`item` makes an item of the text from `at` up to `end`, `keep` gives it to the item before it (before the
first item of the page to that one). Without `end` the text goes as far as the next item or the page's end.
`reject` takes away the item that begins at `at`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.layout_names import BY_HAND
from pipeline.schema.dataset import RejectedSpan
from pipeline.schema.flow import Block, RawItem, SourcePage

_LINE = re.compile(r"\S(?:[^\n\r]*\S)?")


@dataclass(slots=True)
class PageCut:
    """A page's items and the stretches that are in none, while decisions are carried out on them."""

    page: SourcePage
    items: list[RawItem]
    left_out: list[RejectedSpan]

    def new_item(self, at: int, end: int | None) -> str | None:
        """Make an item of the text left out there; says why that cannot be."""
        blocks = self._taken(at, end)
        if isinstance(blocks, str):
            return blocks
        page_id, last = self.page.page_id, blocks[-1].end
        fresh = RawItem(
            f"{page_id}#{at}", page_id, 0, BY_HAND, blocks[0].start, last, False, None, None, None, blocks
        )
        self.items.insert(self._after(at), fresh)
        return None

    def keep(self, at: int, end: int | None) -> str | None:
        """Give the text left out there to the item before it, else to the first; says why that cannot be."""
        if not self.items:
            return "the page has no item that could take it; decide `item` instead"
        blocks = self._taken(at, end)
        if isinstance(blocks, str):
            return blocks
        index = max(self._after(at) - 1, 0)
        item = self.items[index]
        whole = sorted((*item.blocks, *blocks), key=lambda block: block.start)
        first, last = whole[0].start, whole[-1].end
        self.items[index] = replace(
            item,
            item_id=f"{item.page_id}#{first}",
            start=first,
            end=last,
            blocks=tuple(whole),
            layout=BY_HAND,
        )
        return None

    def reject(self, at: int) -> str | None:
        """Take away the item that begins there; says so where none does."""
        index = next((n for n, item in enumerate(self.items) if item.start == at), None)
        if index is None:
            return "no item begins there"
        item = self.items.pop(index)
        lines = _LINE.finditer(self.page.text, item.start, item.end)
        self.left_out += [
            RejectedSpan(item.page_id, line.start(), line.end(), line[0], BY_HAND) for line in lines
        ]
        self.left_out.sort(key=lambda span: span.start)
        return None

    def _after(self, at: int) -> int:
        """How many items begin before a character."""
        return sum(item.start < at for item in self.items)

    def _taken(self, at: int, end: int | None) -> tuple[Block, ...] | str:
        """What is left out between two characters, a block a line, which is left out no more."""
        index = self._after(at)
        if index and at < self.items[index - 1].end:
            return "an item holds those characters already"
        stop = self.items[index].start if index < len(self.items) else len(self.page.text)
        if end is not None and not at < end <= stop:
            return "`end` lies in an item" if end > stop else "`end` lies before `at`"
        until = end or stop
        taken, left = [], []
        for span in self.left_out:
            inside = _cut(span, at, until)
            taken += [Block("body", piece.start, piece.end) for piece in inside]
            left += [*_cut(span, span.start, at), *_cut(span, until, span.end)] if inside else [span]
        if not taken:
            return "nothing is left out there"
        self.left_out = left
        return tuple(taken)


def _cut(span: RejectedSpan, start: int, end: int) -> Sequence[RejectedSpan]:
    """The part of a span that lies between two characters, without white space at its ends."""
    first, last = max(span.start, start), min(span.end, end)
    said = span.text[first - span.start : max(last - span.start, 0)]
    if first >= last or not said.strip():
        return ()
    first += len(said) - len(said.lstrip())
    return (replace(span, start=first, end=first + len(said.strip()), text=said.strip()),)
