"""Spelling keys: what the romanisations of one name have in common."""

from __future__ import annotations

import re
from functools import cache

from pipeline.resources import table
from pipeline.romanization import ascii_lower, by_alphabet, sounded

_LONGEST_NAME = 40
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")


@cache
def _rules(system: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), new) for pattern, new in table("link/spelling")[system])


@cache
def spelling_key(token: str, system: str = "common") -> str:
    """The key of one name under the rules of `common`, `slavic` or `arabic` spelling.

    >>> spelling_key("Zahriichuk") == spelling_key("Zahriychuk")
    True
    >>> {spelling_key(s, "slavic") for s in ("Lipkouski", "Lipkovsky", "Lipkowski", "Липковский")}
    {'lipkavski'}
    >>> spelling_key("el-Masry", "arabic") == spelling_key("Masri", "arabic")
    True
    """
    text = ascii_lower(sounded(token) if system == "slavic" else by_alphabet(token))
    for pattern, new in _rules(system):
        text = pattern.sub(new, text)
    return text


def slug(text: str) -> str:
    """Readable id part: lower-case ASCII words joined by hyphens.

    >>> slug("Human Rights Centre “Dapamoha”"), slug("Governors' Office")
    ('human-rights-centre-dapamoha', 'governors-office')
    """
    plain = ascii_lower(_APOSTROPHES.sub("", text))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def near(left: str, right: str) -> str | None:
    """How two spellings differ by one slip: `swap`, `letter` (one other letter), `gap` (one more or less).

    None for equal ones, more than one slip, and a slip at the first letter or in the last: an ending
    tells sex, case or another name (Rudakov, Rudakova).

    >>> near("tarasov", "tarsaov"), near("karimov", "karimvo"), near("rudakov", "rudakova")
    ('swap', 'swap', None)
    """
    if left == right or abs(len(left) - len(right)) > 1 or not left or not right or left[0] != right[0]:
        return None
    shorter, longer = sorted((left, right), key=lambda s: (len(s), s))
    i = 0
    while i < len(shorter) and shorter[i] == longer[i]:
        i += 1
    if len(shorter) < len(longer):
        return "gap" if i < len(shorter) and shorter[i:] == longer[i + 1 :] else None
    if i + 1 < len(longer) and (shorter[i], shorter[i + 1]) == (longer[i + 1], longer[i]):
        return "swap" if shorter[i + 2 :] == longer[i + 2 :] else None
    return "letter" if i + 1 < len(longer) and shorter[i + 1 :] == longer[i + 1 :] else None


def deletions(key: str) -> tuple[str, ...]:
    """The key with each letter but the first left out in turn: two keys one slip apart share one.

    Overlong words, which are no names, have none: their number grows with the square of the length.
    """
    if len(key) > _LONGEST_NAME:
        return ()
    return tuple(sorted({key[:i] + key[i + 1 :] for i in range(1, len(key))}))
