"""How common words are, by the lists of the package wordfreq, read no further than is asked.

Frequencies are on the Zipf scale: the base-10 logarithm of the occurrences in a billion words, so that 6
is "that", 3 is "barrister", and 0 is not listed.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import lru_cache


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
