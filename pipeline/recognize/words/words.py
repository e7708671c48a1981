"""An item as words: capital letters, gaps and sentence openings, the marks by which names show.

The model's tokens split names at hyphens and apostrophes; here a word is what a reader takes for one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from pipeline.schema.flow import CleanItem, ModelEntity

_QUOTES = tuple('“”"«»„')
_PAST_LATIN = "\u0370"


class Word(NamedTuple):
    """A word in clean offsets, without a possessive ending; `gap` is the text since the word before.

    `capital` where a capital letter may be that of a name, `opening` where it opens a sentence; a tuple, as
    one is made of every word of the corpus.
    """

    i: int
    start: int
    end: int
    text: str
    gap: str
    block: int
    capital: bool
    opening: bool
    tag: str
    possessive: bool
    lower: str

    @property
    def initial(self) -> bool:
        """A single capital letter, as in "H. Havryliuk"."""
        return len(self.text) == 1 and self.capital

    @property
    def latin(self) -> bool:
        """Whether the word is written in Latin letters."""
        return self.text[:1] < _PAST_LATIN

    @property
    def shouted(self) -> bool:
        """All capitals, two letters or more."""
        return self.text.isupper() and sum(c.isalpha() for c in self.text) > 1


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an item and the model's reading of it; `labels` has its label of each word, or ""."""

    item: CleanItem
    words: tuple[Word, ...]
    entities: tuple[ModelEntity, ...]
    starts: tuple[int, ...] = field(compare=False)
    labels: tuple[str, ...] = field(compare=False)
    upper: tuple[Word, ...] = field(compare=False)
    """The words whose first letter is a capital."""
    names: tuple[Word, ...] = field(compare=False)
    """The words whose capital may be that of a name: those with `capital`."""

    def at(self, start: int, end: int) -> range:
        """Indices of the words that overlap a clean span."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        while first < len(self.words) and self.words[first].end <= start:
            first += 1
        last = first
        while last < len(self.words) and self.words[last].start < end:
            last += 1
        return range(first, last)

    def word(self, i: int) -> Word | None:
        """Word i, or None outside the item."""
        return self.words[i] if 0 <= i < len(self.words) else None

    def among(self, lower: Container[str]) -> list[Word]:
        """The words that are among some, in lower case."""
        return [word for word in self.words if word.lower in lower]

    def before(self, i: int, gaps: str = " ") -> Word | None:
        """The word before word i where only a gap of one of the given characters lies between."""
        if 0 < i < len(self.words):
            gap = self.words[i].gap
            if gap == gaps or ("|" in gaps and gap in gaps.split("|")):
                return self.words[i - 1]
        return None

    def after(self, i: int, gaps: str = " ") -> Word | None:
        """The word after word i where only one of the given gaps lies between."""
        if 0 <= i < len(self.words) - 1:
            after = self.words[i + 1]
            if after.gap == gaps or ("|" in gaps and after.gap in gaps.split("|")):
                return after
        return None

    def slice(self, span: range) -> str:
        """The clean text from the first to the last word of a span."""
        return self.item.text[self.words[span.start].start : self.words[span.stop - 1].end]

    def is_quoted(self, span: range) -> bool:
        """Whether quotation marks stand right before and after a span."""
        start, end = self.words[span.start].start, self.words[span.stop - 1].end
        return self.item.text[start - 1 : start] in _QUOTES and self.item.text[end : end + 1] in _QUOTES

    def blocks(self) -> Iterator[tuple[int, int]]:
        """First and past-last word of each block."""
        starts = [word.i for word in self.words if word.gap == "\n" or word.i == 0]
        yield from pairwise([*starts, len(self.words)])

    def tail(self, i: int, length: int = 3) -> str:
        """The characters right after word i, possessive ending included."""
        end = self.words[i].end
        return self.item.text[end : end + length]
