"""Whether words are sentences or a headline."""

from __future__ import annotations

import re

from pipeline.segment.text.lexicon import words_of

_SENTENCE_END = re.compile(r"[.…;:,!?][\"”’'»)\]]{0,3}$")
_QUESTION_END = re.compile(r"[!?][\"”’'»)\]]{0,3}$")
_INNER_SENTENCE = re.compile(r"(?:[a-z]{4}|[)”\"])\.\s[A-Z“\"(]")
# `A fine for a poem? No, for a post` is a headline still.
_INNER_CRY = re.compile(r"(?:[a-z]{4}|[)”\"])[!?]\s[A-Z“\"(]")
_CRY_WORDS = 14
_CUT_AFTER_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"”’')]?\s(?:\.\.\.|…|\[(?:\.\.\.|…)\])$")
_REFERENCES = re.compile(r"(?:\[(?:\d{1,3}|citation needed|note \d{1,2})\]){1,5}$")
_SPEAKER = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]\s")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HEADLINE_WORDS = 28
_HEADLINE_LENGTH = 220


def is_foreign(text: str) -> bool:
    """Mostly in letters that English is not written in."""
    if text.isascii():
        return False
    letters = sum(map(str.isalpha, text))
    return letters > 3 and len(_LATIN.findall(text)) * 2 < letters


def is_prose(words: str) -> bool:
    """Sentences rather than a headline."""
    words = _REFERENCES.sub("", words.strip())
    count = len(words.split())
    if len(words) > _HEADLINE_LENGTH or count > _HEADLINE_WORDS:
        return True
    first = words.find(" ") + 1  # `Licda. Ana Mirón` opens with a title
    if _SPEAKER.match(words) or _INNER_SENTENCE.search(words, first):
        return True
    if _INNER_CRY.search(words) and (count > _CRY_WORDS or _SENTENCE_END.search(words)):
        return True
    if not _SENTENCE_END.search(words):
        return False
    if _CUT_AFTER_SENTENCE.search(words):
        return True
    if words.endswith(("...", "…")):
        return count > 16
    return not (_QUESTION_END.search(words) and count <= 18)


def headline_like(words: str) -> bool:
    """Begins as a headline does and says something in Latin letters."""
    first = next((char for char in words if char.isalnum()), "")
    latin = len(_LATIN.findall(words))
    return not first.islower() and latin >= 3 and bool(words_of(words))
