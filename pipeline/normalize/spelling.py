"""Misspelt words, read as what was meant, where that is beyond doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.normalize.candidates import slips
from pipeline.normalize.lexicon import Lexicon, english
from pipeline.normalize.resources import load
from pipeline.normalize.traced_text import Fix

# a whole word in lower-case Latin letters: no part of a compound, an address, a number or a name
_WORD = re.compile(r"(?<![\w.@/\\&#-])(?<!\w['’])[a-z]{3,30}(?![\w@/\\-]|\.\w|['’](?!s\b)\w)")
_CUT_OFF = re.compile(r"\s?(?:\.\.|…|\[)")
_QUOTED_ALONE = re.compile(r"[\"“”‘’'«»(\[]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a misspelt word was meant to be; `listed` where a list of misspellings says so."""

    word: str
    confidence: float
    listed: bool


class Speller:
    """Reads misspelt words against a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rules = load("spelling")
        self._read: dict[str, Reading | None] = {}

    def reading(self, word: str) -> Reading | None:
        """What the lower-case word was meant to be; None where it is right or nobody can know."""
        if word not in self._read:
            self._read[word] = self._listed(word) or self._guessed(word)
        return self._read[word]

    def _listed(self, word: str) -> Reading | None:
        readings = self._lexicon.misspellings.get(word, ())
        if len(readings) != 1 or len(word) < self._rules["shortest_listed"]:
            return None
        right = readings[0]
        frequency = self._lexicon.zipf(right.split()[0])
        if frequency <= self._lexicon.zipf(word):
            return None
        foreign = self._lexicon.foreign_zipf(word)
        if foreign >= self._rules["foreign_zipf"] and frequency - foreign < self._rules["foreign_gap"]:
            return None
        return Reading(right, 0.98, listed=True)

    def _guessed(self, word: str) -> Reading | None:
        rules, lexicon = self._rules, self._lexicon
        if len(word) < rules["shortest"] or lexicon.zipf(word) >= rules["uncommon_zipf"]:
            return None
        scores: dict[str, float] = {}
        listed = set(lexicon.misspellings.get(word, ()))
        for candidate, slip in slips(word):
            zipf = lexicon.zipf(candidate)
            if zipf < rules["candidate_zipf"] or candidate in lexicon.misspellings:
                continue
            if listed and candidate not in listed:
                continue
            scores[candidate] = max(scores.get(candidate, 0.0), zipf - rules["cost"][slip])
        if not scores:
            return None
        (best, top), *others = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        lead = top - others[0][1] if others else top
        if lead < rules["lead"] or self._is_rare_word(word, best) or self.is_right(word):
            return None
        return Reading(best, round(min(0.97, 0.8 + 0.04 * lead), 2), listed=False)

    def _is_rare_word(self, word: str, reading: str) -> bool:
        """Whether the word is listed, and not so much rarer than its reading as slips are."""
        zipf, rules = self._lexicon.zipf(word), self._rules
        gap = self._lexicon.zipf(reading) - zipf
        return bool(zipf >= rules["rare_zipf"] and gap < rules["uncommon_gap"])

    def is_right(self, word: str) -> bool:
        """Whether the word, though unlisted, is foreign or well made from listed ones."""
        may_be_foreign = len(word) <= self._rules["longest_foreign"]
        if may_be_foreign and self._lexicon.foreign_zipf(word) >= self._rules["foreign_zipf"]:
            return True
        return self._is_derived(word) or self._is_compound(word)

    def _is_derived(self, word: str) -> bool:
        derived = self._rules["derived"]
        stems = [
            word[len(prefix) :]
            for prefix in derived["prefixes"]
            if word.startswith(prefix) and len(word) - len(prefix) >= derived["shortest_base"]
        ]
        for ending, other in derived["suffixes"]:
            stem = word.removesuffix(ending)
            hissing = ending == "s" and stem.endswith(("ch", "sh", "s", "x", "z"))
            if stem != word and not hissing:
                stems.append(stem + other)
                if ending in ("ed", "ing", "er", "ers") and stem[-2:-1] == stem[-1:]:
                    stems.append(stem[:-1])
        return any(self._is_stem(stem) for stem in stems)

    def _is_compound(self, word: str) -> bool:
        return any(self._is_part(word[:i]) and self._is_part(word[i:]) for i in range(4, len(word) - 3))

    def _is_part(self, word: str) -> bool:
        return self._lexicon.zipf(word) >= 3.5 and word not in self._lexicon.misspellings

    def _is_stem(self, stem: str) -> bool:
        long_enough: bool = len(stem) >= self._rules["derived"]["shortest_stem"]
        least: float = self._rules["derived"]["stem_zipf"]
        return long_enough and self._lexicon.zipf(stem) >= least


@cache
def speller() -> Speller:
    """The one speller of this process."""
    return Speller(english())


def misspellings(text: str, counts: Mapping[str, int], cut_off: bool = False) -> Iterator[Fix]:
    """Misspelt lower-case words of an English text.

    `counts` tells how often the page has each word: one that returns is a term, not a slip.
    The last word of a text that is `cut_off`, one before dots, one quoted alone and one beside another
    unlisted word are left.
    """
    words = list(_WORD.finditer(text))
    lexicon = english()
    if not _is_english(words, lexicon):
        return
    for number, found in enumerate(words):
        word = found.group()
        if lexicon.knows(word) and lexicon.zipf(word) >= 2.0:
            continue
        reading = speller().reading(word)
        if reading is None or _CUT_OFF.match(text, found.end()) or (cut_off and found.end() == len(text)):
            continue
        if not reading.listed and (counts[word] > 2 or _stands_apart(text, words, number, lexicon)):
            continue
        yield Fix(*found.span(), reading.word, "spelling", reading.confidence)


def _is_english(words: list[re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether most words are English or readable as English; one that is not is no evidence against."""
    unlisted = sum(lexicon.zipf(found.group()) < 2.0 for found in words)
    if unlisted > max(4.0, 0.6 * len(words)):
        return False
    foreign = sum(_is_foreign(found.group(), lexicon) for found in words)
    share: float = load("spelling")["foreign_share"]
    return len(words) - foreign >= 2 and foreign <= max(1.0, share * len(words))


def _is_foreign(word: str, lexicon: Lexicon) -> bool:
    zipf = lexicon.zipf(word)
    if zipf < 2.0 or lexicon.foreign_zipf(word) >= zipf + 1.5:
        return speller().reading(word) is None
    return False


def _stands_apart(text: str, words: list[re.Match[str]], number: int, lexicon: Lexicon) -> bool:
    """Whether the word is quoted alone or has an unlisted neighbour, as words of a foreign phrase have."""
    found = words[number]
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before and after and _QUOTED_ALONE.match(before) and _QUOTED_ALONE.match(after):
        return True
    for other in words[max(0, number - 1) : number] + words[number + 1 : number + 2]:
        gap = min(abs(found.start() - other.end()), abs(other.start() - found.end()))
        if gap == 1 and lexicon.zipf(other.group()) < 2.0 and other.group() not in lexicon.misspellings:
            return True
    return False


def word_counts(text: str) -> Counter[str]:
    """How often the text has each lower-case word."""
    return Counter(found.group() for found in _WORD.finditer(text))
