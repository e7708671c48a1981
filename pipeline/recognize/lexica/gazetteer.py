"""Names of countries, towns and regions, as the rules look them up, and those that the gazetteer lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from anyascii import anyascii

from pipeline.frequencies import english_shares, english_zipf
from pipeline.gazetteer import (
    TownNames,
    country_names,
    is_main_name,
    major_towns,
    place_key,
    state_names,
)
from pipeline.kept import kept_lists
from pipeline.recognize.lexica.lexicon import load_lexicon
from pipeline.recognize.lexica.person_names import load_family_names, load_given_names
from pipeline.versions import stage_version

_LATIN = re.compile(r"[A-Z\u00c0-\u024f][a-z\u00c0-\u024f'’-]+(?: [A-Za-z\u00c0-\u024f'’-]+){0,3}")
_OTHER_NAMES_FROM = 50_000  # inhabitants above which other spellings of a city's name are taken too
_SLIP = 7  # letters of a city's name from which a slip in it is seen
_SHORTEST = 4  # letters of a village's name
_LARGE = 450_000  # inhabitants above which a name means the city even where it is a common word or name
_MET = 3.0  # Zipf frequency in English from which the name of a village is more often something else
_COMMON = 4.05  # Zipf frequency in English from which a smaller city's name is more often something else


@cache
def load_gazetteer() -> dict[str, str]:
    """Place kind by name. Names are case-sensitive and in Latin letters."""
    kinds = dict.fromkeys(_towns()["all"], "city")
    kinds.update(dict.fromkeys(state_names(), "region"))
    kinds.update(dict.fromkeys(country_names(), "country"))
    return kinds | dict(load_lexicon().places.known.items())


@cache
def load_sure_cities() -> frozenset[str]:
    """Names of cities that are large or no common word."""
    return frozenset(_towns()["sure"])


@cache
def load_large_cities() -> frozenset[str]:
    """Names of large cities, as the gazetteer spells them first."""
    return frozenset(_towns()["large"])


@lru_cache(maxsize=65536)
def is_slip_of_city(word: str) -> bool:
    """Whether a word is a letter off the name of a large city: "Peshawer", "Nairoby"."""
    if len(word) < _SLIP or not word.isalpha() or not word[:1].isupper():
        return False
    slips = _slips()
    return word in slips or any(cut in slips for cut in _cuts(word))


@cache
def _slips() -> frozenset[str]:
    """The names of large cities, and these with one letter left out."""
    names = [name for name in load_large_cities() if len(name) >= _SLIP and name.isalpha()]
    return frozenset(names).union(*map(_cuts, names))


def _cuts(word: str) -> list[str]:
    """A word with one letter left out, its first excepted."""
    return [word[:i] + word[i + 1 :] for i in range(1, len(word))]


@lru_cache(maxsize=65536)
def is_listed_place(name: str) -> bool:
    """Whether a name is the main one of any town of a thousand people, province or district."""
    return is_main_name(place_key(name))


@cache
def _towns() -> Mapping[str, list[str]]:
    return kept_lists("town_names", stage_version("recognize"), _made)


def _made() -> dict[str, list[str]]:
    shares = english_shares()
    towns = list(major_towns())
    names = {name for town in towns for name in _names(town)}
    large = {town.name for town in towns if town.population >= _LARGE}
    sure = large | {name for name in names if " " in name or not _is_common(name.lower(), shares)}
    return {"all": sorted(names), "large": sorted(large), "sure": sorted(sure)}


@lru_cache(maxsize=65536)
def is_village(name: str) -> bool:
    """Whether a town, district or the like has a name that neither people nor English words have."""
    if len(name) < _SHORTEST or not _LATIN.fullmatch(name) or not is_listed_place(name):
        return False
    words = name.split(" ")
    if all(english_zipf(word.lower()) >= _MET for word in words):
        return False
    saint = len(words) > 1 and words[0].lower() in load_lexicon().places.saints
    return saint or not all(map(_is_of_people, words))


def _is_of_people(word: str) -> bool:
    plain = anyascii(word).capitalize()
    return plain in load_given_names() or plain in load_family_names()


def _is_common(word: str, shares: Mapping[str, float]) -> bool:
    """Whether English texts use a word often; wordfreq is asked where its list alone does not tell."""
    if word.isalpha() and word == word.casefold():  # one word to wordfreq too
        share = shares.get(word, 0.0) / 10 ** (_COMMON - 9)
        if not 0.9 < share < 1.1:
            return share > 1
    return english_zipf(word) >= _COMMON


def _names(town: TownNames) -> list[str]:
    others = town.others if town.population >= _OTHER_NAMES_FROM else ()
    return [town.name, *(name for name in others if len(name) > 3 and _LATIN.fullmatch(name))]
