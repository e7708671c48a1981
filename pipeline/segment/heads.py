"""Where items begin: the patterns of headline and date that layouts choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.lone_datelines import HANDLE
from pipeline.segment.rows import Row, Shape, is_prose
from pipeline.segment.stacks import best_headline, headline_weight, pick_headline, stack_above, stack_below
from pipeline.segment.view import View

_LETTERHEAD = 3
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


def below(view: View) -> Iterator[Head]:
    """A headline and, under it, a line that is nothing but a date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.DATE and view.opens(i, dated=True) and not _of_post(row):
            stack = stack_above(view, i)
            if stack and not page_title(view, i, stack[0]):
                yield _under_letterhead(view, stack, i) or _from_stack(view, stack, last=i, date=i)


def above(view: View) -> Iterator[Head]:
    """A line that is nothing but a date and, under it, a headline."""
    for i, row in enumerate(view.rows):
        if row.shape is not Shape.DATE or not view.opens(i, dated=True):
            continue
        if _of_post(row):
            yield Head(i, i, None, i)
            continue
        stack, parted = stack_below(view, i)
        monthly = row.date is not None and row.date.day is None and row.date.numbers is None
        if stack and monthly and view.rows[stack[0]].numbered:
            continue  # the month of a bulletin, not of its first entry
        at_top = view.at_top(i)
        names = stack_above(view, i) if at_top else []
        if not stack or (parted and at_top) or (names and page_title(view, i, names[0])):
            continue
        after = view.next_said(stack[-1])
        if after is None or view.rows[after].shape is not Shape.DATE or after > stack[-1] + 2:
            if names and _weight(view, names) >= _weight(view, stack) + _LETTERHEAD:
                continue
            headline = best_headline(view, stack) if at_top else pick_headline(view, stack)
            yield Head(i, headline, headline, i)


def dated(view: View) -> Iterator[Head]:
    """A headline with its date in the same line."""
    for i, row in enumerate(view.rows):
        titled = row.shape is Shape.DATED_PROSE and not is_prose(row.text) and _over_text(view, i)
        shown = row.shape is Shape.DATED_HEAD or titled
        if shown and row.text and view.opens(i, dated=True) and not page_title(view, i):
            yield Head(i, i, i, i)


def city(view: View) -> Iterator[Head]:
    """A headline over a text that begins with place and date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.CITY and view.opens(i):
            stack = stack_above(view, i)
            if stack:
                yield _from_stack(view, stack, last=i - 1, date=i)


def leading(view: View) -> Iterator[Head]:
    """A headline over a text that begins with its date, `(3 May 2014) The court ...`."""
    for i, row in enumerate(view.rows):
        whole = row.date is not None and row.date.year is not None and row.date.month_or_numbers
        if row.shape is Shape.DATED_PROSE and whole and row.marker == 0 and view.opens(i, dated=True):
            stack = stack_above(view, i)
            if stack:
                yield _from_stack(view, stack, last=i - 1, date=i)


def bare(view: View) -> Iterator[Head]:
    """A headline over a text, with no date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.PROSE and view.opens(i) and not view.is_tagline(i):
            stack = stack_above(view, i)
            if stack and row.marker == 0:
                yield _from_stack(view, stack, last=i - 1, date=None)


def page_title(view: View, i: int, start: int | None = None) -> bool:
    """A dated line at the top of a page that dates all of it: `DIGEST No. 4 (May 2013)`.

    Row i has the date; its words are its own or, from row `start`, those of the lines above it.
    """
    row = view.rows[i]
    start = i if start is None else start
    if row.date is None or start > min(view.first_text, view.first_date):
        return False
    j = view.next_said(i)
    over_text = j is not None and view.rows[j].shape is Shape.PROSE
    words = words_of(" ".join(view.rows[k].folded.text for k in range(start, i + 1)))
    periodical = any(word in lexicon().periods for word in words)
    whole_day = (row.date.day is not None or row.date.numbers is not None) and not row.date.ranged
    if start < i:
        issue = any(word in _ISSUE for word in words)
        return periodical and not over_text and (issue or not whole_day)
    return (periodical and not (over_text and whole_day)) or (not over_text and not whole_day)


def _under_letterhead(view: View, stack: Sequence[int], i: int) -> Head | None:
    """At the top of a page name and date may stand as on a letterhead, over the headline."""
    if stack[0] > min(view.first_text, view.first_date):
        return None
    after, parted = stack_below(view, i)
    if not after or not _over_text(view, after[-1]):
        return None
    best = best_headline(view, after)
    if headline_weight(view, best) < max(headline_weight(view, j) for j in stack) + _LETTERHEAD:
        return None
    return Head(best, best, best, None) if parted else Head(i, best, best, i)


def _of_post(row: Row) -> bool:
    """Name and handle of who posts stand beside the date: what follows has no headline."""
    return HANDLE.search(row.folded.text) is not None


def _weight(view: View, stack: Sequence[int]) -> int:
    return max(headline_weight(view, j) for j in stack)


def _over_text(view: View, i: int) -> bool:
    j = view.next_said(i)
    return j is not None and view.rows[j].is_text


def _from_stack(view: View, stack: Sequence[int], last: int, date: int | None) -> Head:
    headline = pick_headline(view, stack)
    return Head(headline, last, headline, date)
