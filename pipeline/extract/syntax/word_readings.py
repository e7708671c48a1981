"""As what a token may be read: as verb, noun or adjective, whatever the model's tag."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.forms import base_forms
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_OF_TIME = ("last", "next", "this", "early", "late", "mid", "-", "of")


class WordReadings:
    """The readings of the tokens of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        words = load_words("time")
        self._months, self._before_months = words["month_words"], words["before_months"]

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
        """'the disappeared', 'the first accused', 'a list of fourteen wounded': people, not events."""
        i = token.i - 1
        if token.dep == "pobj" and i >= 0 and self._reading.tokens[i].pos == "NUM":
            return not self.in_headline(token)
        counted = i > 0 and self._reading.tokens[i].pos == "NUM"
        ordinal = i > 0 and self._reading.tokens[i].tag == "JJ" and self._reading.tokens[i].dep == "amod"
        if counted or ordinal:
            i -= 1
        if ordinal and self._reading.lower(i) in ("a", "an"):
            return True  # 'A third accused was acquitted'
        if i > 0 and self._reading.lower(i) == "those" and self._reading.lower(i - 1) == "among":
            return False  # 'Among those beaten was X'
        return i >= 0 and self._reading.lower(i) in ("the", "those", "these", "his", "her", "their")

    def is_month(self, token: Token) -> bool:
        """'24 March', 'since last March', 'March 2012': the month, whether or not a date was read there."""
        if token.text not in self._months:
            return False
        reading, i = self._reading, token.i
        near = [reading.lower(j) for j in range(max(0, i - 3), i)]
        while near[-1:] and near[-1] in _OF_TIME:
            near.pop()
        before = near[-1] if near else ""
        after = reading.lower(i + 1) if i + 1 < len(reading.tokens) else ""
        return before[:1].isdigit() or after[:1].isdigit() or before in self._before_months

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
