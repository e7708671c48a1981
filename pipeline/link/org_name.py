"""An organisation's name as a bag of words: what is left when order, number and spelling do not matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.gazetteer import country_words
from pipeline.link.org_tokens import (
    WORD,
    acronym_of,
    bodies,
    body_key,
    initials_of,
    name_tokens,
    without_unit,
)
from pipeline.link.org_words import IsPlace, common_words, head_words, stem
from pipeline.resources import words
from pipeline.romanization import ascii_lower

_LAST_LATIN = "\u024f"
_PUNCTUATION = "“”‘’„‟–—•…«»"
_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„]{3,60})[\"“”»]")


@dataclass(frozen=True, slots=True)
class OrgName:
    """`bag` holds the stems of all words that count, sorted; `own` those that tell this body from others.

    `places` are stems of countries and cities in the name. `body` is the known international body
    that the name stands for, `misspelt` tells that a common word was misspelt, `unit` that words for
    a part of the body ("mission") were left out; `quoted` are the stems between quotation marks.
    `seat` and `told` are a town and a country that the text around gives (`org_seat`).
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
    seat: str = ""
    told: str | None = None

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
    def one_a_country(self) -> bool:
        """Whether it is a single common word for what a country has one of ("Parliament")."""
        return self.lone and bool(self.bag) and set(self.bag) <= words("link/organizations", "one_a_country")

    @property
    def local(self) -> bool:
        """Whether another country may have a body of this name."""
        return self.state or self.short

    @property
    def headed(self) -> bool:
        """Whether a word tells what kind of body it is."""
        return any(stem in head_words() for stem in self.bag)

    @property
    def latin(self) -> bool:
        """Whether it is in Latin letters."""
        return all(c <= _LAST_LATIN or c in _PUNCTUATION for c in self.text)

    @property
    def foreign(self) -> bool:
        """Whether a word for a kind of body is of another language than English."""
        return any(
            ascii_lower(word) in words("link/organizations", "foreign_heads")
            for word in WORD.findall(self.text)
        )

    @property
    def country(self) -> str | None:
        """The country that the name itself gives, else the one told."""
        own = (country_words()[p] for p in sorted(self.places) if p in country_words())
        return next(own, self.told)

    @property
    def order(self) -> tuple[str, ...]:
        """Sort key: by the text, then by what is told, and which words are taken for places."""
        return (self.text, self.seat, self.told or "", " ".join(sorted(self.places)))


def parse_org(text: str, is_place: IsPlace = lambda word: False) -> OrgName:
    """Read an organisation's name.

    >>> a = parse_org("Association of Lawyers of Armenia")
    >>> a.bag == parse_org("Armenia Lawyers Association").bag
    True
    >>> parse_org("the OSCE mission").body, parse_org("Committe for Fair Elections").misspelt
    ('osce', True)
    """
    tokens = name_tokens(text)
    core, unit = without_unit(tokens)
    acronym = acronym_of(core)
    body = bodies().get(body_key(core)) if core else None
    stems = [stem(t, is_place) for t in core]
    kept = [
        (s, t)
        for s, t in zip(stems, core, strict=True)
        if s[0] and s[0] not in words("link/organizations", "stop")
    ]
    bag = tuple(sorted({s[0] for s, _ in kept}))
    places = frozenset(s for s in bag if s in country_words() or is_place(s))
    own = frozenset(s for s in bag if s not in places and s not in common_words())
    initials = initials_of(core) if not acronym else frozenset()
    misspelt = any(s[1] for s, _ in kept)
    return OrgName(text, acronym, bag, own, places, initials, body, misspelt, unit, _quoted(text, is_place))


def _quoted(text: str, is_place: IsPlace) -> tuple[str, ...]:
    """The stems of the words that the name has between quotation marks."""
    match = _QUOTED.search(text)
    return tuple(sorted({stem(t, is_place)[0] for t in WORD.findall(match[1])})) if match else ()
