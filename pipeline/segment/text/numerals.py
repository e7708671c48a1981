"""Small numbers in words or digits."""

from __future__ import annotations

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_A_FEW = {"a": 1, "an": 1, "a couple of": 2, "a few": 3}

COUNT = r"(?:\d{1,3}|a\scouple\sof|a\sfew|an?|" + "|".join(_WORDS[1:]) + ")"
"""A pattern of such a number."""


def count_of(words: str) -> int:
    """The number that the words give.

    >>> count_of("12"), count_of("Three"), count_of("an"), count_of("a couple of")
    (12, 3, 1, 2)
    """
    plain = " ".join(words.casefold().split())
    if plain.isdecimal():
        return int(plain)
    return _A_FEW[plain] if plain in _A_FEW else _WORDS.index(plain)
