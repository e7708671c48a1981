"""The words of organisations' names as stems: singular, American spelling, countries for their adjectives."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pipeline.gazetteer import countries, country_words
from pipeline.link.spelling import deletions, near
from pipeline.resources import table, words
from pipeline.romanization import ascii_lower

_SLIP_LENGTH = 6
IsPlace = Callable[[str], bool]
"""Whether a word is the key of a town."""


def stem(token: str, is_place: IsPlace = lambda word: False) -> tuple[str, bool]:
    """The stem of a word and whether it was misspelt.

    >>> stem("Centres"), stem("Federaton"), stem("Belarusian")
    (('center', False), ('federation', True), ('belarus', False))
    """
    single, meant = _stem(token)
    return (meant, True) if meant and not is_place(single) else (single, False)


@cache
def _stem(token: str) -> tuple[str, str | None]:
    """The stem of a word, and the common word that it may be a slip of."""
    plain = re.sub(r"[^a-z0-9]", "", ascii_lower(token))
    same = table("link/organizations")["same"]
    if plain in same:
        return same[plain], None
    single = _singular(plain)
    single = same.get(single, single)
    if single in _adjectives():
        return _adjectives()[single], None
    if single in common_words() or single in country_words():
        return single, None
    american = re.sub(r"is(ation|e|ed|ing)$", r"iz\1", single) if len(single) > 6 else single
    if american in common_words():
        return american, None
    return single, _meant(single) if len(single) >= _SLIP_LENGTH - 1 else None


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith(("shes", "ches", "sses", "xes")):
        return word[:-2]
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


@cache
def head_words() -> frozenset[str]:
    return words("link/organizations", "heads")


@cache
def common_words() -> frozenset[str]:
    return (
        words("link/organizations", "heads")
        | words("link/organizations", "generic")
        | words("link/organizations", "state")
    )


@cache
def _adjectives() -> dict[str, str]:
    names = {code: name for name, code in sorted(country_words().items(), reverse=True) if name.isalpha()}
    found = {}
    for code, adjectives in table("gazetteer/countries")["adjectives"].items():
        plain = _plain_country().get(code, names[code])
        found.update(dict.fromkeys(adjectives, plain))
    return found


@cache
def _plain_country() -> dict[str, str]:
    return {c.code: ascii_lower(c.name).replace(" ", "") for c in countries().values() if " " not in c.name}


@cache
def _slips() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(common_words()):
        for cut in (word, *deletions(word)):
            found.setdefault(cut, []).append(word)
    return {cut: tuple(meant) for cut, meant in found.items()}


def _meant(word: str) -> str | None:
    """The one common word that a word is a slip of; the last letter may be the slip here."""
    near_ones = {
        m
        for cut in (word, *deletions(word))
        for m in _slips().get(cut, ())
        if len(m) >= _SLIP_LENGTH and near(word + ".", m + ".")
    }
    return near_ones.pop() if len(near_ones) == 1 else None
