"""English words for months and weekdays, their short forms and usual misspellings.

The words are data in `resources/dates/english.toml`; all keys here are lower case. Patterns are
plain alternations, longest word first, to be put inside a larger pattern with IGNORECASE.

>>> MONTHS["sept"], WEEKDAYS["thurs"]
(9, 3)
>>> month_number("Aug."), weekday_number("Sunday"), month_number("Sunday")
(8, 6, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pipeline.resources import table

_TABLES = table("dates/english")

MONTH_NAMES: tuple[str, ...] = tuple(words[0] for words in _TABLES["months"].values())
WEEKDAY_NAMES: tuple[str, ...] = tuple(words[0] for words in _TABLES["weekdays"].values())
SLIPS: Mapping[str, str] = {slip: name for name, slips in _TABLES["slips"].items() for slip in slips}
"""What each misspelt name of a month or weekday was meant to be."""

MONTHS: Mapping[str, int] = {
    word: int(number)
    for number, words in _TABLES["months"].items()
    for word in (*words, *_TABLES["slips"].get(words[0], ()))
}
WEEKDAYS: Mapping[str, int] = {
    word: number
    for number, words in enumerate(_TABLES["weekdays"].values())
    for word in (*words, *_TABLES["slips"].get(words[0], ()))
}


def alternation(words: Iterable[str]) -> str:
    """A regular expression that matches any of the words, the longest first, in a group of its own.

    Common beginnings are factored out, which matches long lists several times as fast.

    >>> alternation(["may", "march", "mar"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    return f"(?:{_factored(sorted(set(words)))})"


def _factored(words: Sequence[str]) -> str:
    branches = []
    for first, group in groupby((word for word in words if word), key=lambda word: word[0]):
        tails = [word[1:] for word in group]
        branches.append(re.escape(first) + _tail(tails))
    return "|".join(branches)


def _tail(tails: Sequence[str]) -> str:
    rest = [tail for tail in tails if tail]
    if not rest:
        return ""
    if len(rest) == len(tails):
        one_way = len({tail[0] for tail in rest}) == 1
        return _factored(rest) if one_way else f"(?:{_factored(rest)})"
    return f"(?:{_factored(rest)})?"


MONTH_PATTERN = alternation(MONTHS)
WEEKDAY_PATTERN = alternation(WEEKDAYS)


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or abbreviation, with or without its full stop; None for other words."""
    return MONTHS.get(word.rstrip(".").casefold())


def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 (Sunday) for a weekday's name or abbreviation; None for other words."""
    return WEEKDAYS.get(word.rstrip(".").casefold())
