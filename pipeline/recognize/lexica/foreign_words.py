"""Which words are ordinary ones of other languages, so that a name made of them is no person's."""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.frequencies import Frequencies, english_zipf, kept_frequencies
from pipeline.resources import words
from pipeline.versions import stage_version

_COMMON = 4.0  # Zipf frequency in its own language from which a word is an ordinary one of it,
_VERY_COMMON = 4.7  # and from which no family name is so common
_ENGLISH = 3.3  # and in English, from which it is an English one


@cache
def _common_words() -> Frequencies:
    """Words of all the languages with their highest frequency in one of them."""
    languages = sorted(words("recognize/foreign_bodies", "languages"))
    return kept_frequencies("foreign_words", stage_version("recognize"), languages, _COMMON)


@lru_cache(maxsize=65536)
def is_foreign_word(word: str, very: bool = False) -> bool:
    """Whether a word is common, or very common, in another language in Latin letters and not in English.

    >>> is_foreign_word("Reč"), is_foreign_word("Voice"), is_foreign_word("Treminio")
    (True, False, False)
    """
    lower = word.lower()
    common = _common_words().of(lower) >= (_VERY_COMMON if very else _COMMON)
    return common and english_zipf(lower) < _ENGLISH
