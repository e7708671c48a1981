"""The place of an event: the nearest that its trigger governs, a country only failing that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Name, Reading
from pipeline.syntax import Token

_OF_THINGS = ("of", "from", "to")
_CHAINED = ("in", "at", "near", "on", "outside", "around", "inside", "of", "by")
_LOCATIVE = ("in", "at", "near", "on", "outside", "around", "inside", "from", "to", "into", "of")


class Placing:
    """Finds the places of one item's candidates."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._heads = {i: c.head for c in candidates for i in c.used}
        names = reading.names
        self._places = frozenset(n.head for n in names if n.mention.entity_kind == "place")
        self._owned = self._own()
        self._last: str | None = None

    def _own(self) -> Mapping[int, tuple[Name, ...]]:
        found: dict[int, list[Name]] = {}
        for name in self._reading.names:
            if name.mention.entity_kind != "place":
                continue
            owner = next(
                (self._heads[t.i] for t in self._reading.tree.ancestors(name.head) if t.i in self._heads),
                None,
            )
            key = owner if owner is not None else -1 - self._reading.tree.sentence_of(name.head).start
            found.setdefault(key, []).append(name)
        return {key: tuple(names) for key, names in found.items()}

    def of(self, candidate: Candidate, continued: bool) -> str | None:
        """Id of the place of a candidate; that of the event before it where the scene is `continued`."""
        sentence = self._reading.tree.sentence_of(candidate.head)
        for key in (candidate.head, -1 - sentence.start, *self._other_heads(sentence, candidate.head)):
            place = self._closest(self._owned.get(key, ()))
            if place is not None:
                self._last = place
                return place
        return self._last if continued else None

    def _other_heads(self, sentence: range, head: int) -> tuple[int, ...]:
        """Triggers above this one in its sentence, whose place it shares."""
        above = [t.i for t in self._reading.tree.ancestors(head) if t.i in self._heads and t.i in sentence]
        return tuple(self._heads[i] for i in above)

    def _closest(self, names: Sequence[Name]) -> str | None:
        located = [name for name in names if self._is_locative(name)]
        if not located:
            return None
        return min(located, key=self._width).mention.entity_id

    def _is_locative(self, name: Name) -> bool:
        """Does the place say where something happens, and not whom, what or whose it is about?"""
        token = self._reading.tokens[name.head]
        while token.dep in ("appos", "conj", "compound", "npadvmod") and token.head != token.i:
            token = self._reading.tokens[token.head]
        if token.dep != "pobj":
            return True
        preposition = self._reading.tokens[token.head]
        if preposition.text.lower() not in _LOCATIVE:
            return False
        return self._says_where(preposition, name)

    def _says_where(self, preposition: Token, name: Name) -> bool:
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

    def _width(self, name: Name) -> tuple[int, int]:
        entity = self._reading.entities.get(("place", name.mention.entity_id))
        kinds = {"street": 0, "other": 0, "city": 1, "region": 2, "country": 3}
        return kinds.get(entity.place_kind or "", 1) if entity else 1, name.head
