"""What the items of a page together add to the score of a layout: links, evenness, kind of page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.item_scores import closed_by_date
from pipeline.segment.layouts.numbers import tells_cases
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.labels import labelled_rows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon, names_issue, words_of

_ENTRY_OF_TEXT = 2.4
_LINK_ENDS = 1.0
_LINK_MISSED = -2.0
_UNDATED_AMONG_DATED = -0.4
_SUBHEADING = -1.5
_SINGLE_IN_SERIAL = -2.0
_HEADINGS = 2
_SIGNED_WITH_HOUR = 0.2
_CLOSE_DATE = -0.2
_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)
_REPORT_PARTS = 2
_NUMBER = re.compile(r"\d+")


def page_score(page: PageRows, items: Sequence[ItemRows]) -> float:
    """What the items together add to the score of their layout."""
    parts = (_links, _evenness, _serial, _chapter, _signed_with_hour, _close_dates, _report, _chronology)
    return sum(part(page, items) for part in parts)


def _links(page: PageRows, items: Sequence[ItemRows]) -> float:
    """`Read more` links end items; one that ends none was missed."""
    ends = {item.rows[-1] for item in items}
    total, said = 0.0, -1
    for row in page.rows:
        if row.shape is Shape.READ_MORE:
            total += _LINK_ENDS if said in ends else _LINK_MISSED
        elif not row.skipped and row.shape is not Shape.BYLINE:
            said = row.index
    return total


def _evenness(page: PageRows, items: Sequence[ItemRows]) -> float:
    """One date at the top or the end and headings without any are an article with sub-headings."""
    undated = [
        item
        for item in items
        if item.head.date is None and item.section is None and item.head.start not in page.briefs
        if not closed_by_date(page, item)
    ]
    if not undated or len(undated) == len(items):
        return 0.0
    bare = [item for item in undated if not page.boundary_before(item.head.start)]
    at_an_end = items[0] not in undated or page.rows[items[-1].rows[-1]].shape is Shape.DATE
    if len(items) - len(undated) == 1 and at_an_end:
        return _SUBHEADING * len(bare)
    return _UNDATED_AMONG_DATED * len(undated) if len(undated) * 2 < len(items) else 0.0


def _serial(page: PageRows, items: Sequence[ItemRows]) -> float:
    """An issue of a bulletin with several headings or labels of paragraphs is hardly a single text."""
    if len(items) != 1:
        return 0.0
    body = [page.rows[i] for i in items[0].body]
    headings = sum(row.shape is Shape.HEAD and after.is_text for row, after in pairwise(body))
    titles = [row for row in page.rows[: items[0].body[0] if body else 0] if not row.is_text]
    serial = any(
        names_issue(row.folded.text) or not lexicon().serials.isdisjoint(words_of(row.folded.text))
        for row in titles
    )
    if serial and labelled_rows([row for row in body if row.is_text]):
        return 2 * _SINGLE_IN_SERIAL
    return _SINGLE_IN_SERIAL if serial and headings >= _HEADINGS else 0.0


def _chapter(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Headings 4.1, 4.2, ... and no other are the sub-headings of chapter 4."""
    heads = [page.rows[item.head.start] for item in items]
    numbers = [_NUMBER.findall(row.folded.text[: row.marker]) for row in heads if row.numbered]
    deep = len(numbers) > 1 and all(len(found) > 1 for found in numbers) and not tells_cases(heads)
    return _SUBHEADING * len(numbers) if deep and len({found[0] for found in numbers}) == 1 else 0.0


def _report(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Summary, recommendations, annex: the other headings of such a text are sub-headings too."""
    parts = Counter(words_of(row.text)[:1] for row in page.rows if row.shape is Shape.HEAD)
    once = {words[0] for words, count in parts.items() if count == 1 and words}
    known = once & lexicon().report_parts
    linked = any(row.shape is Shape.READ_MORE for row in page.rows)
    if len(items) < 2 or len(known) < _REPORT_PARTS or linked:
        return 0.0
    return _SUBHEADING * sum(item.head.date is None and item.section is None for item in items)


def _signed_with_hour(page: PageRows, items: Sequence[ItemRows]) -> float:
    """Posts signed with no more than the hour have their day from the head over them."""
    under = (page.rows[item.rows[-1] + 1 :][:1] for item in items if item.section is not None)
    hours = sum(
        row.shape is Shape.BYLINE and not row.date and bool(_HOUR.search(row.folded.text))
        for found in under
        for row in found
    )
    return _SIGNED_WITH_HOUR * hours


def _close_dates(page: PageRows, items: Sequence[ItemRows]) -> float:
    """A date set close above the one headline under it, apart from all else, is that item's own."""
    sections = [item.section for item in items if item.section is not None and item.head.headline is not None]
    if len(set(sections)) < len(items):
        return 0.0
    close = (page.rows[i].gap and not page.rows[i + 1].gap for i in sections)
    return _CLOSE_DATE * sum(close)


def _chronology(page: PageRows, items: Sequence[ItemRows]) -> float:
    """The dated lines under a heading `Chronology` belong to the dated text that they follow."""
    item = items[0] if len(items) == 1 else None
    if item is None or item.head.headline is None or item.head.date is None:
        return 0.0
    inside, count, told = False, 0, False
    for row in (page.rows[i] for i in item.body):
        if row.shape is Shape.HEAD:
            inside = told and row.text.casefold().strip(" :.") in lexicon().chronologies
        count += inside and row.shape is Shape.DATED_PROSE
        told = told or row.is_text
    return _ENTRY_OF_TEXT * count
