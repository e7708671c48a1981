"""Items split or joined by hand.

`split` cuts the item at the character `at` (the first of the new item); `join` adds the item that
begins at `at` to the one before it. `words` are the page's characters there: they prove that the page is
still the one that was decided on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.curation.decisions import Decision, Outcome
from pipeline.schema.flow import Block, RawItem, SourcePage


def curate_items(
    page: SourcePage, items: Sequence[RawItem], decisions: Sequence[Decision]
) -> tuple[list[RawItem], list[Outcome]]:
    """The page's items after the decisions about it, renumbered, and what became of each decision."""
    curated, outcomes = list(items), []
    for decision in decisions:
        at = decision.number("at")
        problem = _misses(page, at, decision["words"])
        if problem is None:
            change = _split if decision.decision == "split" else _join
            problem = change(curated, at)
        outcomes.append(Outcome(decision, problem))
    return [replace(item, position=n) for n, item in enumerate(curated)], outcomes


def _misses(page: SourcePage, at: int, words: str) -> str | None:
    here = " ".join(page.text[at : at + 4 * len(words) + 40].split())
    return (
        None
        if words and here.startswith(" ".join(words.split()))
        else f"the page no longer says {words!r} there"
    )


def _split(items: list[RawItem], at: int) -> str | None:
    for index, item in enumerate(items):
        if item.start < at < item.end:
            left, right = _cut(item.blocks, at)
            if not left or not right:
                return "nothing to read on one side"
            first = replace(item, end=left[-1].end, blocks=left, layout="curation")
            item_id = f"{item.page_id}#{at}"
            second = replace(item, item_id=item_id, start=at, blocks=right, layout="curation")
            items[index : index + 1] = [first, second]
            return None
    return "no item to split there"


def _cut(blocks: Sequence[Block], at: int) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    left = [replace(b, end=min(b.end, at)) for b in blocks if b.start < at]
    right = [replace(b, start=max(b.start, at)) for b in blocks if b.end > at]
    return tuple(left), tuple(right)


def _join(items: list[RawItem], at: int) -> str | None:
    for index, item in enumerate(items):
        if item.start == at and index:
            before = items[index - 1]
            body = tuple(replace(b, kind="body") if b.kind == "headline" else b for b in item.blocks)
            joined = replace(before, end=item.end, blocks=before.blocks + body, layout="curation")
            items[index - 1 : index + 1] = [replace(joined, truncated=item.truncated)]
            return None
    return "no item begins there, or none stands before it"
