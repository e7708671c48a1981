"""How many a word counts: 'seven', '7', 'both', 'a dozen' by its noun."""

from __future__ import annotations

from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEENS = ("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_NUMBERS = {word: n for n, word in enumerate((*_WORDS, *_TEENS), 2)} | {"both": 2, "one": 1, "dozen": 12}
_MOST = 99  # more people are seldom counted one by one


def number_of(word: str) -> int | None:
    """The number that a word in lower case stands for, from 1 to 99.

    >>> number_of("both"), number_of("17"), number_of("many")
    (2, 17, None)
    """
    if word.isascii() and word.isdigit() and 0 < len(word) <= 2:
        return min(int(word), _MOST) or None
    return _NUMBERS.get(word)


def counted_by(reading: Reading, token: Token) -> int | None:
    """How many the noun phrase at `token` counts: 'five' in 'the five farmers', in 'the five'."""
    below = reading.tree.children(token.i, "nummod", "det", "predet")
    words = (token.text.lower(), *(t.text.lower() for t in below))
    return next((n for word in words if (n := number_of(word)) is not None), None)
