"""Which words exist, and how common they are.

Sources: wordfreq's frequency lists (large for English, small for other languages) and codespell's
dictionary of known misspellings. Frequencies are on the Zipf scale: the base-10 logarithm of the
occurrences in a billion words, so that 6 is 'that', 3 is 'barrister', and 0 is not listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from importlib.resources import files
from math import log10

from pipeline.frequencies import Frequencies, english_shares, kept_frequencies
from pipeline.resources import table
from pipeline.versions import stage_version

_LISTED = 1.0
_COMMON = 3.0


class Lexicon:
    """English words with their frequencies, known misspellings, words of other languages.

    Nothing is read before it is asked for.
    """

    def __init__(self) -> None:
        self._zipf: dict[str, float] = {}

    @cached_property
    def _english(self) -> Mapping[str, float]:
        return english_shares()

    @cached_property
    def misspellings(self) -> Mapping[str, tuple[str, ...]]:
        """Known misspellings, each with the words that it may stand for."""
        path = files("codespell_lib") / "data" / "dictionary.txt"
        found: dict[str, tuple[str, ...]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            wrong, _, right = line.partition("->")
            # 'wrong->right, why it is doubtful' and 'wrong->one, other,' are both more than one reading
            if "," not in right:
                found[wrong] = (right.strip(),)
                continue
            parts = tuple(part.strip() for part in right.split(",") if part.strip())
            found[wrong] = parts if right.endswith(",") else (*parts[:1], "")
        found.update((wrong, (right,)) for wrong, right in table("normalize/spelling")["known"].items())
        return found

    @cached_property
    def _foreign(self) -> Frequencies:
        """Zipf frequency of the commoner words of other languages, the highest of all languages."""
        rules, version = table("normalize/spelling"), stage_version("normalize")
        return kept_frequencies(
            "foreign_spellings", version, rules["languages"], rules["foreign_zipf"], ascii_only=True
        )

    def zipf(self, word: str) -> float:
        """Frequency of an English word in lower case, 0 where it is not listed."""
        known = self._zipf.get(word)
        if known is None:
            share = self._english.get(word, 0.0)
            if share <= 0:
                return 0.0  # not kept: most strings that are asked for are no words
            known = self._zipf[word] = log10(share) + 9
        return known

    def foreign_zipf(self, word: str) -> float:
        """Highest frequency of the word in a language other than English, 0 where it is rare."""
        return self._foreign.of(word)

    def knows(self, word: str) -> bool:
        """Whether the word is listed as English and is no known misspelling."""
        return self.zipf(word) >= _LISTED and word not in self.misspellings

    def is_common(self, word: str) -> bool:
        """Whether an ordinary reader of news meets the word."""
        return self.zipf(word) >= _COMMON and word not in self.misspellings


@cache
def english() -> Lexicon:
    """The one lexicon of this process."""
    return Lexicon()


def load_words() -> None:
    """Read all lists now, so that processes forked from this one share them."""
    lexicon = english()
    lexicon.knows("a")
    lexicon.foreign_zipf("a")
