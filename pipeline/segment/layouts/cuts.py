"""A page's items under one layout, and what all layouts do with the beginnings that they find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.layouts.dateline_roles import opens_text
from pipeline.segment.layouts.heads import Head, above, below, city, dated
from pipeline.segment.layouts.undated_heads import bare
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon

_INTRO_WORDS = 90
_LEAD_WORDS = 30
_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's items under one layout.

    `sections` are the rows that date or name the items after them, `stops` others that end an item.
    `entries` tells that items have no headlines, `short` that they are one paragraph each,
    unless further ones follow without a blank line.
    Those without a date of their own have that of the page where `page_source` names what it is.
    `source` names what their own dates are; that of an `entry` is the date of its event.
    """

    layout: str
    heads: tuple[Head, ...]
    sections: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    entries: bool = False
    short: bool = False
    source: str = "dateline"
    page_source: str | None = None


def in_order(page: PageRows, heads: Iterable[Head]) -> tuple[Head, ...]:
    """Heads in page order; of two that share rows the one with a date, else the first, stays.

    A headline right under another head is the second line of that headline.
    """
    kept: list[Head] = []
    for head in sorted(heads, key=lambda h: (h.start, h.date is None, -h.last)):
        if kept and kept[-1].start < head.start == kept[-1].date:
            kept[-1] = head  # a section's name stood over an item that has no headline
        elif kept and head.start <= kept[-1].last:
            if kept[-1].date is None and head.date is not None:
                kept[-1] = head
        elif not (kept and _is_second_line(page, kept[-1], head)):
            kept.append(head)
    return tuple(kept)


def _is_second_line(page: PageRows, above: Head, head: Head) -> bool:
    bare = head.date is None and head.headline is not None
    return bare and page.next_said(above.last) == head.start


def without_page_title(page: PageRows, heads: tuple[Head, ...]) -> tuple[Head, ...]:
    """The first headline of a list is that of the page where a text to the reader stands under it.

    It lacks what the others have, number, date, closeness to the text or link to more, or its words say so.
    """
    if len(heads) < 3 or heads[0].date is not None or heads[0].headline is None:
        return heads
    if "contents" in page.sealed[: heads[0].start]:
        return heads  # the page's own title stands above its contents
    first, others = page.rows[heads[0].headline], [page.rows[h.headline] for h in heads[1:] if h.headline]
    unlike = not first.numbered and sum(row.numbered for row in others) * 2 > len(others)
    unlike = unlike or (not first.marker and len(others) > 1 and all(row.marker for row in others))
    apart = [page.rows[h.last + 1].gap for h in heads if h.last + 1 < len(page.rows)]
    uneven = apart[0] and sum(apart[1:]) * 4 < len(apart) - 1
    linked = [_has_link(page, a.start, b.start) for a, b in pairwise(heads)]
    unlinked = not linked[0] and sum(linked[1:]) * 2 > len(linked) - 1
    texts = [row for row in page.rows[heads[0].last + 1 : heads[1].start] if row.is_text]
    speaks = not page.names and any(_speaks_to_reader(row.text) for row in texts)
    alone = all(head.date is not None for head in heads[1:]) and len(heads) > _OTHERS
    brief = alone and sum(len(row.text.split()) for row in texts) <= _LEAD_WORDS
    return heads[1:] if unlike or uneven or unlinked or speaks or brief else heads


def _has_link(page: PageRows, start: int, end: int) -> bool:
    return any(row.shape is Shape.READ_MORE for row in page.rows[start:end])


def _speaks_to_reader(text: str) -> bool:
    lower = text.casefold()
    return len(text.split()) <= _INTRO_WORDS and any(cue in lower for cue in lexicon().intros)


def marked(page: PageRows) -> list[Head]:
    """Undated headlines that a boundary before or a byline after marks as items."""
    heads = list(bare(page))
    marked = [h for h in heads if page.boundary_before(h.start) or _byline_after(page, h)]
    links = [r.index for r in page.rows if r.shape is Shape.READ_MORE]
    if links and not any(h.start < links[0] for h in (*below(page), *above(page), *dated(page), *city(page))):
        marked.extend(h for h in heads[:2][-1:] if h.start < links[0])
    return marked


def _byline_after(page: PageRows, head: Head) -> bool:
    after = (head.headline or head.start) + 1
    return after < len(page.rows) and page.rows[after].shape is Shape.BYLINE


def days(page: PageRows) -> tuple[int, ...]:
    """The days that may stand over the items below them."""
    return tuple(r.index for r in page.rows if r.shape is Shape.DATE and opens_text(page, r.index))
