"""Where items begin: the patterns of headline and date that layouts choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.rows import Row, Shape, is_prose
from pipeline.segment.view import View

_STACK = 4
_SECTION_WORDS = 3
_LETTERHEAD = 3
# What may stand between a headline and its dateline.
_BETWEEN = ("address",)


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an item.

    `start` is its first row, `last` the last row of its headline and dateline, `headline` and
    `date` the rows of those; None where it has none. `pattern` names what was seen.
    """

    start: int
    last: int
    headline: int | None
    date: int | None
    pattern: str


def below(view: View) -> Iterator[Head]:
    """A headline and, under it, a line that is nothing but a date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.DATE and view.opens(i, dated=True):
            stack = stack_above(view, i)
            if stack and not page_title(view, i, stack[0]):
                yield _under_letterhead(view, stack, i) or _from_stack(
                    view, stack, last=i, date=i, pattern="below"
                )


def above(view: View) -> Iterator[Head]:
    """A line that is nothing but a date and, under it, a headline."""
    for i, row in enumerate(view.rows):
        if row.shape is not Shape.DATE or not view.opens(i, dated=True):
            continue
        stack, parted = _stack_below(view, i)
        at_top = not any(view.rows[j].is_text for j in range(i))
        names = stack_above(view, i) if at_top else []
        if not stack or (parted and at_top) or (names and page_title(view, i, names[0])):
            continue
        after = view.next_said(stack[-1])
        if after is None or view.rows[after].shape is not Shape.DATE or after > stack[-1] + 2:
            headline = _best(view, stack) if at_top else pick_headline(view, stack)
            yield Head(i, headline, headline, i, "above")


def _stack_below(view: View, i: int) -> tuple[list[int], bool]:
    """Headline-like rows right under row i, and whether a menu or the like stands before them."""
    stack: list[int] = []
    parted = False
    for j in range(i + 1, min(len(view.rows), i + 1 + 2 * _STACK)):
        shape = view.rows[j].shape
        if shape is Shape.HEAD and view.opens(j, dated=True) and len(stack) < _STACK:
            stack.append(j)
        elif shape is Shape.NOISE and not stack:
            parted = True
        elif shape is not Shape.BYLINE:
            break
    return stack, parted


def dated(view: View) -> Iterator[Head]:
    """A headline with its date in the same line."""
    for i, row in enumerate(view.rows):
        titled = row.shape is Shape.DATED_PROSE and not is_prose(row.text) and _over_text(view, i)
        shown = row.shape is Shape.DATED_HEAD or titled
        if shown and view.opens(i, dated=True) and not page_title(view, i):
            yield Head(i, i, i, i, "dated")


def city(view: View) -> Iterator[Head]:
    """A headline over a text that begins with place and date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.CITY and view.opens(i):
            stack = stack_above(view, i)
            if stack:
                yield _from_stack(view, stack, last=i - 1, date=i, pattern="city")


def bare(view: View) -> Iterator[Head]:
    """A headline over a text, with no date."""
    for i, row in enumerate(view.rows):
        if row.shape is Shape.PROSE and view.opens(i):
            stack = stack_above(view, i)
            if stack and row.marker == 0:
                yield _from_stack(view, stack, last=i - 1, date=None, pattern="bare")


def stack_above(view: View, i: int) -> list[int]:
    """Headline-like rows right above row i, topmost first, bylines between them passed over."""
    stack: list[int] = []
    gap = view.rows[i].gap
    for j in range(i - 1, max(-1, i - 1 - 2 * _STACK), -1):
        row = view.rows[j]
        if row.shape is Shape.BYLINE or (row.shape is Shape.NOISE and row.reason in _BETWEEN):
            gap = gap or row.gap
            continue
        # A headline that is set close to its text has other headings a blank line away.
        if row.shape is not Shape.HEAD or not view.opens(j, dated=True) or len(stack) == _STACK:
            break
        if stack and not gap and view.rows[stack[0]].gap:
            break
        stack.insert(0, j)
    return stack


def _under_letterhead(view: View, stack: Sequence[int], i: int) -> Head | None:
    """At the top of a page name and date may stand as on a letterhead, over the headline."""
    if any(view.rows[j].is_text or view.rows[j].date for j in range(stack[0])):
        return None
    after, parted = _stack_below(view, i)
    if not after or not _over_text(view, after[-1]):
        return None
    best = _best(view, after)
    if _weight(view, best) < max(_weight(view, j) for j in stack) + _LETTERHEAD:
        return None
    return Head(best, best, best, None, "bare") if parted else Head(i, best, best, i, "above")


def _over_text(view: View, i: int) -> bool:
    j = view.next_said(i)
    return j is not None and view.rows[j].is_text


def _from_stack(view: View, stack: Sequence[int], last: int, date: int | None, pattern: str) -> Head:
    headline = pick_headline(view, stack)
    return Head(headline, last, headline, date, pattern)


def pick_headline(view: View, stack: Sequence[int]) -> int:
    """Which of several heading rows is the headline; those before it are section heads.

    At the top of a page the names of site and section come first, elsewhere the headline does.
    """
    at_top = not any(view.rows[j].is_text for j in range(stack[0]))
    if at_top and not view.boundary_before(stack[0]):
        return max(stack, key=lambda i: (_weight(view, i), i))
    for i, following in pairwise(stack):
        if not section_like(view, i, following):
            return i
    return stack[-1]


def _best(view: View, stack: Sequence[int]) -> int:
    """The row most like a headline, of equals the first."""
    return max(stack, key=lambda j: (_weight(view, j), -j))


def _weight(view: View, i: int) -> int:
    """How much a row at the top of a page looks like the headline rather than a name of the site."""
    words = view.rows[i].text.split()
    title = (view.title or "").casefold()
    known = len(words) > 2 and view.rows[i].text.casefold() in title
    capital = sum(word[:1].isupper() for word in words) == len(words)
    return min(len(words), 7) - 4 * view.is_genre(i) - 2 * (capital and len(words) < 7) + 2 * known


def section_like(view: View, i: int, following: int) -> bool:
    """Row i is a heading over several items rather than the headline of the row that follows."""
    row, below_it = view.rows[i], view.rows[following]
    words = row.text.split()
    if repeats(row, below_it):
        return False
    if row.numbered != below_it.numbered:
        return row.numbered or below_it.numbered
    if row.numbered and below_it.numbered:
        return row.folded.text[: row.marker].count(".") < below_it.folded.text[: below_it.marker].count(".")
    if row.text.isupper() and not below_it.text.isupper() and len(words) <= 6:
        return True
    return (
        len(words) <= _SECTION_WORDS
        and len(below_it.text.split()) > len(words)
        and not view.is_genre(following)
    )


def repeats(first: Row, second: Row) -> bool:
    """The same headline twice, the second time perhaps cut."""
    a, b = (" ".join(words_of(row.text)) for row in (first, second))
    short, long = sorted((a, b), key=len)
    return bool(short) and (a == b or (len(short) > 20 and long.startswith(short)))


def page_title(view: View, i: int, start: int | None = None) -> bool:
    """A dated line at the top of a page that dates all of it: `DIGEST No. 4 (May 2013)`.

    Row i has the date; its words are its own or, from row `start`, those of the lines above it.
    """
    row = view.rows[i]
    start = i if start is None else start
    if row.date is None or any(view.rows[j].is_text or view.rows[j].date for j in range(start)):
        return False
    j = view.next_said(i)
    over_text = j is not None and view.rows[j].shape is Shape.PROSE
    words = words_of(" ".join(view.rows[k].folded.text for k in range(start, i + 1)))
    periodical = any(word in lexicon().periods for word in words)
    whole_day = (row.date.day is not None or row.date.numbers is not None) and not row.date.ranged
    if start < i:
        return periodical and not over_text and not whole_day
    return (periodical and not (over_text and whole_day)) or (not over_text and not whole_day)
