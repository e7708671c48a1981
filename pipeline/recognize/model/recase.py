"""Headlines in capitals or title case, read as a sentence would be written.

The model takes capitals for names: "POLICE RAID OFFICE" is a name to it, and so is "Upholds Two Sentences".
Offsets must hold, so a re-cased text has the same length, letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.recognize.words.casing import is_titled
from pipeline.schema.flow import CleanItem

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")


class Recaser:
    """Lowers ordinary words in titled blocks; `dictionary` holds ordinary words in lower case."""

    def __init__(self, dictionary: frozenset[str]) -> None:
        self._dictionary = dictionary

    def block_texts(self, item: CleanItem) -> Iterator[str]:
        """What the model reads for each block, as long as the block."""
        texts = [item.text[block.start : block.end] for block in item.blocks]
        titled = list(map(is_titled, texts))
        if not any(titled):
            yield from texts
            return
        lower, capital = _evidence(item)
        for text, recased in zip(texts, titled, strict=True):
            yield self._recase(text, lower, capital) if recased else text

    def _recase(self, text: str, lower: frozenset[str], capital: frozenset[str]) -> str:
        def write(match: re.Match[str]) -> str:
            word = match.group()
            small = word.lower()
            if len(small) != len(word):
                return word
            if small in capital and small not in lower:
                return word if word.capitalize() != word and not word.isupper() else word.capitalize()
            if small in lower or self._is_ordinary(small):
                return small if match.start() else word.capitalize()
            shouted = word.isupper() and text.isupper() and len(word) > 3
            return word.capitalize() if shouted else word

        return _WORD.sub(write, text)

    def _is_ordinary(self, word: str) -> bool:
        if word in self._dictionary:
            return True
        return any(word.endswith(e) and _stem(word, e) in self._dictionary for e in _ENDINGS) or any(
            word.endswith(e) and _stem(word, e) + "e" in self._dictionary for e in ("ed", "ing", "d")
        )


def _stem(word: str, ending: str) -> str:
    return word[: -len(ending)] if len(word) > len(ending) + 2 else ""


def _evidence(item: CleanItem) -> tuple[frozenset[str], frozenset[str]]:
    """Words that the item writes small, and those it writes with a capital inside a sentence."""
    lower: set[str] = set()
    capital: set[str] = set()
    for block in item.blocks:
        text = item.text[block.start : block.end]
        if is_titled(text):
            continue
        for match in _WORD.finditer(text):
            word = match.group()
            if word.islower():
                lower.add(word)
            elif match.start() > 1 and text[match.start() - 2] not in ".!?:":
                capital.add(word.lower())
    return frozenset(lower), frozenset(capital)
