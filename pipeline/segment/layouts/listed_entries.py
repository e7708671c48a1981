"""Layouts whose entries a sign shows rather than a day: lists, tables, labels, dates at the end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from pipeline.segment.dating.entry_dates import entry_date
from pipeline.segment.layouts.cuts import Cut, in_order
from pipeline.segment.layouts.heads import Head, below, dated
from pipeline.segment.layouts.undated_heads import bare
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.labels import labelled_rows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

UNDER_NAMES = "paragraphs under names"
_NAMES = 3
_NAME_WORDS = 3
_LONG = 12
_SOURCE_LENGTH = 60
_SOURCE = re.compile(r"[.!?…][”\"’']?\s[(\[][^\W\d_][\w.'’ -]{1,40}[)\]]\.?$")


def listed(page: PageRows) -> Cut:
    """A list of undated entries, each with a bullet or a number, that makes up most of the page."""
    rows = [r for r in page.rows if (r.is_text or r.shape is Shape.DATED_PROSE) and page.opens(r.index)]
    signed = [r for r in rows if r.marker and not r.folded.text[r.marker : r.marker + 1].islower()]
    lengths = [_length(page, r) for r in signed]
    entries = [length for length in lengths if length > 60]
    mass = sum(entries)
    if len(entries) < 3 or mass < 0.7 * sum(len(r.text) for r in rows):
        return Cut("list", ())
    heads = tuple(Head(r.index, r.index, None, r.index if _told_date(r) else None) for r in signed)
    return Cut("list", heads, entries=True, short=True, source="entry", page_source="section")


def _length(page: PageRows, row: Row) -> int:
    """Characters of an entry with the lines set close under it."""
    close = takewhile(lambda r: r.is_text and not r.gap and not r.marker, page.rows[row.index + 1 :])
    return len(row.text) + sum(len(r.text) for r in close)


def tabled(page: PageRows) -> Cut:
    """A table that lists cases: a record a line, its cells side by side; texts may follow it."""
    records = [Head(r.index, r.index, None, None) for r in page.rows if r.shape is Shape.RECORD]
    last = records[-1].start if records else len(page.rows)
    texts = [h for h in (*below(page), *dated(page), *bare(page)) if h.start > last]
    return Cut(
        "table of cases",
        (*records, *in_order(page, texts)) if records else (),
        entries=True,
        page_source="section",
    )


def closed_by_dates(page: PageRows) -> Cut:
    """Texts without headlines that end with a date or their source in brackets."""
    texts = [r for r in page.rows if r.is_text and page.opens(r.index)]
    closed = [r for r in texts if r.shape is Shape.PROSE and (r.date is not None or _names_source(r))]
    if len(closed) < 3 or len(closed) * 4 < len(texts) * 3:
        return Cut("texts that end with a date", ())
    heads = tuple(Head(r.index, r.index, None, r.index if r.date else None) for r in closed)
    return Cut("texts that end with a date", heads, entries=True, short=True, page_source="section")


def closed_by_days(page: PageRows) -> Cut:
    """Texts that each end with a line that is nothing but a day, with headlines or without."""
    ends = sorted(page.closing)
    headlines = list(bare(page))
    starts = [head.start for head in headlines]
    heads: list[Head] = []
    for a, b in pairwise([-1, *ends]):
        inside = headlines[bisect_right(starts, a) : bisect_right(starts, b)]
        heads += _first_text(page, range(a + 1, b), inside)
    headed = sum(head.headline is not None for head in heads[1:])
    if heads and headed == 0:
        heads[0] = _bare(heads[0])
    elif heads and all(head.last == head.headline for head in heads[1:]):
        heads[0] = replace(heads[0], start=heads[0].last, headline=heads[0].last)
    return Cut(
        "texts that end with a date",
        tuple(heads) if len(heads) > 1 else (),
        entries=headed == 0,
        page_source=None if headed else "section",
    )


def _bare(head: Head) -> Head:
    """The text alone: the heading over it is that of the page."""
    return Head(head.last + 1, head.last + 1, None, None) if head.headline is not None else head


def _first_text(page: PageRows, stretch: range, heads: Sequence[Head]) -> list[Head]:
    """The first text in a stretch of rows, with its headline where it has one; none where it has no text."""
    first = next((i for i in stretch if page.rows[i].is_text and page.opens(i)), None)
    if heads and (stretch.start == 0 or first is None or heads[0].last < first):
        return [heads[-1 if stretch.start == 0 else 0]]
    return [Head(first, first, None, None)] if first is not None else []


def under_names(page: PageRows) -> Cut:
    """Paragraphs under the names of districts or the like in a bulletin: each is an entry.

    No other heading stands among them, no text above them, and some name stands over two: so do not the
    sub-headings of an article, nor short headlines.
    """
    heads = [
        row for row, below in pairwise(page.rows) if row.shape is Shape.HEAD and row.gap and below.is_text
    ]
    named = [row for row in heads if _names_place(row)]
    first = named[0].index if named else len(page.rows)
    title = any(page.is_periodical(row.index) for row in page.rows[:first] if not row.is_text)
    later = [row for row in heads if row.index > first]
    if not title or len(named) < _NAMES or len(later) >= len(named) or page.names:
        return Cut(UNDER_NAMES, ())
    texts = [r for r in page.rows[first:] if r.is_text and page.opens(r.index)]
    if len(texts) <= len(named) or page.first_text < first:
        return Cut(UNDER_NAMES, ())
    entries = tuple(Head(r.index, r.index, None, None) for r in texts)
    names = tuple(row.index for row in named)
    return Cut(UNDER_NAMES, entries, names, entries=True, short=True, page_source="section")


def _names_place(row: Row) -> bool:
    words = row.text.rstrip(":").split()
    capital = all(word[:1].isupper() for word in words)
    common = lexicon().subheadings | lexicon().periods | lexicon().genres
    return (
        len(words) <= _NAME_WORDS and capital and not row.numbered and common.isdisjoint(words_of(row.text))
    )


def labelled(page: PageRows) -> Cut:
    """Paragraphs that each open with a place, a name or a headline in capitals."""
    texts = [r for r in page.rows if (r.is_text or _is_long(r)) and page.opens(r.index)]
    heads = tuple(Head(r.index, r.index, None, None) for r in labelled_rows(texts))
    return Cut("labelled paragraphs", heads, entries=True, short=True)


def _names_source(row: Row) -> bool:
    """`... for the bad food. (Awami Khabar)`"""
    return row.gap and _SOURCE.search(row.text, max(0, len(row.text) - _SOURCE_LENGTH)) is not None


def _is_long(row: Row) -> bool:
    """A sentence without an end, as where its source stands behind it, looks like a headline."""
    return row.shape is Shape.HEAD and len(row.text.split()) >= _LONG


def _told_date(row: Row) -> bool:
    return row.date is not None or entry_date(row.folded.text, row.text_start) is not None
