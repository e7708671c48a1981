"""The family names of two people, double ones and ones of which a name gives only the first among them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.link.common_names import is_common
from pipeline.link.given_names import given_name
from pipeline.link.name_likeness import family_likeness
from pipeline.link.name_words import is_initial
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key


@dataclass(frozen=True, slots=True)
class FamilyFit:
    """How alike the family names are and why; `used` are middle names that turned out to be one."""

    score: float
    how: str
    used: frozenset[str] = frozenset()


def families(left: PersonName, right: PersonName) -> FamilyFit:
    """Whether the family names of two names may be one person's."""
    traditions = frozenset({left.tradition, right.tradition})
    if not left.family or not right.family:
        return FamilyFit(0.8 if left.middle and right.middle else 0.0, "no family name")
    short, long = (left, right) if len(left.family) <= len(right.family) else (right, left)
    scores = [max(family_likeness(a, b, traditions) for b in long.family) for a in short.family]
    score, how = min(scores)
    if not score and spelling_key("".join(left.family)) == spelling_key("".join(right.family)):
        return FamilyFit(0.97, "same family name, written apart")
    if not score:
        return _first_of_two(left, right, traditions)
    if len(short.family) < len(long.family):
        return FamilyFit(min(score, 0.9), "part of a double family name")
    return FamilyFit(score, how)


def _first_of_two(left: PersonName, right: PersonName, traditions: frozenset[str]) -> FamilyFit:
    """The shorter name's family name as the first of the longer one's two: Batista, Batista Rojas.

    Juan García and Juan García López may well be two people, Yusniel Batista and Yusniel Batista Rojas
    hardly; nor are José Ramón Batista and José Ramón Batista Rojas.
    """
    short, long = (left, right) if len(left.middle) < len(right.middle) else (right, left)
    if len(short.family) != 1 or len(short.middle) >= len(long.middle) or is_initial(long.middle[-1]):
        return FamilyFit(0.0, "")
    score, _ = family_likeness(short.family[0], long.middle[-1], traditions)
    if not score:
        return FamilyFit(0.0, "")
    given = given_name(short.given[0]).traditions if short.given else frozenset()
    chain = traditions & {"arabic", "horn"} or given_name(short.family[0]).traditions & (given or traditions)
    many = not short.middle and all(is_common(name) for name in (*short.given, *short.family))
    sure = 0.72 if chain else 0.75 if many else 0.9
    return FamilyFit(min(score, sure), "first of two family names", frozenset(long.middle[-1:]))
