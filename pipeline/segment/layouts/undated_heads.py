"""Where items begin, by headlines over texts without a day of their own, hours and news in brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.segment.layouts.heads import Head, from_stack
from pipeline.segment.layouts.page_titles import over_text
from pipeline.segment.layouts.stacks import stack_above
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.prose import is_prose

_MOSTLY = (3, 4)  # three of four


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
            yield from_stack(page, stacks[row.index], last=row.index - 1, date=row.index)


def bare(page: PageRows) -> Iterator[Head]:
    """A headline over a text, with no date."""
    for i, row in enumerate(page.rows):
        if row.shape is Shape.PROSE and page.opens(i) and not page.is_tagline(i):
            stack = stack_above(page, i)
            fields = bool(stack) and page.rows[stack[-1]].numbered and not row.numbered
            if stack and (row.marker == 0 or fields):
                yield from_stack(page, stack, last=i - 1, date=None)


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
