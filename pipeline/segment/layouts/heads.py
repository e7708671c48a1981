"""Where items begin: the patterns of headline and date that layouts choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.segment.layouts.dateline_roles import (
    dated_by_cities,
    is_masthead,
    is_of_post,
    opens_text,
    signs_text,
)
from pipeline.segment.layouts.page_titles import headline_under_letterhead, outweighs, over_text, page_title
from pipeline.segment.layouts.stacks import pick_headline, stack_above, stack_below
from pipeline.segment.layouts.top_headlines import best_headline, under_day_as_others
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import names_issue
from pipeline.segment.text.prose import is_prose

_STANDFIRST_WORDS = 50


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
        if row.shape is Shape.DATE and opens_text(page, i) and not is_of_post(row):
            stack = stack_above(page, i)
            if stack and not page_title(page, i, stack[0]):
                letterhead = headline_under_letterhead(page, stack, i)
                yield _after(page, i, *letterhead) if letterhead else from_stack(page, stack, last=i, date=i)


def over_standfirst(page: PageRows) -> Iterator[Head]:
    """A headline, one sentence or two that lead in, then the dateline and the text."""
    for i, row in enumerate(page.rows):
        if row.shape is not Shape.DATE or not opens_text(page, i) or not over_text(page, i):
            continue
        lead = next((r for r in reversed(page.rows[:i]) if r.shape is not Shape.BYLINE), None)
        if lead is None or lead.shape is not Shape.PROSE or len(lead.text.split()) > _STANDFIRST_WORDS:
            continue
        stack = stack_above(page, lead.index)
        if stack and not page_title(page, i, stack[0]):
            yield from_stack(page, stack, last=i, date=i)


def above(page: PageRows) -> Iterator[Head]:
    """A line that is nothing but a date and, under it, a headline."""
    for i, row in enumerate(page.rows):
        if row.shape is not Shape.DATE or not opens_text(page, i):
            continue
        if is_of_post(row):
            yield Head(i, i, None, i)
            continue
        stack, parted = stack_below(page, i)
        monthly = row.date is not None and row.date.day is None and row.date.numbers is None
        if stack and monthly and page.rows[stack[0]].numbered:
            continue  # the month of a bulletin, not of its first entry
        at_top = page.at_top(i)
        first = at_top and i == page.first_date
        if first and row.date is not None and row.date.ranged and dated_by_cities(page, i):
            continue  # the days of a selection of wire copy
        names = stack_above(page, i) if at_top else []
        if not stack or (parted and at_top) or (names and page_title(page, i, names[0])):
            continue
        after = page.next_said(stack[-1])
        if signs_text(page, i, stack, after):
            continue
        if after is None or page.rows[after].shape is not Shape.DATE or after > stack[-1] + 2:
            if names and outweighs(page, names, stack) and not _is_one_of_issues(page, row, stack):
                continue
            headline = best_headline(page, stack) if at_top else pick_headline(page, stack)
            close = not any(page.rows[j].gap for j in range(headline + 1, stack[-1] + 1))
            yield Head(i, stack[-1] if close else headline, headline, i)


def dated(page: PageRows) -> Iterator[Head]:
    """A headline with its date in the same line."""
    for i, row in enumerate(page.rows):
        linked = page.sealed[i] == "related" or over_text(page, i)
        titled = row.shape is Shape.DATED_PROSE and not is_prose(row.text) and linked and row.stamp_end > 0
        shown = row.shape is Shape.DATED_HEAD or titled
        if (
            shown
            and not is_masthead(page, i)
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
                yield from_stack(page, stack, last=i - 1, date=i)


def _after(page: PageRows, date: int, headline: int, parted: bool) -> Head:
    return Head(headline, headline, headline, None) if parted else Head(date, headline, headline, date)


def from_stack(page: PageRows, stack: Sequence[int], last: int, date: int | None) -> Head:
    """The head whose headline is the foremost of these rows."""
    headline = pick_headline(page, stack)
    return Head(headline, last, headline, date)


def _is_one_of_issues(page: PageRows, row: Row, stack: Sequence[int]) -> bool:
    """`Question no. 112, 3 November 2004` stands over a headline as further such lines do."""
    return names_issue(row.folded.text) and under_day_as_others(page, stack[0])
