"""Which language a page is in, and whether enough of it is English to be read."""

from __future__ import annotations

import re

_SHARE = 0.5
_ENOUGH = 200_000
_FEW_LETTERS = 40
_WORD = re.compile(r"[^\W\d_]+")
# Frequent in English and, together, rare in every other language.
_FUNCTION_WORDS = frozenset(
    {
        "the", "of", "and", "to", "in", "is", "was", "were", "that", "for", "with", "on", "by", "his",
        "her", "their", "they", "from", "has", "have", "been", "who", "which", "this", "at", "as", "an",
        "he", "she", "it", "are", "not", "be",
    }
)  # fmt: skip


def language_of(text: str) -> str | None:
    """ISO 639 code of the page's main language; None where there is too little to tell.

    A page that mixes languages is English where at least half of its letters stand in English
    lines, whatever the lines around say.
    """
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < _FEW_LETTERS:
        return None
    if _english_share(sample) >= _SHARE:
        return "en"
    code = _by_model(sample)
    return code if code != "en" else None


def _english_share(text: str) -> float:
    english = counted = 0
    for line in text.splitlines():
        words = _WORD.findall(line.casefold())
        # Menus and headlines have few function words in any language: they do not vote.
        if len(words) < 8:
            continue
        hits = sum(word in _FUNCTION_WORDS for word in words)
        counted += len(line)
        english += len(line) * (hits >= 0.12 * len(words))
    if counted:
        return english / counted
    return 1.0 if _by_model(text) == "en" else 0.0


def _by_model(text: str) -> str:
    import py3langid

    return str(py3langid.classify(text)[0])
