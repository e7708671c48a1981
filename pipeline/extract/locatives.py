"""Whether a place says where something happens, or whom, what or whose it is about."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.syntax.reading import Name, Reading
from pipeline.syntax import Token

_OF_THINGS = ("of", "from", "to")
_CHAINED = ("in", "at", "near", "on", "outside", "around", "inside", "of", "by", "during")
_LOCATIVE = ("in", "at", "near", "on", "outside", "around", "inside", "from", "to", "into", "of")


class Locatives:
    """Tests the places of one item; `triggers` are the tokens that stand for its candidates."""

    def __init__(self, reading: Reading, triggers: Mapping[int, int]) -> None:
        self._reading = reading
        self._heads = triggers
        self._places = frozenset(n.head for n in reading.names if n.mention.entity_kind == "place")

    def says_where(self, name: Name) -> bool:
        """Does the place say where something happens, and not whom, what or whose it is about?"""
        token = self._reading.tokens[name.head]
        while token.dep in ("appos", "conj", "compound", "npadvmod") and token.head != token.i:
            token = self._reading.tokens[token.head]
        if token.dep != "pobj":
            return True
        preposition = self._reading.tokens[token.head]
        if preposition.text.lower() not in _LOCATIVE:
            return False
        return self._is_of_event(preposition, name)

    def _is_of_event(self, preposition: Token, name: Name) -> bool:
        """False where the phrase belongs to a thing ("civil society in Belarus"), not to what happens."""
        above = self._reading.tokens[preposition.head]
        while above.dep == "pobj" and self._reading.tokens[above.head].text.lower() in _CHAINED:
            above = self._reading.tokens[self._reading.tokens[above.head].head]  # "at a barracks in Kano"
        if above.pos not in ("NOUN", "PROPN") or above.i in self._heads or above.i in self._places:
            return True
        entity = self._reading.entities.get(("place", name.mention.entity_id))
        country = entity is not None and entity.place_kind == "country"
        part = above.dep in ("dobj", "nsubj", "nsubjpass", "attr", "conj", "appos", "ROOT")
        return part and not country and preposition.text.lower() not in _OF_THINGS

    def is_of_clause(self, name: Name) -> bool:
        """'said IN GENEVA', 'said at a briefing IN GENEVA'; not 'called on the court IN GENEVA'."""
        token = self._reading.tokens[name.head]
        while token.dep in ("appos", "conj", "compound") and token.head != token.i:
            token = self._reading.tokens[token.head]
        if token.dep != "pobj":
            return False
        above = self._reading.tokens[self._reading.tokens[token.head].head]
        while above.dep == "pobj" and self._reading.tokens[above.head].text.lower() in _CHAINED:
            above = self._reading.tokens[self._reading.tokens[above.head].head]
        return above.pos in ("VERB", "AUX")
