"""As what a token may be read: as verb, noun or adjective, whatever the model's tag."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.syntax.forms import base_forms
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token


class WordReadings:
    """The readings of the tokens of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, token: Token) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The kinds of frame that a token may be tried as, each with the words to look it up by."""
        lemmas = self._reading.lemmas(token.i)
        if token.pos in ("VERB", "AUX"):
            yield "verb", lemmas
            particle = self._reading.tree.children(token.i, "prt")
            if token.tag in ("VBG", "VB", "VBP", "VBZ") and not particle:
                yield "noun", (token.lemma.lower(), token.text.lower(), *lemmas)
        else:
            if token.pos == "NOUN" and self._before_object(token):
                yield "verb", lemmas
            if token.pos in ("NOUN", "PROPN", "ADJ") or "-" in lemmas[0]:
                yield "noun", lemmas
            if (
                token.pos in ("ADJ", "PROPN", "NOUN")
                and base_forms(token.text)
                and not self.has_article(token)
            ):
                yield "verb", (*base_forms(token.text), *lemmas)
            elif token.pos in ("NOUN", "PROPN") and self.in_headline(token):
                yield "verb", lemmas
        yield "adjective", (token.text.lower(),)

    def has_article(self, token: Token) -> bool:
        """'the disappeared', 'the first accused': people, not events."""
        i = token.i - 1
        if i > 0 and self._reading.tokens[i].tag == "JJ" and self._reading.tokens[i].dep == "amod":
            i -= 1
        return i >= 0 and self._reading.lower(i) in ("the", "those", "these", "his", "her", "their")

    def _before_object(self, token: Token) -> bool:
        """'Police search the office': a noun right before a determiner was a verb."""
        after = token.i + 1
        if after >= len(self._reading.tokens) or token.i == self._reading.tree.sentence_of(token.i).start:
            return False
        before = self._reading.tokens[token.i - 1]
        if before.pos in ("DET", "ADJ", "ADP", "NUM") or before.tag in ("PRP$", "POS"):
            return False
        return self._reading.tokens[after].text.lower() in ("the", "a", "an", "his", "her", "their")

    def in_headline(self, token: Token) -> bool:
        """Headlines are read freely: the model errs there, and they tell of events."""
        return self._reading.block_kind(token.i) == "headline"
