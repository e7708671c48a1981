"""What every rule may ask: lexicons, and whether a word can be part of a name."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.recognize.claims import Claims
from pipeline.recognize.lexicon import Lexicon
from pipeline.recognize.words import Text, Word


@dataclass(frozen=True, slots=True)
class Context:
    """An item, the claims on it so far, and the knowledge of names."""

    text: Text
    claims: Claims
    lexicon: Lexicon
    gazetteer: dict[str, str]
    large_cities: frozenset[str]
    given_names: frozenset[str]
    family_names: frozenset[str]
    capitals: frozenset[str]  # words that the corpus writes with a capital inside a sentence, and never small

    @property
    def words(self) -> tuple[Word, ...]:
        return self.text.words

    def is_calendar(self, word: Word) -> bool:
        """Whether a word is a weekday or month as dates have it."""
        others = self.lexicon.others
        if word.lower in others.weekdays:
            return True
        if word.lower not in others.months:
            return False
        if word.lower not in others.ambiguous_months:
            return True
        before, after = self.text.word(word.i - 1), self.text.word(word.i + 1)
        if (
            before
            and before.lower == "by"
            and before.gap == "\n"
            and after
            and after.gap == " "
            and after.capital
        ):
            return False  # a byline
        near_gap = "\n" not in word.gap
        if (
            before
            and near_gap
            and (before.text[:1].isdigit() or before.lower in self.lexicon.others.month_cues)
        ):
            return True
        return bool(
            after and after.gap.strip(" ,.") == "" and "\n" not in after.gap and after.text[:1].isdigit()
        )

    def can_name(self, word: Word | None) -> bool:
        """Whether a word is free and its capital speaks for a name."""
        if word is None or not word.capital or not self.claims.free(word.i):
            return False
        others = self.lexicon.others
        if self.is_calendar(word) or word.lower in others.plain:
            return False
        return not (word.opening and self.is_opener(word))

    def is_opener(self, word: Word) -> bool:
        """Whether a word at the opening of a sentence would be capital anyway."""
        if word.lower in self.lexicon.others.openers:
            return True
        if word.text in self.capitals or word.shouted:
            return False
        return bool(word.tag) and not word.tag.startswith("NNP")

    def run(self, i: int, stop: int | None = None) -> range:
        """Words from i that can name and follow each other with single spaces (or dots after initials)."""
        last = i
        stop = len(self.words) if stop is None else stop
        while last < stop and self.can_name(self.words[last]) and (last == i or self.joined(last)):
            last += 1
        return range(i, last)

    def joined(self, i: int) -> bool:
        """Whether word i follows the word before it inside a name."""
        word, before = self.words[i], self.words[i - 1]
        if before.possessive:
            return False
        return word.gap == " " or (before.initial and word.gap in (". ", "."))

    def place_kind(self, span: range) -> str | None:
        """What the gazetteer calls the words of a span, with or without the dots and article in them."""
        text = self.text.slice(span)
        return self.gazetteer.get(text) or (self._shouted_place(text) if text.isupper() else None)

    def _shouted_place(self, text: str) -> str | None:
        return self.gazetteer.get(text.title()) if len(text) > 3 else None
