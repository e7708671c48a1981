"""Which of the lines at the top of a page is the headline: names of site and section stand there too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_DIGITS = re.compile(r"\d+")
_HEADLINE_WORDS = 5
_OTHERS = 2
_SAMPLE = 60
# A heading in capitals of so many words is a headline, a shorter one a section.
_SHOUTED_WORDS = 4
# The kind of a text is its headline where nothing else could be.
_GENRE = 7
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{8,200}[”\"“»]")
# In the name of a body they are written small.
_MINOR = frozenset(
    {"of", "the", "and", "for", "in", "on", "de", "del", "des", "du", "da", "do", "la", "le", "y", "e", "i"}
)
_ACRONYM = re.compile(r"\(([A-Z]{2,8})\)$")
_SIGNS = "()[]{}“”‘’\"'«»„"


def set_as_others(page: PageRows, i: int) -> bool:
    """A blank line parts it from the names above, and each of the dated texts below has one heading."""
    below = page.rows[i + 1 : i + 1 + _SAMPLE]
    dates = sum(row.shape is Shape.DATE for row in below)
    single = sum(
        row.shape is Shape.HEAD and after.is_text and page.rows[row.index - 1].shape is not Shape.HEAD
        for row, after in pairwise(below)
    )
    return page.rows[i].gap and min(dates, single) >= _OTHERS


def headline_over_standfirst(page: PageRows, stack: Sequence[int]) -> int | None:
    """Of two lines set close that both read as headlines the second leads in; a site's motto stands apart."""
    if len(stack) < 2 or page.rows[stack[-1]].gap or page.rows[stack[-2]].index != stack[-1] - 1:
        return None
    first, second = (page.rows[i].text.split() for i in stack[-2:])
    capital = any(all(word[:1].isupper() for word in words) for words in (first, second))
    long = len(first) >= _HEADLINE_WORDS and len(second) > len(first)
    section = len(stack) > 2 and not page.rows[stack[-2]].gap
    return stack[-2] if long and section and not capital else None


def under_day_as_others(page: PageRows, i: int) -> bool:
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


def _spells_acronym(text: str) -> bool:
    """The name of a body with its short form: `Ligue pour la Parole Libre (LPL)`."""
    acronym = _ACRONYM.search(text)
    if acronym is None:
        return False
    initials = iter(word[0].upper() for word in words_of(text[: acronym.start()]))
    return all(letter in initials for letter in acronym.group(1))


def headline_weight(page: PageRows, i: int) -> int:
    """How much a row at the top of a page looks like the headline rather than a name of the site."""
    said = page.rows[i].text
    words = [word.strip(_SIGNS) for word in said.split() if any(map(str.isalpha, word))]
    title = (page.title or "").casefold()
    known = len(words) > 2 and page.rows[i].text.casefold() in title
    capital = all(word[:1].isupper() for word in words)
    named = all(word[:1].isupper() or word in _MINOR for word in words)
    owner = (named and not lexicon().organisations.isdisjoint(words_of(said))) or _spells_acronym(said)
    shouted = page.rows[i].text.isupper() and len(words) >= _SHOUTED_WORDS and not owner
    quoted = len(words) >= _SHOUTED_WORDS and _QUOTED.fullmatch(said) is not None
    weight = min(len(words), 7) + 2 * known + 2 * shouted + 2 * quoted
    return weight - _GENRE * page.is_genre(i) - 2 * (capital and not shouted and len(words) < 7) - 2 * owner
