"""Lemmas where the spelling of a word decides what releases of the model's lemmatizer disagree on."""

from __future__ import annotations

import re

_ENDINGS = ("ed", "ing")
# One vowel between consonants: such a verb doubles the last one ("finned") where it has no silent e.
_SHORT_STEM = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_DOUBLED = ("ff", "ll", "ss", "zz")
# Behind these a plural takes -es, behind the letters in `_SILENT` it can but show a silent e.
_HISSING = ("ch", "sh", "ss", "x", "zz")
_SILENT = tuple("bcdgklmnprt")
_WHOLE = frozenset(("aches", "headaches", "caches", "niches", "avalanches", "axes"))
_SETTLED = {"singing": "sing", "corpses": "corpse", "graves": "grave"}


def settled_lemma(text: str, lemma: str) -> str:
    """The lemma of a word as written, with or without the silent e that its spelling asks for.

    spaCy 3.8.7 and 3.8.18 differ on some sixty words of the labelled pages, all of this kind.

    >>> settled_lemma("fined", "fin"), settled_lemma("massed", "masse"), settled_lemma("stopped", "stop")
    ('fine', 'mass', 'stop')
    >>> settled_lemma("marches", "marche"), settled_lemma("hopes", "hop"), settled_lemma("buses", "bus")
    ('march', 'hope', 'bus')
    """
    lower = text.lower()
    if lower in _SETTLED:
        return _SETTLED[lower]
    if lower.endswith("es"):
        return _without_es(lower, lemma)
    ending = next((end for end in _ENDINGS if lower.endswith(end)), None)
    if ending is None:
        return lemma
    stem = lower.removesuffix(ending)
    if lemma.lower() not in (stem, f"{stem}e"):
        return lemma
    if _SHORT_STEM.fullmatch(stem):
        return f"{stem}e"
    return stem if stem.endswith(_DOUBLED) else lemma


def _without_es(word: str, lemma: str) -> str:
    stem = word[:-2]
    if lemma.lower() not in (stem, f"{stem}e") or word in _WHOLE:
        return lemma
    if stem.endswith(_HISSING):
        return stem
    return f"{stem}e" if stem.endswith(_SILENT) else lemma
