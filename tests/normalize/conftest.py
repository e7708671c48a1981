"""Pages and items made from a piece of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.normalize import normalize_page
from pipeline.schema.dataset import Correction
from pipeline.schema.flow import Block, CleanItem, RawItem, SourcePage

Normalized = tuple[str, CleanItem, list[Correction]]


def page_of(text: str) -> SourcePage:
    return SourcePage("page", "page.txt", "0" * 64, None, None, None, "en", text)


def item_of(*blocks: tuple[int, int], truncated: bool = False) -> RawItem:
    start, end = blocks[0][0], blocks[-1][1]
    body = tuple(Block("body", *span) for span in blocks)
    return RawItem("page#0", "page", 0, "test", start, end, truncated, None, None, None, body)


@pytest.fixture
def normalize() -> Callable[..., Normalized]:
    """Repairs a text whose blocks stand between `before` and `after`, parted by `between`."""

    def run(
        *blocks: str, before: str = "", between: str = "\n\n", after: str = "", truncated: bool = False
    ) -> Normalized:
        raw, spans = before, []
        for number, block in enumerate(blocks):
            raw += between if number else ""
            spans.append((len(raw), len(raw) + len(block)))
            raw += block
        page = page_of(raw + after)
        (item,), corrections = normalize_page(page, [item_of(*spans, truncated=truncated)])
        return page.text, item, corrections

    return run
