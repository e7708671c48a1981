"""The layouts that pages come in: each says where the items of a page would begin under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.heads import Head, above, bare, below, city, dated, pick_headline, stack_above
from pipeline.segment.lexicon import lexicon
from pipeline.segment.rows import Row, Shape
from pipeline.segment.view import View

_INTRO_WORDS = 90


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's items under one layout.

    `sections` are the rows that date or name the items after them. `entries` tells that items have
    no headlines: the date of an entry is that of its event. `short` tells that an entry is one
    paragraph unless further ones follow it without a blank line.
    """

    layout: str
    heads: tuple[Head, ...]
    sections: tuple[int, ...] = ()
    entries: bool = False
    short: bool = False


def dates_below(view: View) -> Cut:
    """Headline, dateline, text; undated items among them where a boundary shows them."""
    found = [*below(view), *dated(view), *city(view)]
    return Cut("dateline below the headline", _in_order(view, [*found, *_marked(view)]))


def dates_above(view: View) -> Cut:
    """Dateline, headline, text."""
    found = [*above(view), *dated(view), *city(view)]
    return Cut("dateline above the headline", _in_order(view, [*found, *_marked(view)]))


def all_below(view: View) -> Cut:
    """As `dates_below`, and every headline over a text begins an item."""
    found = [*below(view), *dated(view), *city(view), *bare(view)]
    return Cut("headlines with text", _without_page_title(view, _in_order(view, found)))


def all_above(view: View) -> Cut:
    """As `dates_above`, and every headline over a text begins an item."""
    found = [*above(view), *dated(view), *city(view), *bare(view)]
    return Cut("headlines with text, dateline above", _without_page_title(view, _in_order(view, found)))


def day_posts(view: View) -> Cut:
    """Days as heads of sections, under each the posts of that day with headlines."""
    days = _days(view)
    found = [*dated(view), *city(view), *bare(view)]
    heads = [h for h in found if days and h.start > days[0] and not any(h.start <= d <= h.last for d in days)]
    return Cut("posts under day heads", _in_order(view, heads) if len(days) > 1 else (), days)


def day_entries(view: View) -> Cut:
    """Days as heads of sections, under each the entries of that day without headlines."""
    days = _days(view)
    if any(_same(view, a, b) for a, b in pairwise(days)):
        return Cut("dated entries", tuple(_under_dates(view, days)), entries=True, short=True)
    rows = (row for row in view.rows if days and row.index > days[0])
    shapes = (Shape.PROSE, Shape.CITY, Shape.TIME)
    texts = (r for r in rows if r.shape in shapes and view.opens(r.index) and not r.foreign)
    heads = [Head(r.index, r.index, None, None, "entry") for r in texts]
    return Cut("entries under day heads", tuple(heads), days, entries=True, short=True)


def dated_entries(view: View) -> Cut:
    """Entries that begin with their date: chronicles, timelines, lists of bullets."""
    shapes = (Shape.DATED_PROSE, Shape.DATED_HEAD)
    first = next((r.index for r in view.rows if r.shape is Shape.DATED_PROSE), None)
    heads = [
        Head(r.index, r.index, None, r.index if r.shape in shapes else None, "entry")
        for r in view.rows
        if first is not None and view.opens(r.index) and (_leads(r) or _is_bullet(r, first))
    ]
    leading = {head.start for head in heads}
    sections = tuple(i for i in _days(view) if heads and i not in leading and i < heads[-1].start)
    return Cut("dated entries", tuple(heads), sections, entries=True, short=True)


def live(view: View) -> Cut:
    """Entries that begin with a time of day."""
    heads = [Head(r.index, r.index, None, r.index, "entry") for r in view.rows if r.shape is Shape.TIME]
    return Cut("liveblog", tuple(heads) if len(heads) > 2 else (), _days(view), entries=True, short=True)


def numbered(view: View) -> Cut:
    """Numbered headlines with text."""
    heads = [h for h in bare(view) if h.headline is not None and view.rows[h.headline].numbered]
    return Cut("numbered headlines", _in_order(view, heads) if len(heads) > 2 else ())


def listed(view: View) -> Cut:
    """A list of undated entries, each with a bullet or a number, that makes up most of the page."""
    rows = [r for r in view.rows if r.is_text and view.opens(r.index)]
    entries = [r for r in rows if r.marker and len(r.text) > 60 and r.text[:1].isupper()]
    mass = sum(len(r.text) for r in entries)
    if len(entries) < 3 or mass < 0.7 * sum(len(r.text) for r in rows):
        return Cut("list", ())
    heads = tuple(Head(r.index, r.index, None, None, "entry") for r in entries)
    return Cut("list", heads, entries=True, short=True)


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
    return Cut(
        "single article", (Head(start, texts[0] - bool(stack), start if stack else None, None, "bare"),)
    )


LAYOUTS: tuple[Callable[[View], Cut], ...] = (
    article, dates_below, dates_above, all_below, all_above, day_posts, day_entries, dated_entries, live,
    numbered, listed,
)  # fmt: skip


def _in_order(view: View, heads: Iterable[Head]) -> tuple[Head, ...]:
    """Heads in page order; of two that share rows the one with a date, else the first, stays.

    A headline right under another head is the second line of that headline.
    """
    kept: list[Head] = []
    for head in sorted(heads, key=lambda h: (h.start, h.date is None, -h.last)):
        if kept and head.start <= kept[-1].last:
            if kept[-1].date is None and head.date is not None:
                kept[-1] = head
        elif not (kept and head.date is None and view.next_said(kept[-1].last) == head.start):
            kept.append(head)
    return tuple(kept)


def _without_page_title(view: View, heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The first headline of a list is that of the page where a text to the reader stands under it.

    It lacks what the others have, number, closeness to the text or link to more, or its words say so.
    """
    if len(heads) < 3 or heads[0].date is not None or heads[0].headline is None:
        return heads
    first, others = view.rows[heads[0].headline], [view.rows[h.headline] for h in heads[1:] if h.headline]
    unlike = not first.numbered and sum(row.numbered for row in others) * 2 > len(others)
    apart = [view.rows[h.last + 1].gap for h in heads if h.last + 1 < len(view.rows)]
    uneven = apart[0] and sum(apart[1:]) * 4 < len(apart) - 1
    linked = [_has_link(view, a.start, b.start) for a, b in pairwise(heads)]
    unlinked = not linked[0] and sum(linked[1:]) * 2 > len(linked) - 1
    texts = [row for row in view.rows[heads[0].last + 1 : heads[1].start] if row.is_text]
    speaks = any(_speaks_to_reader(row.text) for row in texts)
    return heads[1:] if unlike or uneven or unlinked or speaks else heads


def _has_link(view: View, start: int, end: int) -> bool:
    return any(row.shape is Shape.READ_MORE for row in view.rows[start:end])


def _speaks_to_reader(text: str) -> bool:
    lower = text.casefold()
    return len(text.split()) <= _INTRO_WORDS and any(cue in lower for cue in lexicon().intros)


def _marked(view: View) -> list[Head]:
    """Undated headlines that a boundary before or a byline after marks as items."""
    heads = list(bare(view))
    marked = [h for h in heads if view.boundary_before(h.start) or _byline_after(view, h)]
    links = [r.index for r in view.rows if r.shape is Shape.READ_MORE]
    if links and not any(h.start < links[0] for h in (*below(view), *above(view), *dated(view), *city(view))):
        marked.extend(h for h in heads[:2][-1:] if h.start < links[0])
    return marked


def _byline_after(view: View, head: Head) -> bool:
    after = (head.headline or head.start) + 1
    return after < len(view.rows) and view.rows[after].shape is Shape.BYLINE


def _days(view: View) -> tuple[int, ...]:
    return tuple(r.index for r in view.rows if r.shape is Shape.DATE and view.opens(r.index, dated=True))


def _same(view: View, a: int, b: int) -> bool:
    return view.rows[a].folded.text == view.rows[b].folded.text


def _under_dates(view: View, days: tuple[int, ...]) -> Iterable[Head]:
    """Dates that repeat are no heads of days: each belongs to the one text under it."""
    for i in days:
        j = view.next_said(i)
        if j is not None and view.rows[j].shape is Shape.PROSE:
            yield Head(i, i, None, i, "entry")


def _leads(row: Row) -> bool:
    return row.shape in (Shape.DATED_PROSE, Shape.DATED_HEAD)


def _is_bullet(row: Row, first: int) -> bool:
    return row.index > first and row.marker > 0 and row.is_text


def _first(pattern: Callable[[View], Iterable[Head]]) -> Callable[[View], Head | None]:
    return lambda view: next(iter(pattern(view)), None)


def _early(view: View, head: Head) -> bool:
    """Little text stands before it: a lead, an intro."""
    before = sum(len(r.text) for r in view.rows[: head.start] if r.is_text)
    after = sum(len(r.text) for r in view.rows[head.start :] if r.is_text)
    return before * 4 <= after
