"""Items split, joined, dated, brought back or taken away by hand.

`split` cuts the item at the character `at` (the first of the new item); `join` adds the item that
begins at `at` to the one before it; `set` gives the item that begins there its published date; `item`,
`keep` and `reject` are in `left_out.py`. `words` are the page's characters at `at`: they prove that the
page is still the one that was decided on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.curation.cells import days
from pipeline.curation.decisions import Decision, Outcome
from pipeline.curation.left_out import PageCut
from pipeline.layout_names import BY_HAND
from pipeline.schema.dataset import RejectedSpan
from pipeline.schema.flow import Block, RawItem, SourcePage

Reread = Callable[[SourcePage], Sequence[RawItem]]
"""Cuts a page into items by the machine's rules."""

SHARED_DATES = ("metadata", "section", "entry", "manifest", "inferred")
"""Sources of a published date that hold for both parts of an item; that of a dateline is only inferred."""

BEGIN_ITEMS = ("split", "item", "set")
"""Decisions about an item that begins at `at`, which may be given its date with them."""


def curate_items(
    page: SourcePage,
    items: Sequence[RawItem],
    left_out: Sequence[RejectedSpan],
    decisions: Sequence[Decision],
    reread: Reread,
) -> tuple[list[RawItem], list[RejectedSpan], list[Outcome]]:
    """A page's items after the decisions about it, renumbered; what is in none; what became of each decision.

    `reread` finds headline, dateline and published date of an item that a decision begins.

    Raises PipelineError, naming the line, where a date is malformed.
    """
    cut, outcomes = PageCut(page, list(items), list(left_out)), []
    for decision in decisions:
        problem = _misses(page, decision.number("at"), decision["words"]) or _carry_out(cut, decision, reread)
        outcomes.append(Outcome(decision, problem))
    return [replace(item, position=n) for n, item in enumerate(cut.items)], cut.left_out, outcomes


def _carry_out(cut: PageCut, decision: Decision, reread: Reread) -> str | None:
    at, end = decision.number("at"), decision.number("end") if decision["end"] else None
    said = decision.decision
    if said == "split":
        problem = _split(cut.page, cut.items, at, reread)
    elif said == "join":
        problem = _join(cut.items, at)
    elif said == "keep":
        problem = cut.keep(at, end)
    elif said == "reject":
        problem = cut.reject(at)
    elif said == "item":
        problem = cut.new_item(at, end)
        if problem is None:
            _read_new(cut, at, reread)
    else:
        problem = None
    dated = said in BEGIN_ITEMS and decision["published"]
    return _date(cut.items, at, decision) if problem is None and dated else problem


def _read_new(cut: PageCut, at: int, reread: Reread) -> None:
    index = next(n for n, item in enumerate(cut.items) if item.start == at)
    cut.items[index] = _read_again(cut.page, cut.items[index], reread)


def _misses(page: SourcePage, at: int, words: str) -> str | None:
    here = " ".join(page.text[at : at + 4 * len(words) + 40].split())
    return (
        None
        if words and here.startswith(" ".join(words.split()))
        else f"the page no longer says {words!r} there"
    )


def _split(page: SourcePage, items: list[RawItem], at: int, reread: Reread) -> str | None:
    for index, item in enumerate(items):
        if item.start < at < item.end:
            left, right = _within(page, item.blocks, item.start, at), _within(page, item.blocks, at, item.end)
            if not left or not right:
                return "nothing to read on one side"
            first = replace(item, end=left[-1].end, blocks=left, layout=BY_HAND)
            second = replace(item, item_id=f"{item.page_id}#{at}", start=at, blocks=right, layout=BY_HAND)
            items[index : index + 1] = [first, _read_again(page, second, reread)]
            return None
    return "no item to split there"


def _within(page: SourcePage, blocks: Sequence[Block], start: int, end: int) -> tuple[Block, ...]:
    """What of the blocks lies in a stretch, without white space at its ends."""
    found = []
    for block in blocks:
        said = page.text[max(block.start, start) : min(block.end, end)]
        if said.strip():
            first = max(block.start, start) + len(said) - len(said.lstrip())
            found.append(replace(block, start=first, end=first + len(said.strip())))
    return tuple(found)


def _read_again(page: SourcePage, item: RawItem, reread: Reread) -> RawItem:
    """The item with the headline, dateline and published date that its text has when it stands alone.

    A year that the text leaves out is that of the item which it was cut from.
    """
    alone = "\n".rjust(item.start)[: item.start] + page.text[item.start : item.end]
    years = (str(item.published_on.year),) if item.published_on else ()
    title = " ".join((page.title or "", *years)) or None
    found = next(iter(reread(replace(page, text=alone, title=title))), None)
    if item.published_on and item.published_source not in SHARED_DATES:
        item = replace(item, published_source="inferred")
    if found is None:
        return item
    if found.published_on is not None:
        item = replace(
            item,
            published_on=found.published_on,
            published_precision=found.published_precision,
            published_source=found.published_source,
        )
    head = tuple(block for block in found.blocks if block.kind != "body")
    if not head or found.blocks[: len(head)] != head:
        return item
    before = _within(page, item.blocks, item.start, head[0].start)
    return replace(item, blocks=before + head + _within(page, item.blocks, head[-1].end, item.end))


def _join(items: list[RawItem], at: int) -> str | None:
    for index, item in enumerate(items):
        if item.start == at and index:
            before = items[index - 1]
            body = tuple(replace(b, kind="body") if b.kind == "headline" else b for b in item.blocks)
            dated = before if before.published_on else item
            joined = replace(
                before, end=item.end, blocks=before.blocks + body, layout=BY_HAND, truncated=item.truncated,
                published_on=dated.published_on, published_precision=dated.published_precision,
                published_source=dated.published_source,
            )  # fmt: skip
            items[index - 1 : index + 1] = [joined]
            return None
    return "no item begins there, or none stands before it"


def _date(items: list[RawItem], at: int, decision: Decision) -> str | None:
    on, _, precision = days(decision, "published")
    for index, item in enumerate(items):
        if item.start == at:
            source = BY_HAND if on else None
            items[index] = replace(
                item, layout=BY_HAND, published_on=on, published_precision=precision, published_source=source
            )
            return None
    return "no item begins there"
