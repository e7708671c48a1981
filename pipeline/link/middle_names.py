"""The middle names of two people: patronymics, second given names, initials, what one of them leaves out."""

from __future__ import annotations

from pipeline.link.given_names import given_name
from pipeline.link.name_likeness import consonants, given_likeness
from pipeline.link.spelling import spelling_key


def without(names: tuple[str, ...], used: frozenset[str]) -> tuple[str, ...]:
    """The middle names that have no other part in the comparison."""
    return tuple(name for name in names if name not in used)


def middles(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Empty where the middle names agree, a remark where one has more, None where they contradict."""
    short, long = sorted((left, right), key=len)
    if not all(any(_fit(name, other) for other in long) for name in short):
        return None
    return "" if len(short) == len(long) else ", middle name left out"


def _fit(a: str, b: str) -> bool:
    if spelling_key(a, "slavic") == spelling_key(b, "slavic"):
        return True
    known = given_name(a).classes and given_name(b).classes
    if consonants(a) == consonants(b) and not known:
        return True
    return given_likeness(a, b)[0] > 0.7
