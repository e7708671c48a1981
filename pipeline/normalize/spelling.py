"""The misspelt words of a text, and those that only look misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.calendar_words import SLIPS, alternation
from pipeline.normalize.lexicon import Lexicon, english
from pipeline.normalize.speller import speller
from pipeline.normalize.traced_text import Fix
from pipeline.resources import table

# a whole word in lower-case Latin letters: no part of a compound, an address, a number or a name
_WORD = re.compile(r"(?<![\w.@/\\&#-])(?<!\w['’])[a-z]{3,30}(?![\w@/\\-]|\.\w|['’](?!s\b)\w)")
_NOT_MISPLACED = re.compile(
    r"(?<![\w@/-])(did|do|does|is|was|were|are|has|have|had|could|would|should|must|need|ca|wo)(['’])nt(?![\w@/-])"
)
_CALENDAR_SLIP = re.compile(rf"(?<![\w.@/-]){alternation(slip.capitalize() for slip in SLIPS)}(?![\w@/-])")
_LOOSE = re.compile(
    r"\b(?:we|they|you|I|will|would|could|may|might|cannot|not|shall|must) (loose)\b"
    r"(?! (?:up|on|upon|ends?|soil)\b)"
)
_NEAR = 12  # characters to a word that counts as beside
_PLAIN = 3.5  # Zipf frequency of a common English word
_CUT_OFF = re.compile(r"\s?(?:\.\.|…|\[)")
_QUOTED_ALONE = re.compile(r"[\"“”‘’'«»(\[]")


def misspellings(text: str, counts: Mapping[str, int], cut_off: bool = False) -> Iterator[Fix]:
    """Misspelt lower-case words of an English text, and misspelt months and weekdays.

    `counts` tells how often the page has each word: one that returns is a term, not a slip.
    The last word of a text that is `cut_off`, one before dots, one quoted alone and one beside another
    unlisted word are left.
    """
    words = list(_WORD.finditer(text))
    lexicon = english()
    if not _is_english(words, lexicon):
        return
    for found in _CALENDAR_SLIP.finditer(text):
        name = SLIPS[found.group().casefold()]
        yield Fix(*found.span(), name.capitalize(), "spelling", 0.95)
    for found in _NOT_MISPLACED.finditer(text):  # did'nt
        yield Fix(*found.span(), f"{found[1]}n{found[2]}t", "spelling", 0.97)
    yield from _lost(text)
    for number, found in enumerate(words):
        word = found.group()
        if lexicon.knows(word) and lexicon.zipf(word) >= 2.0:
            continue
        reading = speller().reading(word, _in_english(words, number, lexicon))
        if reading is None or _CUT_OFF.match(text, found.end()) or (cut_off and found.end() == len(text)):
            continue
        if not reading.listed and (counts[word] > 2 or _stands_apart(text, words, number, lexicon)):
            continue
        start, end = found.span()
        shown = start, end + 2 * (text[end : end + 2] in ("'s", "’s"))
        yield Fix(start, end, reading.word, "spelling", reading.confidence, shown)


def _lost(text: str) -> Iterator[Fix]:
    """ "Loose" for "lose" after a pronoun or a modal verb: "if we loose"."""
    for found in _LOOSE.finditer(text):
        yield Fix(*found.span(1), "lose", "spelling", 0.9)


def _in_english(words: list[re.Match[str]], number: int, lexicon: Lexicon) -> bool:
    """Whether the words on both sides, as far as there are any close by, are common English ones."""
    found = words[number]
    near = [
        other
        for other in words[max(0, number - 2) : number] + words[number + 1 : number + 3]
        if min(abs(found.start() - other.end()), abs(other.start() - found.end())) < _NEAR
    ]
    return len(near) > 1 and all(lexicon.zipf(other.group()) >= _PLAIN for other in near)


def _is_english(words: list[re.Match[str]], lexicon: Lexicon) -> bool:
    """Whether most words are English or readable as English; one that is not is no evidence against."""
    unlisted = sum(lexicon.zipf(found.group()) < 2.0 for found in words)
    if unlisted > max(4.0, 0.6 * len(words)):
        return False
    foreign = sum(_is_foreign(found.group(), lexicon) for found in words)
    share: float = table("normalize/spelling")["foreign_share"]
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
