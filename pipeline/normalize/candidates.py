"""The words that are one slip of the fingers away from a misspelt one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pipeline.resources import table

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = "aeiou"
_HISSING = ("ch", "sh", "ss", "x", "z")  # letters behind which -s needs an e
_BEFORE_D = "aeiouylnrwd"  # letters behind which a word may end in -d


@cache
def _neighbours() -> dict[str, str]:
    """For each key the keys to its left, right, above and below."""
    rows: list[str] = table("normalize/spelling")["keyboard"]["rows"]
    found: dict[str, set[str]] = {letter: set() for row in rows for letter in row}
    for number, row in enumerate(rows):
        for column, letter in enumerate(row):
            near = row[max(0, column - 1) : column + 2]
            if number:
                near += rows[number - 1][column : column + 2]
            for other in near.replace(letter, ""):
                found[letter].add(other)
                found[other].add(letter)
    return {letter: "".join(sorted(others)) for letter, others in found.items()}


def slips(word: str) -> Iterator[tuple[str, str]]:
    """Every string one slip before `word`, with the name of the slip; strings come repeatedly.

    The first letter is taken for right unless it changed places with the second: people look at it.

    >>> ("bridge", "transposed") in set(slips("brigde"))
    True
    """
    if word.endswith("s") and word[:-1].endswith(_HISSING):
        yield word[:-1] + "es", "ending"
    if word.endswith(("er", "or", "ar", "ers", "ors", "ars")):
        stem, tail = word.removesuffix("s")[:-2], word[len(word.removesuffix("s")) - 1 :]
        yield from ((stem + vowel + tail, "agent") for vowel in "eoa" if stem + vowel + tail != word)
    if word.endswith("d") and word[-2:-1] not in _BEFORE_D:
        yield word[:-1] + "ed", "ending"
    for i in range(len(word) - 1):
        if word[i] != word[i + 1]:
            yield word[:i] + word[i + 1] + word[i] + word[i + 2 :], "transposed"
    for i in range(1, len(word)):
        yield from _without(word, i)
        for letter in _neighbours()[word[i]]:
            yield word[:i] + letter + word[i + 1 :], "neighbour"
        if word[i] == word[i - 1]:
            yield from ((word[:i] + letter + word[i + 1 :], "misdoubled") for letter in _LETTERS)
        if word[i] in _VOWELS and i < len(word) - 1:
            for letter in _VOWELS.replace(word[i], ""):
                yield word[:i] + letter + word[i + 1 :], "vowel"
    for i in range(1, len(word) + 1):
        for letter in _LETTERS:
            beside = letter in (word[i - 1], word[i : i + 1])
            yield word[:i] + letter + word[i:], "doubled" if beside else "dropped"


def _without(word: str, i: int) -> Iterator[tuple[str, str]]:
    """The word without a letter hit twice, beside the key that was meant, or again soon after."""
    rest = word[:i] + word[i + 1 :]
    near = _neighbours()[word[i - 1]] + (_neighbours()[word[i + 1]] if i + 1 < len(word) else "")
    if word[i] == word[i - 1]:
        yield rest, "doubled"
    elif word[i] in near or word[i] in word[max(0, i - 2) : i] + word[i + 1 : i + 3]:
        yield rest, "added"
