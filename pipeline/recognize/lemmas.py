"""Lemmas where the spelling of a word decides what releases of the model's lemmatizer disagree on."""

from __future__ import annotations

import re

_ENDINGS = ("ed", "ing")
# One vowel between consonants: such a verb doubles the last one ("finned") where it has no silent e.
_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_DOUBLED = ("ff", "ll", "ss", "zz")


def settled_lemma(text: str, lemma: str) -> str:
    """The lemma of a word as written, with or without the silent e that its spelling asks for.

    spaCy 3.8.7 and 3.8.18 differ on some fifty words of the labelled pages, all of this kind.

    >>> settled_lemma("fined", "fin"), settled_lemma("massed", "masse"), settled_lemma("stopped", "stop")
    ('fine', 'mass', 'stop')
    """
    lower = text.lower()
    ending = next((end for end in _ENDINGS if lower.endswith(end)), None)
    if ending is None:
        return lemma
    stem = lower.removesuffix(ending)
    if lemma.lower() not in (stem, f"{stem}e"):
        return lemma
    if _SHORT_STEM.fullmatch(stem):
        return f"{stem}e"
    return stem if stem.endswith(_DOUBLED) else lemma
