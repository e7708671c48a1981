"""Where items begin: the patterns of headline and date that layouts choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.lone_datelines import HANDLE
from pipeline.segment.page_rows import PageRows
from pipeline.segment.prose import is_prose
from pipeline.segment.rows import Row, Shape
from pipeline.segment.stacks import best_headline, headline_weight, pick_headline, stack_above, stack_below

_LETTERHEAD = 3
_STANDFIRST_WORDS = 50
_ISSUE = ("no", "issue", "vol", "volume", "number", "edition")


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an item.

    `start` is its first row, `last` the last row of its headline and dateline, `headline` and
    `date` the rows of those; None where it has none.
    """

    start: int
    last: int
    headline: int | None
    date: int | None


def below(page: PageRows) -> Iterator[Head]:
    """A headline and, under it, a line that is nothing but a date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.DATE and page.opens(i, dated=True) and not _of_post(row):
            stack = stack_above(page, i)
            if stack and not page_title(page, i, stack[0]):
                yield _under_letterhead(page, stack, i) or _from_stack(page, stack, last=i, date=i)


def over_standfirst(page: PageRows) -> Iterator[Head]:
    """A headline, one sentence or two that lead in, then the dateline and the text."""
    for i, row in enumerate(page.rows):
        if row.shape is not Shape.DATE or not page.opens(i, dated=True) or not _over_text(page, i):
            continue
        lead = next((r for r in reversed(page.rows[:i]) if r.shape is not Shape.BYLINE), None)
        if lead is None or lead.shape is not Shape.PROSE or len(lead.text.split()) > _STANDFIRST_WORDS:
            continue
        stack = stack_above(page, lead.index)
        if stack and not page_title(page, i, stack[0]):
            yield _from_stack(page, stack, last=i, date=i)


def above(page: PageRows) -> Iterator[Head]:
    """A line that is nothing but a date and, under it, a headline."""
    for i, row in enumerate(page.rows):
        if row.shape is not Shape.DATE or not page.opens(i, dated=True):
            continue
        if _of_post(row):
            yield Head(i, i, None, i)
            continue
        stack, parted = stack_below(page, i)
        monthly = row.date is not None and row.date.day is None and row.date.numbers is None
        if stack and monthly and page.rows[stack[0]].numbered:
            continue  # the month of a bulletin, not of its first entry
        at_top = page.at_top(i)
        names = stack_above(page, i) if at_top else []
        if not stack or (parted and at_top) or (names and page_title(page, i, names[0])):
            continue
        after = page.next_said(stack[-1])
        if after is None or page.rows[after].shape is not Shape.DATE or after > stack[-1] + 2:
            if names and _weight(page, names) >= _weight(page, stack) + _LETTERHEAD:
                continue
            headline = best_headline(page, stack) if at_top else pick_headline(page, stack)
            yield Head(i, headline, headline, i)


def dated(page: PageRows) -> Iterator[Head]:
    """A headline with its date in the same line."""
    for i, row in enumerate(page.rows):
        titled = row.shape is Shape.DATED_PROSE and not is_prose(row.text) and _over_text(page, i)
        shown = row.shape is Shape.DATED_HEAD or titled
        if shown and row.text and page.opens(i, dated=True) and not page_title(page, i):
            yield Head(i, i, i, i)


def city(page: PageRows) -> Iterator[Head]:
    """A headline over a text that begins with place and date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.CITY and page.opens(i):
            stack = stack_above(page, i)
            if stack:
                yield _from_stack(page, stack, last=i - 1, date=i)


def leading(page: PageRows) -> Iterator[Head]:
    """A headline over a text that begins with its date, `(3 May 2014) The court ...`."""
    for i, row in enumerate(page.rows):
        whole = row.date is not None and row.date.year is not None and row.date.month_or_numbers
        opens = row.shape is Shape.DATED_PROSE and row.marker == 0 and page.opens(i, dated=True)
        if opens and whole and is_prose(row.text):
            stack = stack_above(page, i)
            if stack:
                yield _from_stack(page, stack, last=i - 1, date=i)


def bare(page: PageRows) -> Iterator[Head]:
    """A headline over a text, with no date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.PROSE and page.opens(i) and not page.is_tagline(i):
            stack = stack_above(page, i)
            if stack and row.marker == 0:
                yield _from_stack(page, stack, last=i - 1, date=None)


def page_title(page: PageRows, i: int, start: int | None = None) -> bool:
    """A dated line at the top of a page that dates all of it: `DIGEST No. 4 (May 2013)`.

    Row i has the date; its words are its own or, from row `start`, those of the lines above it.
    """
    row = page.rows[i]
    start = i if start is None else start
    if row.date is None or start > min(page.first_text, page.first_date):
        return False
    j = page.next_said(i)
    over_text = j is not None and page.rows[j].shape is Shape.PROSE
    words = words_of(" ".join(page.rows[k].folded.text for k in range(start, i + 1)))
    periodical = any(word in lexicon().periods for word in words)
    whole_day = (row.date.day is not None or row.date.numbers is not None) and not row.date.ranged
    if start < i:
        issue = any(word in _ISSUE for word in words)
        return periodical and not over_text and (issue or not whole_day)
    return (periodical and not (over_text and whole_day)) or (not over_text and not whole_day)


def _under_letterhead(page: PageRows, stack: Sequence[int], i: int) -> Head | None:
    """At the top of a page name and date may stand as on a letterhead, over the headline."""
    if stack[0] > min(page.first_text, page.first_date):
        return None
    after, parted = stack_below(page, i)
    if not after or not _over_text(page, after[-1]):
        return None
    best = best_headline(page, after)
    if headline_weight(page, best) < max(headline_weight(page, j) for j in stack) + _LETTERHEAD:
        return None
    return Head(best, best, best, None) if parted else Head(i, best, best, i)


def _of_post(row: Row) -> bool:
    """Name and handle of who posts stand beside the date: what follows has no headline."""
    return HANDLE.search(row.folded.text) is not None


def _weight(page: PageRows, stack: Sequence[int]) -> int:
    return max(headline_weight(page, j) for j in stack)


def _over_text(page: PageRows, i: int) -> bool:
    j = page.next_said(i)
    return j is not None and page.rows[j].is_text


def _from_stack(page: PageRows, stack: Sequence[int], last: int, date: int | None) -> Head:
    headline = pick_headline(page, stack)
    return Head(headline, last, headline, date)
