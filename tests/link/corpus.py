"""Small corpora for the tests: pages of items whose names are marked `[p Name]`, `[o Name]`, `[l Name]`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.schema.flow import Block, CleanItem, Mention

KINDS = {"p": "person", "o": "organization", "l": "place"}
_MARK = re.compile(r"\[([pol]) ([^\[\]]+)\]")


def corpus(pages: Mapping[str, Sequence[str]]) -> tuple[list[CleanItem], list[Mention]]:
    """Items and mentions of pages written with marks."""
    items: list[CleanItem] = []
    mentions: list[Mention] = []
    for page_id, texts in pages.items():
        for number, marked in enumerate(texts):
            item_id = f"{page_id}#{number * 1000}"
            text, end = "", 0
            for match in _MARK.finditer(marked):
                text += marked[end : match.start()]
                start, end = len(text), match.end()
                text += match[2]
                mentions.append(Mention(item_id, KINDS[match[1]], start, len(text), match[2], "test"))
            text += marked[end:]
            items.append(
                CleanItem(item_id, page_id, text, (Block("body", 0, len(text)),), (), None, None, None)
            )
    return items, mentions
