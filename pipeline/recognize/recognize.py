"""The names of a corpus by all rules, in memory or a page at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.recognize.phases import Pages, mentions_of
from pipeline.recognize.rules import RULES
from pipeline.schema.flow import CleanItem, Mention, Parse


def recognize(
    items: Sequence[CleanItem], parses: Sequence[Parse], without: Collection[str] = frozenset()
) -> list[Mention]:
    """People, organisations and places named in the items, sorted by item and start.

    `parses` holds one parse for each item, in any order. `without` names rules to leave out, to measure
    what each adds. Mentions do not overlap; the order of the items does not matter.
    """
    by_item = {parse.item_id: parse for parse in parses}
    pages: dict[str, list[tuple[CleanItem, Parse]]] = {}
    for item in items:
        pages.setdefault(item.page_id, []).append((item, by_item[item.item_id]))
    found = recognize_pages(pages.values, without)
    return sorted(found, key=lambda mention: (mention.item_id, mention.start))


def recognize_pages(pages: Pages, without: Collection[str] = frozenset()) -> Iterator[Mention]:
    """As `recognize`, for a corpus that need not fit into memory: in the items' order, pages read again."""
    return mentions_of(pages, [rule for rule in RULES if rule.name not in without])
