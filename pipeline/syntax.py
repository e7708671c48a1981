"""The tokens of a parse as a tree, without the model that made it.

Stages after `recognize` read this instead of spaCy's objects: it comes from Parquet, needs no
model, and is the same on every machine.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, repeat
from typing import NamedTuple

from pipeline.schema.flow import Parse


class Token(NamedTuple):
    """A token: its index in the item, its clean offsets, and what the model says of it.

    A tuple, as some hundred are made for each item and a dataclass takes thrice the time.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Tree:
    """The dependency trees of an item's sentences.

    `text` is the item's clean text. Token indices run over the whole item.
    """

    def __init__(self, parse: Parse, text: str) -> None:
        self.text = text
        words = [text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)]
        labels = (parse.lemmas, parse.pos, parse.tags, parse.deps, parse.heads)
        columns = (range(len(words)), parse.starts, parse.ends, words, *labels)
        rows = zip(*columns, strict=True)
        self.tokens: tuple[Token, ...] = tuple(
            map(tuple.__new__, repeat(Token), rows)
        )  # as Token._make, in C
        self._sentence_starts = parse.sentence_starts

    @cached_property
    def sentences(self) -> tuple[range, ...]:
        """Token index ranges, one a sentence, in order."""
        bounds = (*self._sentence_starts, len(self.tokens))
        return tuple(range(a, b) for a, b in pairwise(bounds))

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(tuple(indices) for indices in found)

    @cached_property
    def _child_tokens(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple([self.tokens[c] for c in children]) for children in self._children)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """Direct children of token i in order, of any of the given dependency labels (all if none)."""
        found = self._child_tokens[i]
        return tuple([t for t in found if t.dep in deps]) if deps else found

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of token i and all below it, in order."""
        found, todo = [], [i]
        while todo:
            index = todo.pop()
            found.append(index)
            todo.extend(self._children[index])
        return tuple(sorted(found))

    def ancestors(self, i: int) -> Iterator[Token]:
        """Heads of token i, nearest first."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def sentence_of(self, i: int) -> range:
        """The sentence of token i, as a range of token indices."""
        index = bisect_right(self._sentence_starts, i) - 1
        return self.sentences[index]

    def sentence_span(self, sentence: range) -> tuple[int, int]:
        """Clean offsets of a sentence, end exclusive."""
        return self.tokens[sentence.start].start, self.tokens[sentence.stop - 1].end

    def at(self, start: int, end: int) -> range:
        """Indices of the tokens that overlap a clean span."""
        first = bisect_right(self._token_starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return range(first, max(first, bisect_left(self._token_starts, end)))

    def head_of(self, start: int, end: int) -> Token | None:
        """The topmost token inside a clean span; the last of several, None of none."""
        inside = self.at(start, end)
        tops = [i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i]
        return self.tokens[tops[-1]] if tops else None
