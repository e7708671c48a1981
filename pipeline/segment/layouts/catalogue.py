"""The layouts that pages come in: each says where the items of a page would begin under it."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.layout_names import HEADLINES, HEADLINES_BELOW_DATES, ONE_ARTICLE
from pipeline.segment.layouts.cuts import Cut, days, in_order, marked, without_page_title
from pipeline.segment.layouts.entries import dated_entries, day_entries, live, posts
from pipeline.segment.layouts.heads import Head, above, below, city, dated, over_standfirst
from pipeline.segment.layouts.listed_entries import (
    closed_by_dates,
    closed_by_days,
    labelled,
    listed,
    tabled,
    under_names,
)
from pipeline.segment.layouts.numbers import chapters, numbered_heads, tells_cases
from pipeline.segment.layouts.report_titles import title_over_contents
from pipeline.segment.layouts.stacks import pick_headline, stack_above
from pipeline.segment.layouts.undated_heads import bare, briefs, leading, timed, under_days
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape


def dates_below(page: PageRows) -> Cut:
    """Headline, dateline, text; undated items among them where a boundary shows them."""
    found = [*below(page), *over_standfirst(page), *dated(page), *city(page), *leading(page), *briefs(page)]
    return Cut("dateline below the headline", in_order(page, [*found, *marked(page)]))


def dates_above(page: PageRows) -> Cut:
    """Dateline, headline, text."""
    found = [*above(page), *dated(page), *city(page), *briefs(page)]
    return Cut("dateline above the headline", in_order(page, [*found, *marked(page)]))


def all_below(page: PageRows) -> Cut:
    """Headline and text, again and again; a dateline may stand between the two."""
    found = [*below(page), *dated(page), *city(page), *leading(page), *bare(page), *briefs(page)]
    return Cut(HEADLINES, without_page_title(page, in_order(page, found)))


def all_above(page: PageRows) -> Cut:
    """Headline and text, again and again; a dateline may stand above the headline."""
    found = [*above(page), *dated(page), *city(page), *bare(page), *briefs(page)]
    return Cut(HEADLINES_BELOW_DATES, without_page_title(page, in_order(page, found)))


def day_posts(page: PageRows) -> Cut:
    """Days as heads of sections, under each the posts of that day with headlines."""
    heads_of_days = days(page)
    hours = list(timed(page))
    found = [*hours, *dated(page), *city(page), *bare(page), *briefs(page)]
    if hours:
        first = max((day for day in heads_of_days if day < hours[0].start), default=0)
        found += under_days(page, [day for day in heads_of_days if day >= first])
    if len(heads_of_days) < 2:
        return Cut("posts under day heads", ())
    dated_rows = set(heads_of_days)
    heads = [
        head
        for head in found
        if head.start > heads_of_days[0] and dated_rows.isdisjoint(range(head.start, head.last + 1))
    ]
    return Cut("posts under day heads", in_order(page, heads), heads_of_days)


def numbered(page: PageRows) -> Cut:
    """Numbered headlines with text, among them numbered texts that have no headline."""
    heads = numbered_heads(page, list(bare(page)))
    return Cut("numbered headlines", in_order(page, heads) if len(heads) > 2 else ())


def cases(page: PageRows) -> Cut:
    """Chapters of a report whose numbered sections are a case each; the other chapters are none."""
    parts, deep = chapters(page)
    heads = [h for h in bare(page) if h.headline is not None and page.rows[h.headline] in deep]
    if not parts or not tells_cases([page.rows[h.start] for h in heads]):
        return Cut("numbered headlines", ())
    return Cut("numbered headlines", in_order(page, heads), tuple(row.index for row in parts))


def article(page: PageRows) -> Cut:
    """One text with everything on the page."""
    for pattern in (below, over_standfirst, city, above, dated, bare):
        head = next(iter(pattern(page)), None)
        if head is not None and _early(page, head):
            return Cut(ONE_ARTICLE, (title_over_contents(page, head) or head,))
    texts = [r.index for r in page.rows if r.is_text or r.shape is Shape.DATED_PROSE]
    if not texts:
        return Cut(ONE_ARTICLE, ())
    stack = stack_above(page, texts[0])
    start = pick_headline(page, stack) if stack else texts[0]
    return Cut(ONE_ARTICLE, (Head(start, texts[0] - bool(stack), start if stack else None, None),))


LAYOUTS: tuple[Callable[[PageRows], Cut], ...] = (
    article, closed_by_days, dates_below, dates_above, all_below, all_above, day_posts, day_entries,
    dated_entries, live, numbered, cases, listed, tabled, posts, labelled, closed_by_dates, under_names,
)  # fmt: skip


def _early(page: PageRows, head: Head) -> bool:
    """Little text stands before it: a lead, an intro."""
    before = sum(len(r.text) for r in page.rows[: head.start] if r.is_text)
    after = sum(len(r.text) for r in page.rows[head.start :] if r.is_text)
    return before * 4 <= after
