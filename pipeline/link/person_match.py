"""Whether two names of people are one person's: given, middle and family names compared apart."""

from __future__ import annotations

from dataclasses import replace

from pipeline.link.given_names import given_name
from pipeline.link.name_likeness import consonants, family_likeness, given_likeness
from pipeline.link.name_words import is_initial, slavic_ending
from pipeline.link.person_name import PersonName
from pipeline.link.spelling import spelling_key
from pipeline.link.verdict import UNLIKE, Verdict


def compare(left: PersonName, right: PersonName) -> Verdict:
    """Likeness of two names that each have more than one part.

    >>> from pipeline.link.person_name import parse_name
    >>> compare(parse_name("Uladzimir Lipkouski"), parse_name("Vladimir Lipkovsky")).score
    1.0
    >>> compare(parse_name("Liu Xia"), parse_name("Liu Xiaobo")).score
    0.0
    """
    verdict = _compare_parts(*_hyphens_alike(left, right))
    if verdict.score or verdict.conflict or len(_words(left)) != 2 or len(_words(right)) != 2:
        return verdict
    return _compare_swapped(left, right)


def _hyphens_alike(left: PersonName, right: PersonName) -> tuple[PersonName, PersonName]:
    """Write `Jean Pierre` as `Jean-Pierre` where the other name has it so."""
    for name, other in ((left, right), (right, left)):
        if name.middle and other.given and "-" in other.given[0]:
            joined = f"{name.given[0]}-{name.middle[0]}"
            if spelling_key(joined) == spelling_key(other.given[0]):
                name = replace(name, given=(joined,), middle=name.middle[1:])
                return (name, other) if other is right else (other, name)
    return left, right


def _words(name: PersonName) -> tuple[str, ...]:
    return (*name.given, *name.middle, *name.family)


def _compare_parts(left: PersonName, right: PersonName) -> Verdict:
    given, how_given = _given(left, right)
    if not given:
        return _surnames_only(left, right)
    family, how_family, used_left, used_right = _families(left, right)
    if not family:
        return UNLIKE
    if left.sex and right.sex and left.sex != right.sex:
        return Verdict(0.0, "different sex", conflict=True)
    middle = _middles(_rest(left, used_left), _rest(right, used_right))
    if middle is None:
        return Verdict(0.0, "different middle names", conflict=True)
    score = min(given, family) if min(given, family) > 0.8 or max(given, family) == 1.0 else given * family
    if middle and _common_chain(left, right):
        score, how_family = min(score, 0.74), "common names, one left out"
    return Verdict(round(score, 3), f"{how_given}, {how_family}{middle}", _fuller(left, right))


def _fuller(left: PersonName, right: PersonName) -> int:
    if left.initial != right.initial:
        return 1 if left.initial else -1
    a, b = len(left.middle) + len(left.family), len(right.middle) + len(right.family)
    return (a < b) - (a > b)


def _given(left: PersonName, right: PersonName) -> tuple[float, str]:
    if not left.given or not right.given:
        return 0.0, ""
    return given_likeness(left.given[0], right.given[0])


def _families(left: PersonName, right: PersonName) -> tuple[float, str, frozenset[str], frozenset[str]]:
    """Score, reason, and the words of each side that the match used up."""
    traditions = frozenset({left.tradition, right.tradition})
    none: frozenset[str] = frozenset()
    if not left.family or not right.family:
        whole = bool(left.middle and right.middle)
        return (0.8 if whole else 0.0), "no family name", none, none
    short, long = (left, right) if len(left.family) <= len(right.family) else (right, left)
    scores = [max(family_likeness(a, b, traditions) for b in long.family) for a in short.family]
    score, how = min(scores)
    if not score and spelling_key("".join(left.family)) == spelling_key("".join(right.family)):
        return 0.97, "same family name, written apart", none, none
    if score:
        if len(short.family) < len(long.family):
            return min(score, 0.9), "part of a double family name", none, none
        return score, how, none, none
    return _inner_family(left, right, traditions)


def _inner_family(
    left: PersonName, right: PersonName, traditions: frozenset[str]
) -> tuple[float, str, frozenset[str], frozenset[str]]:
    """The shorter name's family name as the first of the longer one's two: Batista, Batista Rojas."""
    none: frozenset[str] = frozenset()
    short, long = (left, right) if len(left.middle) < len(right.middle) else (right, left)
    if len(short.family) != 1 or not long.middle:
        return 0.0, "", none, none
    score, how = family_likeness(short.family[0], long.middle[-1], traditions)
    if not score or is_initial(long.middle[-1]):
        return 0.0, "", none, none
    given = given_name(short.given[0]).traditions if short.given else frozenset()
    chain = "arabic" in traditions or given_name(short.family[0]).traditions & (given or traditions)
    score = 0.72 if chain else 0.9
    used = frozenset(long.middle[-1:])
    how = "first of two family names"
    return (score, how, used, none) if long is left else (score, how, none, used)


def _rest(name: PersonName, used: frozenset[str]) -> tuple[str, ...]:
    return tuple(m for m in name.middle if m not in used)


def _middles(left: tuple[str, ...], right: tuple[str, ...]) -> str | None:
    """Empty where the middle names agree, a remark where one has more, None where they contradict."""
    short, long = sorted((left, right), key=len)
    for token in short:
        if not any(_middle_fits(token, other) for other in long):
            return None
    return "" if len(short) == len(long) else ", middle name left out"


def _middle_fits(a: str, b: str) -> bool:
    if spelling_key(a, "slavic") == spelling_key(b, "slavic") or consonants(a) == consonants(b):
        return True
    return given_likeness(a, b)[0] > 0.7


def _common_chain(left: PersonName, right: PersonName) -> bool:
    """Whether both are chains of given names, as in Ahmed Ali, of whom there are thousands."""
    if "arabic" not in (left.tradition, right.tradition):
        return False
    return all(given_name(f).classes for f in (*left.family, *right.family))


def _surnames_only(left: PersonName, right: PersonName) -> Verdict:
    """`Batista Rojas` beside `Reinier Batista Rojas`: two family names without the given one."""
    short, long = (left, right) if len(_words(left)) < len(_words(right)) else (right, left)
    if (
        len(_words(short)) != 2
        or len(_words(long)) != 3
        or given_name(short.given[0] if short.given else "").classes
    ):
        return UNLIKE
    wanted = [spelling_key(w) for w in _words(short)]
    if wanted != [spelling_key(w) for w in _words(long)[1:]]:
        return UNLIKE
    return Verdict(0.75, "two family names without the given one", 1 if short is left else -1)


def _compare_swapped(left: PersonName, right: PersonName) -> Verdict:
    """The same two words the other way round: one person only where one word cannot be a given name."""
    if (
        not left.given
        or not right.given
        or left.initial
        or right.initial
        or not left.family
        or not right.family
    ):
        return UNLIKE
    traditions = frozenset({left.tradition, right.tradition})
    first = family_likeness(left.given[0], right.family[0], traditions)[0]
    second = family_likeness(left.family[0], right.given[0], traditions)[0]
    if min(first, second) < 0.9:
        return UNLIKE
    known = [bool(given_name(w).classes) for w in (left.given[0], left.family[0])]
    slavic = [slavic_ending(w) for w in (left.given[0], left.family[0])]
    if 1 in (known.count(True), slavic.count(True)) and not {"chinese", "korean"} & traditions:
        return Verdict(0.85, "given and family name swapped")
    return Verdict(0.6, "given and family name swapped, or two people")
