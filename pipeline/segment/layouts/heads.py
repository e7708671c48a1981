"""Where items begin: the patterns of headline and date that layouts choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.dating.lone_datelines import HANDLE
from pipeline.segment.layouts.page_titles import headline_under_letterhead, outweighs, over_text, page_title
from pipeline.segment.layouts.stacks import best_headline, pick_headline, stack_above, stack_below
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import is_prose

_STANDFIRST_WORDS = 50
_MENUS = ("menu", "breadcrumb", "navigation")
_SIGNATURE_WORDS = 4
_MOSTLY = (3, 4)  # three of four


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
                letterhead = headline_under_letterhead(page, stack, i)
                yield _after(page, i, *letterhead) if letterhead else _from_stack(page, stack, last=i, date=i)


def over_standfirst(page: PageRows) -> Iterator[Head]:
    """A headline, one sentence or two that lead in, then the dateline and the text."""
    for i, row in enumerate(page.rows):
        if row.shape is not Shape.DATE or not page.opens(i, dated=True) or not over_text(page, i):
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
        if row.shape is not Shape.DATE or not page.opens(i, dated=True) or _closes_text(page, i):
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
        if _signs_text(page, i, stack, after):
            continue
        if after is None or page.rows[after].shape is not Shape.DATE or after > stack[-1] + 2:
            if names and outweighs(page, names, stack):
                continue
            headline = best_headline(page, stack) if at_top else pick_headline(page, stack)
            close = not any(page.rows[j].gap for j in range(headline + 1, stack[-1] + 1))
            yield Head(i, stack[-1] if close else headline, headline, i)


def dated(page: PageRows) -> Iterator[Head]:
    """A headline with its date in the same line."""
    for i, row in enumerate(page.rows):
        linked = page.sealed[i] == "related" or over_text(page, i)
        titled = row.shape is Shape.DATED_PROSE and not is_prose(row.text) and linked
        shown = row.shape is Shape.DATED_HEAD or titled
        if (
            shown
            and not _masthead(page, i)
            and row.text
            and page.opens(i, dated=True)
            and not page_title(page, i)
        ):
            yield Head(i, i, i, i)


def city(page: PageRows) -> Iterator[Head]:
    """A headline over a text that begins with place and date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.CITY and page.opens(i):
            stack = stack_above(page, i)
            if stack:
                yield _from_stack(page, stack, last=i - 1, date=i)


def leading(page: PageRows) -> Iterator[Head]:
    """A headline over a text that begins with its date, `(3 May 2014) The court ...`.

    A day without a year is one where most texts that open with a day stand under a headline of their own.
    """
    texts = [
        row
        for row in page.rows
        if row.shape is Shape.DATED_PROSE and row.marker == 0 and page.opens(row.index, dated=True)
        if is_prose(row.text)
    ]
    stacks = {row.index: stack_above(page, row.index) for row in texts}
    headed = sum(map(bool, stacks.values()))
    mostly = headed > 1 and headed * _MOSTLY[1] >= len(texts) * _MOSTLY[0]
    for row in texts:
        whole = row.date is not None and row.date.year is not None and row.date.month_or_numbers
        if stacks[row.index] and (whole or mostly):
            yield _from_stack(page, stacks[row.index], last=row.index - 1, date=row.index)


def bare(page: PageRows) -> Iterator[Head]:
    """A headline over a text, with no date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.PROSE and page.opens(i) and not page.is_tagline(i):
            stack = stack_above(page, i)
            if stack and row.marker == 0:
                yield _from_stack(page, stack, last=i - 1, date=None)


def timed(page: PageRows) -> Iterator[Head]:
    """A line that opens with the hour, close under it a headline over a text, as in a court's diary."""
    for row, below in pairwise(page.rows):
        close = row.shape is Shape.TIME and below.shape is Shape.HEAD and not below.gap
        if close and page.opens(row.index) and over_text(page, below.index):
            yield Head(row.index, below.index, below.index, None)


def under_days(page: PageRows, days: Sequence[int]) -> Iterator[Head]:
    """A text right under a day, with neither hour nor headline."""
    for day in days:
        i = page.next_said(day)
        if i is not None and page.rows[i].shape is Shape.PROSE and page.rows[day].date != page.rows[i].date:
            yield Head(i, i, None, None)


def briefs(page: PageRows) -> Iterator[Head]:
    """News in brief, without headlines."""
    for i in sorted(page.briefs):
        yield Head(i, i, None, i if page.rows[i].shape is Shape.DATED_PROSE else None)


def _masthead(page: PageRows, i: int) -> bool:
    """`Sun, 21 Aug 2016 | 5 Bhadra 2073` over the menu of a page is the day on which it was saved."""
    row, after = page.rows[i], page.rows[i + 1 : i + 2]
    first = page.at_top(i) and i <= page.first_date
    return first and row.text_start > row.stamp_start and any(r.reason in _MENUS for r in after)


def _signs_text(page: PageRows, i: int, stack: Sequence[int], after: int | None) -> bool:
    """Day and a name of few words, with no text below: the text above is signed."""
    short = len(stack) == 1 and len(page.rows[stack[0]].text.split()) <= _SIGNATURE_WORDS
    set_off = page.rows[i].gap and i > 0 and page.rows[i - 1].is_text and not page.rows[i + 1].gap
    return short and set_off and (after is None or not page.rows[after].is_text)


def _of_post(row: Row) -> bool:
    """Name and handle of who posts stand beside the date: what follows has no headline."""
    return HANDLE.search(row.folded.text) is not None


def _closes_text(page: PageRows, i: int) -> bool:
    """Set close under a text in brackets, with a blank line below: `(The Daily, 5 June 2013)`."""
    row, above, below = page.rows[i], page.rows[i - 1 : i], page.rows[i + 1 : i + 2]
    bracketed = row.folded.text[:1] in "([" and row.folded.text.rstrip(".")[-1:] in ")]"
    return bracketed and not row.gap and all(r.is_text for r in above) and all(r.gap for r in below)


def _after(page: PageRows, date: int, headline: int, parted: bool) -> Head:
    return Head(headline, headline, headline, None) if parted else Head(date, headline, headline, date)


def _from_stack(page: PageRows, stack: Sequence[int], last: int, date: int | None) -> Head:
    headline = pick_headline(page, stack)
    return Head(headline, last, headline, date)
