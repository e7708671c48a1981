"""Misspelt words with a capital: common nouns inside the names of bodies, and words that open a sentence.

Any other word with a capital may be a name and is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalize.candidates import typing_slips
from pipeline.normalize.lexicon import Lexicon, english
from pipeline.normalize.traced_text import Fix
from pipeline.resources import words

_WORD = re.compile(r"(?<![\w.@/\\&#'’-])[A-Z][a-z]{5,29}(?![\w@/\\-]|\.\w|['’](?!s\b)\w)")
_OPENS = re.compile(r"(?:^|[\n\t•|–—:\"“]|[.?!][\"”’)]?\s)\s?$")
_GOES_ON = re.compile(r",? [a-z]")
_COMMON = 3.5
_RARE = 2.0
_FOREIGN = 2.5
_SHORTEST = 8  # letters of a word whose slips need no list


def capitalised_slips(text: str) -> Iterator[Fix]:
    """Fixes of misspelt words with a capital in an English text.

    >>> [fix.replacement for fix in capitalised_slips("The Electoral Comission met. Recieved in Comiso.")]
    ['Commission', 'Received']
    """
    for found in _WORD.finditer(text):
        word = found.group().lower()
        right = _nouns_misspelt().get(word) or _listed(word, english())
        if right and (_is_noun(right) or _opens_a_sentence(text, found)):
            yield Fix(*found.span(), right.capitalize(), "spelling", 0.93)


def _listed(word: str, lexicon: Lexicon) -> str | None:
    """The common word that a listed misspelling stands for; None for one that is a name too."""
    readings = lexicon.misspellings.get(word, ())
    if len(readings) != 1 or not readings[0].isalpha() or word in words("normalize/capitalised", "names"):
        return None
    zipf = lexicon.zipf(readings[0])
    right = zipf >= _COMMON and zipf > lexicon.zipf(word) + 1 and lexicon.foreign_zipf(word) < _FOREIGN
    return readings[0] if right else None


def _is_no_word(word: str, lexicon: Lexicon) -> bool:
    return lexicon.zipf(word) < _RARE and lexicon.foreign_zipf(word) < _FOREIGN


def _is_noun(word: str) -> bool:
    nouns = words("normalize/capitalised", "nouns")
    return word in nouns or word.removesuffix("s") in nouns


def _opens_a_sentence(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 4) : found.start()]
    opens = found.start() == 0 or (_OPENS.search(before) and not (len(before) == 4 and before.isspace()))
    return bool(opens and _GOES_ON.match(text, found.end()))


@cache
def _nouns_misspelt() -> dict[str, str]:
    """The slips of the fingers in long nouns and their plurals that are no words themselves."""
    lexicon, found = english(), dict[str, str]()
    for noun in sorted(words("normalize/capitalised", "nouns")):
        for right in (noun, f"{noun}s"):
            if len(noun) >= _SHORTEST and lexicon.zipf(right) >= _RARE:
                found.update((slip, right) for slip in typing_slips(right) if _is_no_word(slip, lexicon))
    return found
