"""How alike two given names or two family names are."""

from __future__ import annotations

import re
from functools import cache

from pipeline.link.given_names import first_letters, given_keys, given_name
from pipeline.link.name_words import is_initial
from pipeline.link.spelling import near, spelling_key
from pipeline.resources import table
from pipeline.romanization import ascii_lower

EAST_ASIAN = frozenset({"chinese", "korean", "vietnamese"})
_SLIP_LENGTH = 6
_SLIP_SCORES = {"swap": 0.86, "gap": 0.74, "letter": 0.72}
_SURE_GAP = (9, 0.82)


def given_likeness(a: str, b: str, traditions: frozenset[str] = frozenset()) -> tuple[float, str]:
    """Score and reason for two given names or initials; a score of 0 means that they differ."""
    if is_initial(a) or is_initial(b):
        short, long = (a, b) if is_initial(a) else (b, a)
        letters = {spelling_key(long)[:1]} if is_initial(long) else first_letters(long)
        return (0.88, "initial fits") if spelling_key(short)[:1] in letters else (0.0, "")
    if traditions & EAST_ASIAN:  # a letter makes another syllable: Jin-young, Jin-yong
        x, y = _plain(a), _plain(b)
        slip = _SLIP_SCORES["swap"] if min(len(x), len(y)) >= _SLIP_LENGTH and near(x, y) == "swap" else 0.0
        return (1.0, "same given name") if x == y else (slip, "given name with a slip" if slip else "")
    shared = set(given_keys(a)) & set(given_keys(b))
    if given_name(a).classes and given_name(b).classes:  # two known names: Salem is not Salim
        shared &= given_name(a).classes | {"=" + spelling_key(a)}
    if shared:
        return 1.0, "same given name"
    if score := _slip(a, b):
        return score, "given name with a slip"
    parts_a, parts_b = (ascii_lower(x).split("-") for x in (a, b))
    if len(parts_a) != len(parts_b) and parts_a[0] == parts_b[0]:
        return 0.6, "part of a double given name"
    return 0.0, ""


def _plain(name: str) -> str:
    return re.sub("[^a-z]", "", ascii_lower(name))


def family_likeness(a: str, b: str, traditions: frozenset[str]) -> tuple[float, str]:
    """Score and reason for two family names, given the naming traditions of the two people."""
    if spelling_key(a) == spelling_key(b):
        return 1.0, "same family name"
    if traditions & EAST_ASIAN:
        same = _plain(b) in _korean_spellings().get(_plain(a), ())
        return (0.95, "same family name in another romanisation") if same else (0.0, "")
    if any(spelling_key(a, system) == spelling_key(b, system) for system in ("turkic", "georgian")):
        return 0.97, "same family name in another romanisation"
    if "slavic" in traditions:
        x, y = spelling_key(a, "slavic"), spelling_key(b, "slavic")
        if x == y:
            return 1.0, "same family name in another romanisation"
        if min(len(x), len(y)) >= 7 and near(x, y) == "letter" and x.replace("a", "e") == y.replace("a", "e"):
            return 0.9, "family name with another vowel"
    if "arabic" in traditions:
        if spelling_key(a, "arabic") == spelling_key(b, "arabic"):
            return 0.97, "same family name in another romanisation"
        if given_name(a).classes & given_name(b).classes:
            return 0.97, "same family name in another form"
    score = _slip(a, b)
    return score, "family name with a slip" if score else ""


@cache
def _korean_spellings() -> dict[str, frozenset[str]]:
    """Each romanisation of a Korean family name with all of the same name."""
    rows = (row.split() for row in table("link/surnames")["korean_spellings"])
    return {name: frozenset(row) for row in rows for name in row}


def _slip(a: str, b: str) -> float:
    """Score of two long spellings one slip apart, 0 for others."""
    for x, y in ((ascii_lower(a), ascii_lower(b)), (spelling_key(a), spelling_key(b))):
        if min(len(x), len(y)) >= _SLIP_LENGTH and (how := near(x, y)):
            long, sure = _SURE_GAP
            return sure if how == "gap" and len(x) >= long else _SLIP_SCORES[how]
    return 0.0


def consonants(token: str) -> str:
    """An Arabic name without its vowels, which romanisations write or leave out as they like."""
    key = spelling_key(token, "arabic")
    return key[:1] + "".join(c for c in key[1:] if c not in "aiu3") if len(key) > 3 else key
