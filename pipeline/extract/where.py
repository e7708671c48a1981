"""The place of an event: the nearest that its trigger governs, a country only failing that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.candidate import Candidate
from pipeline.extract.reading import Name, Reading

_LOCATIVE = ("in", "at", "near", "on", "outside", "around", "inside", "from", "to", "into", "of")


class Placing:
    """Finds the places of one item's candidates."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._heads = {i: c.head for c in candidates for i in c.used}
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
        token = self._reading.tokens[name.head]
        while token.dep in ("appos", "conj", "compound", "npadvmod") and token.head != token.i:
            token = self._reading.tokens[token.head]
        head = self._reading.tokens[token.head]
        return token.dep != "pobj" or head.text.lower() in _LOCATIVE

    def _width(self, name: Name) -> tuple[int, int]:
        entity = self._reading.entities.get(name.mention.entity_id)
        kinds = {"street": 0, "other": 0, "city": 1, "region": 2, "country": 3}
        return kinds.get(entity.place_kind or "", 1) if entity else 1, name.head
