"""The layouts that pages come in: each says where the items of a page would begin under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pipeline.segment.cuts import Cut, days, in_order, marked, without_page_title
from pipeline.segment.entry_layouts import (
    closed_by_dates,
    dated_entries,
    day_entries,
    labelled,
    listed,
    live,
    posts,
    tabled,
)  # fmt: skip
from pipeline.segment.heads import Head, above, bare, below, city, dated, leading
from pipeline.segment.numbers import numbered_heads
from pipeline.segment.rows import Shape
from pipeline.segment.stacks import pick_headline, stack_above
from pipeline.segment.view import View


def dates_below(view: View) -> Cut:
    """Headline, dateline, text; undated items among them where a boundary shows them."""
    found = [*below(view), *dated(view), *city(view), *leading(view)]
    return Cut("dateline below the headline", in_order(view, [*found, *marked(view)]))


def dates_above(view: View) -> Cut:
    """Dateline, headline, text."""
    found = [*above(view), *dated(view), *city(view)]
    return Cut("dateline above the headline", in_order(view, [*found, *marked(view)]))


def all_below(view: View) -> Cut:
    """Headline and text, again and again; a dateline may stand between the two."""
    found = [*below(view), *dated(view), *city(view), *leading(view), *bare(view)]
    return Cut("headlines with text", without_page_title(view, in_order(view, found)))


def all_above(view: View) -> Cut:
    """Headline and text, again and again; a dateline may stand above the headline."""
    found = [*above(view), *dated(view), *city(view), *bare(view)]
    return Cut("headlines with text, dateline above", without_page_title(view, in_order(view, found)))


def day_posts(view: View) -> Cut:
    """Days as heads of sections, under each the posts of that day with headlines."""
    heads_of_days = days(view)
    found = [*dated(view), *city(view), *bare(view)]
    if len(heads_of_days) < 2:
        return Cut("posts under day heads", ())
    dated_rows = set(heads_of_days)
    heads = [
        head
        for head in found
        if head.start > heads_of_days[0] and dated_rows.isdisjoint(range(head.start, head.last + 1))
    ]
    return Cut("posts under day heads", in_order(view, heads), heads_of_days)


def numbered(view: View) -> Cut:
    """Numbered headlines with text, among them numbered texts that have no headline."""
    heads = numbered_heads(view, list(bare(view)))
    return Cut("numbered headlines", in_order(view, heads) if len(heads) > 2 else ())


def article(view: View) -> Cut:
    """One text with everything on the page."""
    for find in (_first(below), _first(city), _first(above), _first(dated), _first(bare)):
        head = find(view)
        if head is not None and _early(view, head):
            return Cut("single article", (head,))
    texts = [r.index for r in view.rows if r.is_text or r.shape is Shape.DATED_PROSE]
    if not texts:
        return Cut("single article", ())
    stack = stack_above(view, texts[0])
    start = pick_headline(view, stack) if stack else texts[0]
    return Cut("single article", (Head(start, texts[0] - bool(stack), start if stack else None, None),))


LAYOUTS: tuple[Callable[[View], Cut], ...] = (
    article, dates_below, dates_above, all_below, all_above, day_posts, day_entries, dated_entries, live,
    numbered, listed, tabled, posts, labelled, closed_by_dates,
)  # fmt: skip


def _first(pattern: Callable[[View], Iterable[Head]]) -> Callable[[View], Head | None]:
    return lambda view: next(iter(pattern(view)), None)


def _early(view: View, head: Head) -> bool:
    """Little text stands before it: a lead, an intro."""
    before = sum(len(r.text) for r in view.rows[: head.start] if r.is_text)
    after = sum(len(r.text) for r in view.rows[head.start :] if r.is_text)
    return before * 4 <= after
