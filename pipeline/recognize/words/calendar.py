"""Weekdays and months, and when they are names of people after all."""

from __future__ import annotations

from pipeline.recognize.lexica.word_lists import OtherWords
from pipeline.recognize.words.words import Text, Word


def is_calendar(text: Text, word: Word, others: OtherWords) -> bool:
    """Whether a word is a weekday or month as dates have it, not a name: "Thu" in "Anh Thu", "Mr March"."""
    day = word.lower in others.weekdays
    if not day and word.lower not in others.months:
        return False
    before, after = text.word(word.i - 1), text.word(word.i + 1)
    if _is_dated(word, before, after):
        return True
    if day and after is not None and after.gap == " " and after.lower in others.months:
        return True  # "Mon Apr 11"
    if day and len(word.text) > 4:
        return not _begins_name(word, before, after, others)
    if len(word.text) > 3 and word.lower not in others.ambiguous_months:
        return True
    if before is None or "\n" in word.gap:
        return False
    if before.lower == "by" and before.gap == "\n" and _begins_name(word, None, after, others):
        return False  # a byline
    return before.lower in others.month_cues


def _is_dated(word: Word, before: Word | None, after: Word | None) -> bool:
    if before and "\n" not in word.gap and before.text[:1].isdigit() and word.gap.strip(" -/.") == "":
        return True
    return bool(
        after and "\n" not in after.gap and after.gap.strip(" ,.-") == "" and after.text[:1].isdigit()
    )


def _begins_name(word: Word, before: Word | None, after: Word | None, others: OtherWords) -> bool:
    if before and "\n" not in word.gap and before.lower in others.month_cues | {"every", "each"}:
        return False
    if after is None or after.gap != " " or not after.capital:
        return False
    return after.tag.startswith("NNP") and after.lower not in others.openers | others.heads
