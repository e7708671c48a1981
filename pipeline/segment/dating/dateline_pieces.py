"""Pieces of a dateline beside its date: labels, names, parts of a series."""

from __future__ import annotations

import re

from pipeline.segment.text.lexicon import lexicon, words_of

_NAME_WORDS = 3
BYLINE_WORDS = 7
_DESK_WORDS = 4
PARTS = re.compile(r"[|•·,;:()\[\]/«»–—\n\t]|\s-\s|--|(?<=\s)-|-(?=\s)")
# `Day three, 4 May 2014`, `Hearing 2 - 4 May 2014`, `Postscript, 2 June 2014`: which part of a series.
_COUNT = (
    r"(?:\d{1,3}(?:st|nd|rd|th)?|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_NTH = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)"
)
_UNIT = r"(?:day|session|hearing|sitting|week|entry|part|update|letter|round)"
_PART = re.compile(
    rf"{_UNIT}\s(?:no\.?\s)?{_COUNT}|(?:the\s)?{_NTH}\s(?:court\s|trial\s)?{_UNIT}"
    r"|postscript|epilogue|afterword|p\.?\s?s",
    re.I,
)
# `Further information on UA 9/2012`, before the stroke
_REFERENCE = re.compile(
    r"(?:further\sinformation|follow[\s-]?up|update|addendum|supplement|correction|reply|answer|annex|re|ref)\b"
    r"(?:\s[a-z]{2,4}){0,2}\.?\s?[A-Z]{1,6}[\s.-]?\d{1,4}",
    re.I,
)
_PARTICLES = frozenset(
    {
        "es", "de", "del", "la", "las", "los", "le", "les", "du", "des", "da", "do", "of", "the", "al", "el",
        "am", "an", "der", "den", "upon", "sur", "and", "y", "i", "e", "di",
    }
)  # fmt: skip
NO_PLACE = frozenset(
    {
        "on", "in", "by", "since", "after", "from", "until", "till", "before", "during", "the", "at", "as",
        "of", "for", "and", "between", "last", "this", "that", "when", "born", "about", "around", "early",
        "late", "mid", "today", "yesterday", "to", "through", "but", "while", "already", "only", "it", "he",
        "she", "they", "we", "a", "an",
    }
)  # fmt: skip


def tells(word: str) -> bool:
    """`Detained 3 May 2014.` tells when that was; `Osh 3 May 2014.` is a dateline."""
    return word.casefold() in lexicon().done or (" " not in word and word.endswith("ed") and len(word) > 4)


def is_meta(piece: str) -> bool:
    """A label, a byline or the like, no place and no name."""
    words = words_of(piece)
    if not words:
        return True
    if _PART.fullmatch(piece) or _REFERENCE.fullmatch(piece):
        return True
    credited = len(words) > 1 and words[1] == "by" and words[0] in lexicon().credited
    if words[0] in lexicon().meta_starts or credited:
        return len(words) <= BYLINE_WORDS
    if words[-1] in lexicon().desks and len(words) <= _DESK_WORDS:
        return True
    return all(word in lexicon().meta for word in words) or piece.casefold() in lexicon().genres


def names_part(text: str) -> bool:
    """The line numbers the part of a series that it dates, so that one entry stands under it.

    >>> names_part("Day two, 4 February 2014"), names_part("4 February 2014")
    (True, False)
    """
    return any(_PART.fullmatch(piece.strip(" .'\"")) for piece in PARTS.split(text))


def is_name(piece: str) -> bool:
    """A place or a name: up to three capitalised words, none that opens a sentence."""
    first, *others = piece.removeprefix("The ").split() or [piece]
    initials = (len(word) == 2 and word.endswith(".") and word[0].isupper() for word in others)
    words = [
        first,
        *(w for w, initial in zip(others, initials, strict=True) if not initial and w not in _PARTICLES),
    ]
    return len(words) <= _NAME_WORDS and all(
        word[:1].isdigit() or (_is_capital(word) and word.casefold() not in NO_PLACE) for word in words
    )


def _is_capital(word: str) -> bool:
    """Also behind an article that is glued to it: `l'Ourthe`, `d’Ivoire`."""
    return word[:1].isupper() or (len(word) > 3 and word[1] in "'’" and word[2].isupper())
