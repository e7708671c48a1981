"""Whether two names of people are one person's: given, middle and family names compared apart."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.comparison import UNLIKE, Verdict
from pipeline.link.family_parts import families
from pipeline.link.given_names import given_name
from pipeline.link.middle_names import middles, without
from pipeline.link.name_likeness import family_likeness, given_likeness
from pipeline.link.name_words import slavic_ending
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key

_CHAINS = frozenset({"arabic", "horn"})
_WHOLE_LENGTH = 10
_DIFFERENT_SEX = Verdict(0.0, "different sex", conflict=True)


def compare(left: PersonName, right: PersonName) -> Verdict:
    """Likeness of two names that each have more than one part.

    >>> from pipeline.link.person_name import parse_name
    >>> compare(parse_name("Uladzimir Lipkouski"), parse_name("Vladimir Lipkovsky")).score
    1.0
    >>> compare(parse_name("Liu Xia"), parse_name("Liu Xiaobo")).score
    0.0
    """
    if "burmese" in (left.tradition, right.tradition):
        return _compare_syllables(left, right)
    if _written_apart(left, right):
        return Verdict(0.97, "the same letters, written apart")
    verdict = _compare_parts(*_hyphens_alike(left, right))
    if verdict.score or verdict.conflict or len(left.words) != 2 or len(right.words) != 2:
        return verdict
    return _compare_swapped(left, right)


def _compare_syllables(left: PersonName, right: PersonName) -> Verdict:
    """Burmese names, which have no part for the family: all words count, or the last two of four."""
    a, b = ([spelling_key(word) for word in name.words] for name in (left, right))
    if a == b:
        return _DIFFERENT_SEX if _sexes_differ(left, right) else Verdict(1.0, "same name")
    short, long = sorted((a, b), key=len)
    if len(short) == 2 and len(long) >= 4 and long[-2:] == short:
        return Verdict(0.75, "last two of its words", 1 if short is a else -1)
    return UNLIKE


def _written_apart(left: PersonName, right: PersonName) -> bool:
    if len(left.words) == len(right.words) or left.tradition != right.tradition:
        return False
    whole = "".join(map(spelling_key, left.words))
    return len(whole) >= _WHOLE_LENGTH and whole == "".join(map(spelling_key, right.words))


def _hyphens_alike(left: PersonName, right: PersonName) -> tuple[PersonName, PersonName]:
    """Write `Jean Pierre` as `Jean-Pierre`, `Gholam Reza` as `Gholamreza` where the other has it so."""
    for name, other in ((left, right), (right, left)):
        if name.middle and other.given and len(other.middle) < len(name.middle):
            joined = f"{name.given[0]}-{name.middle[0]}"
            if spelling_key(joined) == spelling_key(other.given[0]):
                name = replace(name, given=(other.given[0],), middle=name.middle[1:])
                return (name, other) if other is right else (other, name)
    return left, right


def _compare_parts(left: PersonName, right: PersonName) -> Verdict:
    if not left.given or not right.given:
        return _surnames_only(left, right)
    given, how_given = given_likeness(left.given[0], right.given[0], _traditions(left, right))
    if not given:
        return _surnames_only(left, right)
    family = families(left, right)
    if not family.score:
        return UNLIKE
    if _sexes_differ(left, right):
        return _DIFFERENT_SEX
    middle = middles(without(left.middle, family.used), without(right.middle, family.used))
    if middle is None:
        return Verdict(0.0, "different middle names", conflict=True)
    sure = min(given, family.score) > 0.8 or max(given, family.score) == 1.0
    score = min(given, family.score) if sure else given * family.score
    how = family.how
    if middle and _one_of_many(left, right):
        score, how = min(score, 0.74), "common names, one left out"
    return Verdict(round(score, 3), f"{how_given}, {how}{middle}", _fuller(left, right))


def _sexes_differ(left: PersonName, right: PersonName) -> bool:
    return len({left.sex, right.sex} - {None}) > 1


def _traditions(left: PersonName, right: PersonName) -> frozenset[str]:
    return frozenset({left.tradition, right.tradition})


def _fuller(left: PersonName, right: PersonName) -> int:
    if left.initial != right.initial:
        return 1 if left.initial else -1
    a, b = len(left.middle) + len(left.family), len(right.middle) + len(right.family)
    return (a < b) - (a > b)


def _one_of_many(left: PersonName, right: PersonName) -> bool:
    """Whether thousands share what is left: chains of given names (Ahmed Ali), Vietnamese names."""
    traditions = _traditions(left, right)
    if "vietnamese" in traditions:
        return True
    return bool(traditions & _CHAINS) and all(given_name(f).classes for f in (*left.family, *right.family))


def _surnames_only(left: PersonName, right: PersonName) -> Verdict:
    """`Batista Rojas` beside `Reinier Batista Rojas`: two family names without the given one."""
    short, long = (left, right) if len(left.words) < len(right.words) else (right, left)
    if (
        len(short.words) != 2
        or len(long.words) != 3
        or given_name(short.given[0] if short.given else "").classes
    ):
        return UNLIKE
    wanted = [spelling_key(w) for w in short.words]
    if wanted != [spelling_key(w) for w in long.words[1:]]:
        return UNLIKE
    return Verdict(0.75, "two family names without the given one", 1 if short is left else -1)


def _compare_swapped(left: PersonName, right: PersonName) -> Verdict:
    """The same two words the other way round: one person only where one word cannot be a given name."""
    if left.initial or right.initial:
        return UNLIKE
    if not (left.given and right.given and left.family and right.family):
        return UNLIKE
    traditions = _traditions(left, right)
    first = family_likeness(left.given[0], right.family[0], traditions)[0]
    second = family_likeness(left.family[0], right.given[0], traditions)[0]
    if min(first, second) < 0.9:
        return UNLIKE
    known = [bool(given_name(w).classes) for w in (left.given[0], left.family[0])]
    slavic = [slavic_ending(w) for w in (left.given[0], left.family[0])]
    if 1 in (known.count(True), slavic.count(True)) and not {"chinese", "korean"} & traditions:
        return Verdict(0.85, "given and family name swapped")
    return Verdict(0.6, "given and family name swapped, or two people")
