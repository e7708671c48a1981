"""The lexicons together, and what they say of one word."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from anyascii import anyascii

from pipeline.frequencies import english_zipf
from pipeline.recognize.lexica.gazetteer import (
    load_gazetteer,
    load_large_cities,
    load_sure_cities,
)
from pipeline.recognize.lexica.lexicon import Lexicon, load_lexicon
from pipeline.recognize.lexica.person_names import load_family_names, load_given_names

_ORDINARY = 3.3  # Zipf frequency in English from which a word that is no known name is an ordinary one

_KNOWN = 3.0  # and from which no unknown name is so common

_USED = 3.0  # Zipf frequency from which a family name that is also a city's means people


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Declared words, the gazetteer, and names of people of many languages."""

    lexicon: Lexicon
    gazetteer: dict[str, str]
    large_cities: frozenset[str]
    sure_cities: frozenset[str]
    given_names: frozenset[str]
    family_names: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name of some language."""
        if _plain(word) in self.given_names:
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(_plain(part) in self.given_names for part in parts)

    def is_family(self, word: str) -> bool:
        """Whether a word is a family name of some language."""
        return _plain(word) in self.family_names

    def is_common_family(self, word: str) -> bool:
        """The same of names that English texts use often, so that they mean people."""
        return self.is_family(word) and english_zipf(word.lower()) >= _USED

    def is_person_name(self, word: str) -> bool:
        """Whether a word is a given or family name of some language, or ends as family names do."""
        plain = _plain(word)
        if plain in self.given_names or plain in self.family_names:
            return True
        ends = len(word) > 5 and word.lower().endswith(self.lexicon.people.surname_suffixes)
        return ends and english_zipf(word.lower()) < _KNOWN

    def is_ordinary(self, word: str) -> bool:
        """Whether a word is an English one that is surely no name of a person or place."""
        plain = _plain(word)
        if plain in self.given_names or plain in self.family_names or plain in self.sure_cities:
            return False
        return english_zipf(word.lower()) >= _ORDINARY

    def is_english(self, word: str, least: float = _KNOWN) -> bool:
        """Whether a word that no people are called has a Zipf frequency of `least` or more in English."""
        plain = _plain(word)
        if plain in self.given_names or plain in self.family_names or not word.isalpha():
            return False
        return english_zipf(word.lower()) >= least


@cache
def load_knowledge() -> Knowledge:
    """All that is known of names, read once."""
    cities = load_large_cities(), load_sure_cities()
    return Knowledge(load_lexicon(), load_gazetteer(), *cities, load_given_names(), load_family_names())


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    return (word if word.isascii() else anyascii(word)).capitalize()
