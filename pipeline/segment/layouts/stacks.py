"""Several heading rows over one text, and which of them is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.layouts.top_headlines import (
    best_headline,
    headline_over_standfirst,
    headline_weight,
    set_as_others,
    under_day_as_others,
)
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import words_of

_STACK = 4
# `BASIC COURT TETOVO, K-77/16` over the headline of a note on the case
_FILE_NUMBER = re.compile(r"\b[A-Z]{0,4}[-. ]?\d{1,5}/\d{2,4}$")
_DIGITS = re.compile(r"\d+")
_SECTION_WORDS = 3
_ADDRESS_LINES = 2
# A heading in capitals of so many words is a headline, a shorter one a section.
_SHOUTED_WORDS = 4
# Behind one of these the site has been named: of two long headings the second is a standfirst.
_BARS = ("menu", "breadcrumb", "navigation", "share")
# What may stand between a headline and its dateline.
_BETWEEN = ("address", "tags", "underline", "label")
_UNDER = ("share", "comments", "pagination", "time")


def stack_above(page: PageRows, i: int) -> list[int]:
    """Headline-like rows right above row i, topmost first, bylines between them passed over."""
    stack: list[int] = []
    gap = page.rows[i].gap
    for j in range(i - 1, max(-1, i - 1 - 2 * _STACK), -1):
        row = page.rows[j]
        between = _BETWEEN if stack else _BETWEEN + _UNDER
        passed = row.reason in between or _is_addressee(page, j)
        if row.shape is Shape.BYLINE or (row.shape is Shape.NOISE and passed):
            gap = gap or row.gap
            continue
        # A headline that is set close to its text has other headings a blank line away.
        if row.shape is not Shape.HEAD or not page.opens(j, dated=True) or len(stack) == _STACK:
            break
        if stack and not gap and page.rows[stack[0]].gap and not page.is_genre(stack[0]):
            break
        if _closes_text(page, j):
            break
        stack.insert(0, j)
    return stack


def _is_addressee(page: PageRows, j: int) -> bool:
    """`To: the Prime Minister` in a letter, where no other line of a mail's header stands beside it."""
    beside = (*page.rows[max(0, j - 1) : j], *page.rows[j + 1 : j + 2])
    return page.rows[j].reason == "mail" and all(row.reason != "mail" for row in beside)


def _closes_text(page: PageRows, j: int) -> bool:
    """A name set close under a text, with a blank line below, signs that text."""
    above, below = page.rows[j - 1 : j], page.rows[j + 1 : j + 2]
    return not page.rows[j].gap and all(row.is_text for row in above) and all(row.gap for row in below)


def stack_below(page: PageRows, i: int) -> tuple[list[int], bool]:
    """Headline-like rows right under row i, and whether a menu or the like stands before them."""
    stack: list[int] = []
    parted = False
    for j in range(i + 1, min(len(page.rows), i + 1 + 2 * _STACK)):
        shape = page.rows[j].shape
        if shape is Shape.HEAD and page.opens(j, dated=True) and len(stack) < _STACK:
            stack.append(j)
        elif shape is Shape.NOISE and not stack:
            parted = True
        elif shape is not Shape.BYLINE:
            break
    return stack, parted


def pick_headline(page: PageRows, stack: Sequence[int]) -> int:
    """Which of several heading rows is the headline; those before it are section heads.

    At the top of a page the names of site and section come first, elsewhere the headline does.
    """
    stack = _without_addressee(page, stack)
    above, last = page.rows[stack[0]], page.rows[stack[-1]]
    numbered = above.numbered and last.numbered
    if page.at_top(stack[0]) and not page.boundary_before(stack[0]) and not numbered:
        if set_as_others(page, stack[-1]):
            return stack[-1]
        if under_day_as_others(page, stack[0]):
            return best_headline(page, stack)
        over_standfirst = headline_over_standfirst(page, stack)
        if over_standfirst is not None:
            return over_standfirst
        named = stack[0] > 0 and page.rows[stack[0] - 1].reason in _BARS
        return max(stack, key=lambda i: (headline_weight(page, i), -i if named else i))
    for i, following in pairwise(stack):
        if _opens_text(page, i, stack[-1]) or not _section_like(page, i, following):
            return i
    return stack[-1]


def _without_addressee(page: PageRows, stack: Sequence[int]) -> Sequence[int]:
    """The headings without the lines set close over a letter that say to whom it goes."""
    below = page.rows[stack[-1] + 1 : stack[-1] + 1 + _STACK]
    letter = next((page.sealed[row.index] == "letter" for row in below if row.shape is not Shape.DATE), False)
    block = max((k for k, i in enumerate(stack) if page.rows[i].gap), default=0)
    return stack[:block] if letter and block and len(stack) - block >= _ADDRESS_LINES else stack


def _opens_text(page: PageRows, i: int, last: int) -> bool:
    """The text under the headings begins with the very name, which is no section's then."""
    after = page.next_said(last)
    name = page.rows[i].text
    return len(name.split()) > 1 and after is not None and page.rows[after].text.startswith(name)


def _section_like(page: PageRows, i: int, following: int) -> bool:
    """Row i is a heading over several items rather than the headline of the row that follows."""
    row, below_it = page.rows[i], page.rows[following]
    words = row.text.split()
    if repeats(row, below_it):
        return False
    if row.numbered != below_it.numbered:
        return row.numbered or below_it.numbered
    if row.numbered and below_it.numbered:
        return _depth(row) < _depth(below_it)
    shouted = row.text.isupper() and not below_it.text.isupper()
    if shouted and (len(words) < _SHOUTED_WORDS or _FILE_NUMBER.search(row.text)):
        return True
    return (
        len(words) <= _SECTION_WORDS
        and len(below_it.text.split()) > len(words)
        and not page.is_genre(following)
    )


def _depth(row: Row) -> int:
    """How many parts the number has: `2. COURTS` stands over `2.1 Two acquitted`."""
    return len(_DIGITS.findall(row.folded.text[: row.marker]))


def repeats(first: Row, second: Row) -> bool:
    """The same headline twice, the second time perhaps cut."""
    a, b = (" ".join(words_of(row.text)) for row in (first, second))
    short, long = sorted((a, b), key=len)
    return bool(short) and (a == b or (len(short) > 20 and long.startswith(short)))
