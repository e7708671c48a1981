"""Sentences that leave the scene told of before them: 'In Brest, ...', 'In a separate case ...'."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Name, Reading

_LOCATIVE = ("in", "at", "near", "outside", "around")
_WITHIN = 6  # tokens after the preposition in which its place stands: 'In the nearby town of Brest'


class Departures:
    """Tests sentences of one item by how they begin."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._openings = tuple(sorted(load_words("time")["elsewhere"]))

    def leaves(self, i: int, scene: int) -> bool:
        """True where the sentence of token i begins at a place not named since token `scene`, or apart."""
        sentence = self._reading.tree.sentence_of(i)
        if sentence.start <= scene:
            return False
        opening = self._reading.text(sentence.start, sentence.stop - 1).lower()
        if opening.startswith(self._openings):
            return True
        place = self._opening_place(sentence)
        if place is None:
            return False
        before = (n.mention.entity_id for n in self._reading.names if scene <= n.head < sentence.start)
        return place not in before

    def _is_wide(self, name: Name) -> bool:
        """False for a street or building, which may lie where the scene is."""
        entity = self._reading.entities.get(("place", name.mention.entity_id))
        return entity is not None and entity.place_kind in ("city", "region", "country")

    def _opening_place(self, sentence: range) -> str | None:
        """The place in front of a sentence: 'IN BREST, ...', 'In the village of FILO ...'."""
        if self._reading.lower(sentence.start) not in _LOCATIVE:
            return None
        for i in range(sentence.start + 1, min(sentence.start + _WITHIN, sentence.stop)):
            if (name := self._reading.name_at.get(i)) is not None:
                return name.mention.entity_id if self._is_wide(name) else None
            if self._reading.tokens[i].pos in ("VERB", "AUX", "PUNCT", "PRON"):
                return None
        return None
