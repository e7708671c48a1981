"""How common words are, by the lists of the package wordfreq, read no further than is asked.

Frequencies are on the Zipf scale: the base-10 logarithm of the occurrences in a billion words, so that 6
is "that", 3 is "barrister", and 0 is not listed.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pipeline.kept import kept_table


def english_shares() -> Mapping[str, float]:
    """Shares in all words of English texts."""
    from wordfreq import get_frequency_dict

    return get_frequency_dict("en", "best")  # called so, it is the very list that `zipf_frequency` reads


@lru_cache(maxsize=65536)
def english_zipf(word: str) -> float:
    """Frequency of a word or several in English, 0 where they are not listed.

    >>> english_zipf("that") > 6, english_zipf("qwrtz")
    (True, 0.0)
    """
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word, "en"))


def common_words(language: str, least: float) -> Iterator[tuple[float, list[str]]]:
    """The words of a language that are at least so common, each frequency with its words, the highest first.

    The lists of wordfreq begin with the commonest words: what is rarer need not be unpacked.

    >>> next(words for zipf, words in common_words("es", 6.5) if words)
    ['de']
    """
    import msgpack
    from wordfreq import available_languages, cB_to_zipf

    with gzip.open(available_languages("small")[language]) as file:
        lists = msgpack.Unpacker(file, raw=False)
        count = lists.read_array_header() - 1
        lists.skip()  # the header of wordfreq's own
        for level in range(count):
            if (zipf := cB_to_zipf(-level)) < least:
                return
            yield zipf, lists.unpack()


@dataclass(frozen=True, slots=True)
class Frequencies:
    """Words in order, each with its frequency: a list is there in a tenth of the time of a dictionary."""

    words: Sequence[str]
    zipf: Sequence[float]

    def of(self, word: str) -> float:
        """Frequency of a word, 0 where it is not listed.

        >>> Frequencies(["mar", "sol"], [5.3, 4.1]).of("sol")
        4.1
        """
        i = bisect_left(self.words, word)
        return self.zipf[i] if i < len(self.words) and self.words[i] == word else 0.0


def kept_frequencies(
    name: str, version: bytes, languages: Sequence[str], least: float, ascii_only: bool = False
) -> Frequencies:
    """Words that are at least so common in one of some languages, with the highest frequency.

    Kept as a table between runs, as `kept_table` does.
    """

    def table() -> Any:
        import pyarrow as pa

        found: dict[str, float] = {}
        for language in languages:
            for zipf, words in common_words(language, least):
                for word in filter(str.isascii, words) if ascii_only else words:
                    found[word] = max(zipf, found.get(word, zipf))
        ordered = sorted(found)
        return pa.table({"word": ordered, "zipf": [found[word] for word in ordered]})

    kept = kept_table(name, version, table)
    return Frequencies(*(kept[column].to_pylist() for column in ("word", "zipf")))
