"""What a misspelt word was meant to be, where that is beyond doubt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pipeline.normalize.candidates import slips
from pipeline.normalize.lexicon import Lexicon, english
from pipeline.resources import table

_VOWELS = tuple("aeio")  # a u after q is none: "equalled"
_COMMON = 3.5
_VERY_COMMON = 4.5
_PLURAL = 2.5


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
        self._rules = table("normalize/spelling")
        self._read: dict[tuple[str, bool], Reading | None] = {}

    def reading(self, word: str, in_english: bool = False) -> Reading | None:
        """What the lower-case word was meant to be; None where it is right or nobody can know.

        `in_english` says that the words around it are English, so that it is no foreign one.
        """
        if (word, in_english) not in self._read:
            self._read[word, in_english] = self._listed(word, in_english) or self._guessed(word)
        return self._read[word, in_english]

    def _listed(self, word: str, in_english: bool) -> Reading | None:
        readings = self._lexicon.misspellings.get(word, ()) or self._plurals(word)
        if len(readings) != 1 or len(word) < self._rules["shortest_listed"]:
            return None
        right = readings[0]
        frequency = self._lexicon.zipf(right.split()[0])
        if frequency <= self._lexicon.zipf(word):
            return None
        foreign = (
            0.0 if in_english and len(word) >= self._rules["shortest"] else self._lexicon.foreign_zipf(word)
        )
        if foreign >= self._rules["foreign_zipf"] and frequency - foreign < self._rules["foreign_gap"]:
            return None
        return Reading(right, 0.98, listed=True)

    def _plurals(self, word: str) -> tuple[str, ...]:
        """The plural of what a listed misspelling stands for: "dissapearances"."""
        readings = self._lexicon.misspellings.get(word[:-1], ()) if word.endswith("s") else ()
        plurals = tuple(f"{reading}s" for reading in readings)
        return plurals if all(self._lexicon.zipf(plural) >= _PLURAL for plural in plurals) else ()

    def _guessed(self, word: str) -> Reading | None:
        rules = self._rules
        if len(word) < rules["shortest"] or self._lexicon.zipf(word) >= rules["uncommon_zipf"]:
            return None
        ranked = sorted(self._scores(word).items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked:
            return None
        (best, top), *others = ranked
        others = [(other, score) for other, score in others if not _is_base(word, best, other)]
        lead = top - others[0][1] if others else top
        if lead < rules["lead"] or self._is_rare_word(word, best):
            return None
        if self.is_right(word) and not _is_beyond_doubt(word, best, top):
            return None
        return Reading(best, round(min(0.97, 0.8 + 0.04 * lead), 2), listed=False)

    def _scores(self, word: str) -> dict[str, float]:
        """The words one slip away, each with its frequency less the cost of the slip."""
        lexicon = self._lexicon
        listed = lexicon.misspellings.get(word, ())
        scores: dict[str, float] = {}
        for candidate, slip in slips(word):
            zipf = lexicon.zipf(candidate)
            common = self._is_candidate(candidate, zipf) and candidate not in lexicon.misspellings
            if slip == "neighbour" and word.endswith("s") and not candidate.endswith("s"):
                continue  # a plural stays one
            if common and (not listed or candidate in listed):
                score = zipf - self._rules["cost"][slip]
                scores[candidate] = max(scores.get(candidate, score), score)
        for other in listed if scores else ():  # "sinse" may be "since" too, which is no slip of the fingers
            scores.setdefault(other, lexicon.zipf(other) - self._rules["cost"]["listed"])
        return scores

    def _is_candidate(self, word: str, zipf: float) -> bool:
        """Whether a word is common enough to be meant, or the plural of one that is."""
        least: float = self._rules["candidate_zipf"]
        plural = word.endswith("s") and zipf >= self._rules["uncommon_zipf"]
        return zipf >= least or (plural and self._lexicon.zipf(word[:-1]) >= least)

    def _is_rare_word(self, word: str, reading: str) -> bool:
        """Whether the word is listed, and not so much rarer than its reading as slips are."""
        if word in self._lexicon.misspellings:
            return False
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
                if ending in ("ed", "ing", "er", "ers") and _is_rightly_doubled(stem):
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


def _is_base(word: str, best: str, other: str) -> bool:
    """Whether a reading is the best one's base and has lost the ending that the word has: "witneses"."""
    return best.startswith(other) and word[-2:] == best[-2:] != other[-2:]


def _is_beyond_doubt(word: str, reading: str, score: float) -> bool:
    """Whether one letter stands twice, an agent has the wrong vowel, or a consonant is not doubled before
    an ending: "evenning", "prosecuter", "expeled".
    """
    if score >= _COMMON and word.endswith(("ed", "ing")) and _doubles_stem(word, reading):
        return True
    if (
        score >= _COMMON
        and len(word) == len(reading)
        and word[:-2] == reading[:-2]
        and word[-1] == reading[-1]
    ):
        return word[-1] == "r"
    doubled = any(a == b and word[:i] + word[i + 1 :] == reading for i, (a, b) in enumerate(pairwise(word)))
    return score >= _VERY_COMMON and doubled


def _doubles_stem(word: str, reading: str) -> bool:
    """Whether the reading differs by the stem's last consonant, doubled."""
    end = len(word) - (2 if word.endswith("ed") else 3)
    return reading == word[:end] + word[end - 1 :] and word[end - 1] not in "aeiouwxy"


def _is_rightly_doubled(stem: str) -> bool:
    """Whether a consonant doubles before an ending: "travell-ed", but not after two vowels: "appeall-ed"."""
    return stem[-2:-1] == stem[-1:] and not (stem[-3:-2] in _VOWELS and stem[-4:-3] in _VOWELS)


@cache
def speller() -> Speller:
    """The one speller of this process."""
    return Speller(english())
