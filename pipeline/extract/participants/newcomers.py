"""People and bodies of an event that have no name: 'about 200 villagers', 'two of the students'.

Where they stand in a role, nobody told of before is put there in their place.
"""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_PLURAL = ("NNS", "NNPS")
_POINTING = ("the", "this", "that", "these", "those", "both", "all")


class Newcomers:
    """Tells the unnamed of one item."""

    def __init__(self, reading: Reading, classifier: Classifier) -> None:
        self._reading = reading
        self._classifier = classifier
        classes = load_words("classes")
        self._things = classes["premises"] | classes["media"] | classes["property"]

    def fill(self, i: int) -> bool:
        """True where the phrase at token i, which names nobody, still says who: no pronoun, no 'the man'."""
        if not self._are_somebody(i):
            return False
        token = self._reading.tokens[i]
        return token.tag in _PLURAL or not self._is_definite(token)

    def are_new(self, i: int) -> bool:
        """True where the phrase introduces them: 'residents', 'a guard', but not 'the residents'."""
        return self._are_somebody(i) and not self._is_definite(self._reading.tokens[i])

    def _are_somebody(self, i: int) -> bool:
        token = self._reading.tokens[i]
        if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ") or i in self._reading.name_at:
            return False
        if i in self._reading.dated_tokens:
            return False
        is_body = self._classifier.is_body(i) and self._things.isdisjoint(self._reading.lemmas(i))
        return is_body or self._classifier.is_person(i)

    def _is_definite(self, token: Token) -> bool:
        below = self._reading.tree.children(token.i, "det", "predet", "poss")
        if any(t.tag == "PRP$" or t.text.lower() in _POINTING for t in below):
            return True
        return token.i > 0 and self._reading.lower(token.i - 1) in _POINTING
