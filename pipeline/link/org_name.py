"""An organisation's name as a bag of words: what is left when order, number and spelling do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer import countries, country_words, place_key
from pipeline.link.org_words import IsPlace, common_words, head_words, stem
from pipeline.resources import table, words
from pipeline.romanization import ascii_lower

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|&")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$")
_ACRONYM = re.compile(
    r"[A-ZА-ЯЁІЎ][A-Za-zА-Яа-я]{0,3}[A-ZА-ЯЁІЎ][A-ZА-ЯЁІЎ0-9/-]{0,8}|[A-Z]{2,10}(?:[-/][A-Z]{2,6})?"
)
_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„]{3,60})[\"“”»]")


@dataclass(frozen=True, slots=True)
class OrgName:
    """`bag` holds the stems of all words that count, sorted; `own` those that tell this body from others.

    `places` are stems of countries and cities in the name. `body` is the known international body
    that the name stands for, `misspelt` tells that a common word was misspelt, `unit` that words for
    a part of the body ("mission") were left out; `quoted` are the stems between quotation marks.
    """

    text: str
    acronym: str | None
    bag: tuple[str, ...]
    own: frozenset[str]
    places: frozenset[str]
    initials: frozenset[str]
    body: str | None
    misspelt: bool
    unit: bool
    quoted: tuple[str, ...] = ()

    @property
    def short(self) -> bool:
        """Whether it is but a common word for a body ("the Committee", "Supreme Court")."""
        return self.acronym is None and self.body is None and not self.own and not self.places

    @property
    def state(self) -> bool:
        """Whether it is a body of a state."""
        return self.body is None and any(stem in words("link/organizations", "state") for stem in self.bag)

    @property
    def lone(self) -> bool:
        """Whether it is a single common word, which no one could know without the page."""
        return self.short and len(self.bag) <= 1

    @property
    def local(self) -> bool:
        """Whether another country may have a body of this name."""
        return self.state or self.short

    @property
    def headed(self) -> bool:
        """Whether a word tells what kind of body it is."""
        return any(stem in head_words() for stem in self.bag)

    @property
    def country(self) -> str | None:
        """The country that the name itself gives."""
        return next((country_words()[p] for p in sorted(self.places) if p in country_words()), None)


def parse_org(text: str, is_place: IsPlace = lambda word: False) -> OrgName:
    """Read an organisation's name.

    >>> a = parse_org("Association of Lawyers of Armenia")
    >>> a.bag == parse_org("Armenia Lawyers Association").bag
    True
    >>> parse_org("the OSCE mission").body, parse_org("Committe for Fair Elections").misspelt
    ('osce', True)
    """
    tokens = _tokens(text)
    core, unit = _without_unit(tokens)
    acronym = _acronym(core)
    body = _bodies().get(_body_key(core)) if core else None
    stems = [stem(t, is_place) for t in core]
    kept = [
        (s, t)
        for s, t in zip(stems, core, strict=True)
        if s[0] and s[0] not in words("link/organizations", "stop")
    ]
    bag = tuple(sorted({s[0] for s, _ in kept}))
    places = frozenset(s for s in bag if s in country_words() or is_place(s))
    own = frozenset(s for s in bag if s not in places and s not in common_words())
    initials = _initials(core) if not acronym else frozenset()
    misspelt = any(s[1] for s, _ in kept)
    return OrgName(text, acronym, bag, own, places, initials, body, misspelt, unit, _quoted(text, is_place))


def _quoted(text: str, is_place: IsPlace) -> tuple[str, ...]:
    """The stems of the words that the name has between quotation marks."""
    match = _QUOTED.search(text)
    return tuple(sorted({stem(t, is_place)[0] for t in _WORD.findall(match[1])})) if match else ()


def _tokens(text: str) -> list[str]:
    found = _WORD.findall(text.replace("’s", "s").replace("'s", "s") if not text.isupper() else text)
    return _with_whole_countries(found[1:] if len(found) > 1 and found[0].lower() == "the" else found)


def _with_whole_countries(tokens: list[str]) -> list[str]:
    """Make one word of a country's name of two or three: `Viet Nam` is Vietnam."""
    found: list[str] = []
    at = 0
    while at < len(tokens):
        keys = {n: place_key(" ".join(tokens[at : at + n])) for n in (3, 2) if at + n <= len(tokens)}
        size = next((n for n, key in keys.items() if key in countries()), 1)
        found.append(countries()[keys[size]].name.replace(" ", "") if size > 1 else tokens[at])
        at += size
    return found


def _without_unit(tokens: list[str]) -> tuple[list[str], bool]:
    """Leave out trailing words for a part of the body: lower-case ones, capital ones of known bodies."""
    stop = words("link/organizations", "stop")
    if not tokens or not tokens[0][:1].isupper():
        return tokens, False
    end = len(tokens)
    while end > 1 and tokens[end - 1].islower() and _is_part(tokens[end - 1], tokens[: end - 1]):
        end -= 1
    if end < len(tokens) and tokens[end - 1].lower() not in stop and end >= 1:
        return tokens[:end], True
    for cut in range(1, len(tokens)):
        rest = [ascii_lower(t) for t in tokens[cut:]]
        if (
            _body_key(tokens[:cut]) in _bodies()
            and rest[-1] in words("link/organizations", "units")
            and len(rest) <= 3
        ):
            whole = _body_key(tokens) in _bodies()
            return (tokens, False) if whole else (tokens[:cut], True)
    return tokens, False


def _is_part(word: str, before: list[str]) -> bool:
    """Whether a word names a part of the body before it: "mission", or "committee" of a body already."""
    plain = stem(word)[0]
    if plain in words("link/organizations", "units"):
        return True
    return plain in head_words() and (
        _body_key(before) in _bodies()
        or _acronym(before) is not None
        or any(stem(t)[0] in head_words() for t in before)
    )


def _acronym(tokens: list[str]) -> str | None:
    if len(tokens) != 1:
        return None
    if _DOTTED.match(tokens[0]):
        return tokens[0].replace(".", "")
    return tokens[0] if _ACRONYM.fullmatch(tokens[0]) and len(tokens[0]) <= 10 else None


def _initials(tokens: list[str]) -> frozenset[str]:
    """The acronyms that the name may have: all words, those with capitals, without the stop words."""
    stop = words("link/organizations", "stop")
    letters = [(t[0].upper(), t[:1].isupper(), t.lower() in stop) for t in tokens if t[0].isalpha()]
    readings = {
        "".join(c for c, _, _ in letters),
        "".join(c for c, big, _ in letters if big),
        "".join(c for c, _, stopped in letters if not stopped),
    }
    return frozenset(r for r in readings if len(r) >= 2)


def _body_key(tokens: list[str]) -> str:
    return " ".join(
        sorted(stem(t)[0] for t in tokens if t.lower() not in words("link/organizations", "stop"))
    )


@cache
def _bodies() -> dict[str, str]:
    found: dict[str, str] = {}
    for label, names in table("link/organizations")["bodies"].items():
        for name in names:
            found[_body_key(_tokens(name))] = label
    return found
