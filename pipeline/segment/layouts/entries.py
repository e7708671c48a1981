"""Layouts whose items are entries without headlines: chronicles, lists, posts, paragraphs with labels."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pipeline.segment.dating.entry_dates import opens_in_words
from pipeline.segment.layouts.cuts import Cut, days
from pipeline.segment.layouts.day_texts import entries_of_days, first_day
from pipeline.segment.layouts.diaries import owns_its_days
from pipeline.segment.layouts.entry_rows import alone_under_years, dated_teasers, wires
from pipeline.segment.layouts.heads import Head, below
from pipeline.segment.layouts.page_titles import page_title
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.posts import poster_rows
from pipeline.segment.rows.row import Row, Shape


def day_entries(page: PageRows) -> Cut:
    """Days as heads of sections, under each the entries of that day without headlines."""
    heads_of_days = days(page)
    if any(_same(page, a, b) for a, b in pairwise(heads_of_days)):
        return Cut(
            "dated entries",
            tuple(_under_dates(page, heads_of_days)),
            entries=True,
            short=True,
            source="entry",
        )
    if owns_its_days(page, heads_of_days):
        own = tuple(Head(i, i, None, i) for i in heads_of_days if _over_prose(page, i))
        return Cut("dated entries", own, entries=True, short=True, source="entry")
    texts = [
        row
        for row in page.rows[first_day(page, heads_of_days) + 1 :]
        if row.shape in (Shape.PROSE, Shape.CITY, Shape.TIME) and page.opens(row.index) and not row.foreign
    ]
    heads = [Head(row.index, row.index, None, None) for row in entries_of_days(page, heads_of_days, texts)]
    return Cut(
        "entries under day heads",
        (*heads, *dated_teasers(page, heads[-1].start)) if heads else (),
        heads_of_days,
        entries=True,
        short=True,
        source="entry",
    )


def dated_entries(page: PageRows) -> Cut:
    """Entries that begin with their date: chronicles, timelines, lists of bullets."""
    shapes = (Shape.DATED_PROSE, Shape.DATED_HEAD, Shape.CITY)
    placed = wires(page)
    first = next((r.index for r in page.rows if r.shape is Shape.DATED_PROSE or r.index in placed), None)
    alone = alone_under_years(page, first or 0)
    heads = [
        Head(r.index, r.index, None, r.index if r.shape in shapes else None)
        for r in page.rows
        if first is not None and page.opens(r.index)
        if _leads(r)
        or _is_bullet(r, first)
        or (r.index > first and _opens_in_words(r))
        or r.index in alone | placed
        if r.shape is not Shape.DATED_HEAD or not page_title(page, r.index)
    ]
    leading = {head.start for head in heads}
    sections = tuple(i for i in days(page) if heads and i not in leading and i < heads[-1].start)
    return Cut(
        "dated entries",
        tuple(heads) if len(heads) > 1 and not _below_article(page, heads[0].start) else (),
        sections,
        entries=True,
        short=True,
        source="entry",
    )


def _below_article(page: PageRows, first: int) -> bool:
    """Links with a day under an article that has headline and date of its own and says more than they."""
    headed = next((head for head in below(page) if head.last < first), None)
    if headed is None or page.is_periodical(headed.start):
        return False
    article = [row for row in page.rows[headed.last + 1 : first] if row.is_text]
    mass = sum(len(row.text) for row in article)
    return len(article) > 1 and mass > sum(len(row.text) for row in page.rows[first:] if not row.skipped)


def live(page: PageRows) -> Cut:
    """Entries that begin with a time of day."""
    heads = [Head(r.index, r.index, None, r.index) for r in page.rows if r.shape is Shape.TIME]
    return Cut(
        "liveblog",
        (*heads, *dated_teasers(page, heads[-1].start)) if len(heads) > 2 else (),
        days(page),
        entries=True,
        short=True,
        source="entry",
        page_source="entry",
    )


def posts(page: PageRows) -> Cut:
    """Posts of a channel, under days or not, each under the name of who posts."""
    names = poster_rows(page.rows)
    heads_of_days = tuple(i for i in days(page) if i - 1 not in names)
    first = heads_of_days[0] if heads_of_days else -1
    starts = (page.next_said(i) for i in names if i > first)
    heads = [_post(page, i) for i in starts if i is not None and i not in names and page.opens(i)]
    return Cut("posts of a channel", tuple(heads), heads_of_days, names, entries=True, source="section")


def _over_prose(page: PageRows, i: int) -> bool:
    after = page.next_said(i)
    return after is not None and page.rows[after].is_text


def _same(page: PageRows, a: int, b: int) -> bool:
    return page.rows[a].folded.text == page.rows[b].folded.text


def _under_dates(page: PageRows, days: tuple[int, ...]) -> Iterable[Head]:
    """Dates that repeat are no heads of days: each belongs to the one text under it."""
    for i in days:
        j = page.next_said(i)
        if j is not None and page.rows[j].shape is Shape.PROSE:
            yield Head(i, i, None, i)


def _leads(row: Row) -> bool:
    return row.shape in (Shape.DATED_PROSE, Shape.DATED_HEAD)


def _opens_in_words(row: Row) -> bool:
    return row.shape is Shape.PROSE and opens_in_words(row.folded.text, row.text_start)


def _is_bullet(row: Row, first: int) -> bool:
    return row.index > first and row.marker > 0 and row.is_text


def _post(page: PageRows, i: int) -> Head:
    return Head(i, i, None, i if page.rows[i].shape is Shape.DATE else None)
