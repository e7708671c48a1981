"""From the beginnings of items to their rows: where each one ends."""

from __future__ import annotations

from pipeline.segment.endings import (
    is_no_entry,
    without_closing,
    without_page_update,
    without_repeats,
    without_section_heads,
    without_sidebar,
)
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.heads import Head
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.stacks import repeats
from pipeline.segment.owner_words import without_footer
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape

# Behind such a line stands no more of a short entry.
_FOOT = ("tags", "copyright", "page foot")


def item_extents(page: PageRows, cut: Cut) -> list[ItemRows]:
    """The items of a cut. Rows that end up in none are left to be rejected with a reason."""
    stops = sorted({head.start for head in cut.heads} | set(cut.sections) | set(cut.stops))
    following = dict(zip(stops, [*stops[1:], len(page.rows)], strict=True))
    items: list[ItemRows] = []
    section: int | None = None
    sections = iter([*cut.sections, len(page.rows)])
    upcoming = next(sections)
    for k, head in enumerate(cut.heads):
        while upcoming <= head.start:
            section, upcoming = upcoming, next(sections)
        top = _top(page, head)
        body = _body(page, cut, top[-1] + 1, following[head.start], page.sealed[head.start])
        body = without_sidebar(page, without_repeats(page, body, head.start))
        if k + 1 < len(cut.heads):
            body = without_section_heads(page, body)
        items.append(ItemRows(head, top, tuple(body), section))
    while len(items) > 1 and is_no_entry(page, cut, items[-1].head):
        items.pop()
    if len(items) > 1:
        items[-1] = without_page_update(page, items)
        items[-1] = without_closing(page, cut, items)
    if items:
        items[-1] = without_footer(page, items[-1])
    return items


def _top(page: PageRows, head: Head) -> tuple[int, ...]:
    """Rows of headline and dateline, with a byline among or right after them; no repeated headline."""
    last = max(head.start, head.last)
    while (
        head.headline is not None and last + 1 < len(page.rows) and page.rows[last + 1].shape is Shape.BYLINE
    ):
        last += 1
    headline = page.rows[head.headline] if head.headline is not None else None
    return tuple(
        i
        for i in range(head.start, last + 1)
        if not page.rows[i].skipped
        and not (headline and i != headline.index and repeats(headline, page.rows[i]))
    )


def _body(page: PageRows, cut: Cut, start: int, stop: int, opened: str | None) -> list[int]:
    body: list[int] = []
    if start and page.rows[start - 1].shape is Shape.RECORD:
        return body
    ruled = len(cut.heads) > 1 and page.boundary_before(cut.heads[-1].start)
    for i in range(start, stop):
        row = page.rows[i]
        if page.sealed[i] == "contents":
            continue
        if row.shape is Shape.READ_MORE or page.sealed[i] not in (None, "letter", opened):
            break
        if row.shape is Shape.RULE and ruled and body:
            break
        if row.gap and start - 1 in page.briefs and page.rows[start - 1].shape is not Shape.HEAD:
            break
        if cut.short and row.shape is Shape.HEAD and row.gap:
            break
        if cut.short and row.reason in _FOOT and page.rows[i - 1].text:
            break
        if not row.skipped and row.shape is not Shape.BYLINE:
            body.append(i)
        if i in page.closing:
            break
    return body
