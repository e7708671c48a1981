"""Several heading rows over one text, and which of them is the headline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.rows import Row, Shape
from pipeline.segment.view import View

_STACK = 4
_SECTION_WORDS = 3
# A heading in capitals of so many words is a headline, a shorter one a section.
_SHOUTED_WORDS = 4
# What may stand between a headline and its dateline.
_BETWEEN = ("address", "tags")
_UNDER = ("share", "comments", "pagination", "time")


def stack_above(view: View, i: int) -> list[int]:
    """Headline-like rows right above row i, topmost first, bylines between them passed over."""
    stack: list[int] = []
    gap = view.rows[i].gap
    for j in range(i - 1, max(-1, i - 1 - 2 * _STACK), -1):
        row = view.rows[j]
        between = _BETWEEN if stack else _BETWEEN + _UNDER
        if row.shape is Shape.BYLINE or (row.shape is Shape.NOISE and row.reason in between):
            gap = gap or row.gap
            continue
        # A headline that is set close to its text has other headings a blank line away.
        if row.shape is not Shape.HEAD or not view.opens(j, dated=True) or len(stack) == _STACK:
            break
        if stack and not gap and view.rows[stack[0]].gap:
            break
        stack.insert(0, j)
    return stack


def stack_below(view: View, i: int) -> tuple[list[int], bool]:
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


def pick_headline(view: View, stack: Sequence[int]) -> int:
    """Which of several heading rows is the headline; those before it are section heads.

    At the top of a page the names of site and section come first, elsewhere the headline does.
    """
    if view.at_top(stack[0]) and not view.boundary_before(stack[0]):
        return max(stack, key=lambda i: (headline_weight(view, i), i))
    for i, following in pairwise(stack):
        if not _section_like(view, i, following):
            return i
    return stack[-1]


def best_headline(view: View, stack: Sequence[int]) -> int:
    """The row most like a headline, of equals the first."""
    return max(stack, key=lambda j: (headline_weight(view, j), -j))


def headline_weight(view: View, i: int) -> int:
    """How much a row at the top of a page looks like the headline rather than a name of the site."""
    said = view.rows[i].text
    words = [word for word in said.split() if any(map(str.isalpha, word))]
    title = (view.title or "").casefold()
    known = len(words) > 2 and view.rows[i].text.casefold() in title
    capital = sum(word[:1].isupper() for word in words) == len(words)
    owner = capital and not lexicon().organisations.isdisjoint(words_of(view.rows[i].text))
    shouted = view.rows[i].text.isupper() and len(words) >= _SHOUTED_WORDS and not owner
    weight = min(len(words), 7) + 2 * known + 2 * shouted
    return weight - 4 * view.is_genre(i) - 2 * (capital and not shouted and len(words) < 7) - 2 * owner


def _section_like(view: View, i: int, following: int) -> bool:
    """Row i is a heading over several items rather than the headline of the row that follows."""
    row, below_it = view.rows[i], view.rows[following]
    words = row.text.split()
    if repeats(row, below_it):
        return False
    if row.numbered != below_it.numbered:
        return row.numbered or below_it.numbered
    if row.numbered and below_it.numbered:
        return row.folded.text[: row.marker].count(".") < below_it.folded.text[: below_it.marker].count(".")
    if row.text.isupper() and not below_it.text.isupper() and len(words) < _SHOUTED_WORDS:
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
