"""Several heading rows over one text, and which of them is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_STACK = 4
# `BASIC COURT TETOVO, K-77/16` over the headline of a note on the case
_FILE_NUMBER = re.compile(r"\b[A-Z]{0,4}[-. ]?\d{1,5}/\d{2,4}$")
_DIGITS = re.compile(r"\d+")
_SECTION_WORDS = 3
_HEADLINE_WORDS = 5
_OTHERS = 2
_SAMPLE = 60
# A heading in capitals of so many words is a headline, a shorter one a section.
_SHOUTED_WORDS = 4
_SIGNS = "()[]{}“”‘’\"'«»„"
# Behind one of these the site has been named: of two long headings the second is a standfirst.
_BARS = ("menu", "breadcrumb", "navigation", "share")
# What may stand between a headline and its dateline.
_BETWEEN = ("address", "tags")
_UNDER = ("share", "comments", "pagination", "time")


def stack_above(page: PageRows, i: int) -> list[int]:
    """Headline-like rows right above row i, topmost first, bylines between them passed over."""
    stack: list[int] = []
    gap = page.rows[i].gap
    for j in range(i - 1, max(-1, i - 1 - 2 * _STACK), -1):
        row = page.rows[j]
        between = _BETWEEN if stack else _BETWEEN + _UNDER
        if row.shape is Shape.BYLINE or (row.shape is Shape.NOISE and row.reason in between):
            gap = gap or row.gap
            continue
        # A headline that is set close to its text has other headings a blank line away.
        if row.shape is not Shape.HEAD or not page.opens(j, dated=True) or len(stack) == _STACK:
            break
        if stack and not gap and page.rows[stack[0]].gap:
            break
        if _closes_text(page, j):
            break
        stack.insert(0, j)
    return stack


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
    above, last = page.rows[stack[0]], page.rows[stack[-1]]
    numbered = above.numbered and last.numbered
    if page.at_top(stack[0]) and not page.boundary_before(stack[0]) and not numbered:
        if _set_as_others(page, stack[-1]):
            return stack[-1]
        if _under_day_as_others(page, stack[0]):
            return best_headline(page, stack)
        over_standfirst = _headline_over_standfirst(page, stack)
        if over_standfirst is not None:
            return over_standfirst
        named = stack[0] > 0 and page.rows[stack[0] - 1].reason in _BARS
        return max(stack, key=lambda i: (headline_weight(page, i), -i if named else i))
    for i, following in pairwise(stack):
        if _opens_text(page, i, stack[-1]) or not _section_like(page, i, following):
            return i
    return stack[-1]


def _opens_text(page: PageRows, i: int, last: int) -> bool:
    """The text under the headings begins with the very name, which is no section's then."""
    after = page.next_said(last)
    name = page.rows[i].text
    return len(name.split()) > 1 and after is not None and page.rows[after].text.startswith(name)


def _set_as_others(page: PageRows, i: int) -> bool:
    """A blank line parts it from the names above, and each of the dated texts below has one heading."""
    below = page.rows[i + 1 : i + 1 + _SAMPLE]
    dates = sum(row.shape is Shape.DATE for row in below)
    single = sum(
        row.shape is Shape.HEAD and after.is_text and page.rows[row.index - 1].shape is not Shape.HEAD
        for row, after in pairwise(below)
    )
    return page.rows[i].gap and min(dates, single) >= _OTHERS


def _headline_over_standfirst(page: PageRows, stack: Sequence[int]) -> int | None:
    """Of two lines set close that both read as headlines the second leads in; a site's motto stands apart."""
    if len(stack) < 2 or page.rows[stack[-1]].gap or page.rows[stack[-2]].index != stack[-1] - 1:
        return None
    first, second = (page.rows[i].text.split() for i in stack[-2:])
    capital = any(all(word[:1].isupper() for word in words) for words in (first, second))
    long = len(first) >= _HEADLINE_WORDS and len(second) > len(first)
    section = len(stack) > 2 and not page.rows[stack[-2]].gap
    return stack[-2] if long and section and not capital else None


def _under_day_as_others(page: PageRows, i: int) -> bool:
    """It stands close under a day, and so does the headline of a later text under one written alike."""
    day = page.rows[i - 1] if i else None
    if day is None or day.shape is not Shape.DATE or not day.gap or page.rows[i].gap:
        return False
    form = _DIGITS.sub("0", day.folded.text).split()
    later = pairwise(page.rows[i : i + _SAMPLE])
    return any(
        above.shape is Shape.DATE
        and below.shape is Shape.HEAD
        and above.gap
        and len(_DIGITS.sub("0", above.folded.text).split()) == len(form)
        for above, below in later
    )


def best_headline(page: PageRows, stack: Sequence[int]) -> int:
    """The row most like a headline, of equals the first."""
    return max(stack, key=lambda j: (headline_weight(page, j), -j))


def headline_weight(page: PageRows, i: int) -> int:
    """How much a row at the top of a page looks like the headline rather than a name of the site."""
    said = page.rows[i].text
    words = [word.strip(_SIGNS) for word in said.split() if any(map(str.isalpha, word))]
    title = (page.title or "").casefold()
    known = len(words) > 2 and page.rows[i].text.casefold() in title
    capital = sum(word[:1].isupper() for word in words) == len(words)
    owner = capital and not lexicon().organisations.isdisjoint(words_of(page.rows[i].text))
    shouted = page.rows[i].text.isupper() and len(words) >= _SHOUTED_WORDS and not owner
    weight = min(len(words), 7) + 2 * known + 2 * shouted
    return weight - 4 * page.is_genre(i) - 2 * (capital and not shouted and len(words) < 7) - 2 * owner


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
