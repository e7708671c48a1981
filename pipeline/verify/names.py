"""Ids that are made of other columns, and lists of names."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.verify.dataset import Dataset, key_of
from pipeline.verify.finding import Finding, shown
from pipeline.verify.references import ENTITY_KEYS, ENTITY_TABLES


def item_ids(data: Dataset) -> Iterator[Finding]:
    """An item's id is its page's id, `#` and its first character."""
    for item, page, start in data.rows("items", "item_id", "page_id", "start"):
        if item != f"{page}#{start}":
            yield Finding("items", key_of([item]), f"item_id is not {page}#{start}")


def mention_ids(data: Dataset) -> Iterator[Finding]:
    """A mention's id is its page's id, `@` and its offsets."""
    pages = dict(data.rows("items", "item_id", "page_id"))
    for mention, item, start, end in data.rows("mentions", "mention_id", "item_id", "start", "end"):
        if item in pages and mention != f"{pages[item]}@{start}-{end}":
            yield Finding("mentions", key_of([mention]), f"mention_id is not {pages[item]}@{start}-{end}")


def aliases(data: Dataset, kind: str) -> Iterator[Finding]:
    """Other forms of a name: sorted, each once, none of them the name itself."""
    table, key = ENTITY_TABLES[kind], ENTITY_KEYS[kind]
    for entity, name, forms in data.rows(table, key, "name", "aliases"):
        if forms != sorted(set(forms)):
            yield Finding(table, key_of([entity]), f"aliases {shown(forms)} are not sorted or not distinct")
        if name in forms:
            yield Finding(table, key_of([entity]), f"the name {shown(name)} is among the aliases")
