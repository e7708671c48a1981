"""The place of an event: the nearest that its trigger governs, a country only failing that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.locatives import Locatives
from pipeline.extract.syntax.reading import Name, Reading

_MANY = 32  # places of one sentence that are looked at; a list of more tells nothing
_CLAUSES = ("relcl", "advcl", "ccomp", "acl", "conj")
_REACH = 8  # tokens behind an authority in which the place stands that it is of
_OPENING = 3  # sentences at an item's start that may be its day and its place


class Placing:
    """Finds the places of one item's candidates."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._heads = {i: c.head for c in candidates for i in c.used}
        names = reading.names
        self._locatives = Locatives(reading, self._heads)
        self._owned = self._own()
        self._last: str | None = None
        self._authorities = load_words("where")["authorities"]
        self._in_sentence: dict[int, list[Name]] = {}
        for name in names:
            if name.mention.entity_kind == "place":
                start = reading.tree.sentence_of(name.head).start
                self._in_sentence.setdefault(start, []).append(name)

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

    def of(self, candidate: Candidate, dated_by: str) -> str | None:
        """Id of the place of a candidate, whose date the rule `dated_by` gave.

        Where the scene of the event before is continued, so is its place; what an entry tells has the place
        that stands alone before it: "5 November. Goma. The court ...".
        """
        sentence = self._reading.tree.sentence_of(candidate.head)
        others = self._other_heads(sentence, candidate.head)
        for key in (candidate.head, -1 - sentence.start, *others):
            names = self._owned.get(key, ())
            if candidate.is_utterance:
                names = tuple(name for name in names if self._locatives.is_of_clause(name))
            place = self._closest(names)
            if place is not None:
                self._last = place
                return place
        near = self._of_parts(candidate, sentence)
        if near is None and not candidate.is_utterance:
            near = self._of_authority(candidate)
        if near is not None:
            return near
        if dated_by == "entry":
            return self._above
        return self._last if dated_by == "continued" else None

    def _of_parts(self, candidate: Candidate, sentence: range) -> str | None:
        """'broke up a march IN FES', 'held at a sit-in IN FES': the one place of what it is done to."""
        names = self._in_sentence.get(sentence.start, ())
        found = {
            name.mention.entity_id
            for name in names[:_MANY]
            if self._is_below(name, candidate.head) and self._locatives.says_where(name)
            if not candidate.is_utterance or self._locatives.is_of_clause(name)
        }
        return found.pop() if len(found) == 1 else None

    def _of_authority(self, candidate: Candidate) -> str | None:
        """'The council OF RUIRU banned it', 'a magistrate IN MONGU': where they are in charge."""
        tree, verb = (
            self._reading.tree,
            candidate.carrier if candidate.carrier is not None else candidate.head,
        )
        doers = [*tree.children(verb, "nsubj")]
        for agent in tree.children(verb, "agent"):
            doers += tree.children(agent.i, "pobj")
        for noun in doers:
            if noun.lemma.lower() not in self._authorities:
                continue
            below = range(noun.i + 1, min(noun.i + _REACH, tree.sentence_of(noun.i).stop))
            for i in below:
                name = self._reading.name_at.get(i)
                if tree.tokens[i].pos in ("VERB", "AUX") or (name and name.is_agent):
                    break
                if name is not None and self._reading.lower(name.tokens.start - 1) in ("of", "in"):
                    return name.mention.entity_id
        return None

    def _is_below(self, name: Name, head: int) -> bool:
        """True where a place stands below a trigger and in no clause of its own."""
        for token in self._reading.tree.ancestors(name.head):
            if token.i == head:
                return True
            if token.dep in _CLAUSES or token.pos in ("VERB", "AUX"):
                return False
        return False

    @cached_property
    def _above(self) -> str | None:
        """The place that is all that the first sentence of the text says, or stands in its line of date."""
        reading = self._reading
        for sentence in reading.tree.sentences[:_OPENING]:
            names = {reading.name_at[i].mention for i in sentence if i in reading.name_at}
            bare = all(
                i in reading.name_at
                or i in reading.dated_tokens
                or reading.tokens[i].pos in ("PUNCT", "SYM", "SPACE")
                for i in sentence
            )
            if not bare:
                return None
            found = [m.entity_id for m in names if m.entity_kind == "place"]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _other_heads(self, sentence: range, head: int) -> tuple[int, ...]:
        """Triggers above this one in its sentence, whose place it shares."""
        above = [t.i for t in self._reading.tree.ancestors(head) if t.i in self._heads and t.i in sentence]
        return tuple(self._heads[i] for i in above)

    def _closest(self, names: Sequence[Name]) -> str | None:
        located = [name for name in names if self._locatives.says_where(name)]
        if not located:
            return None
        return min(located, key=self._width).mention.entity_id

    def _width(self, name: Name) -> tuple[int, int]:
        entity = self._reading.entities.get(("place", name.mention.entity_id))
        kinds = {"street": 0, "other": 0, "city": 1, "region": 2, "country": 3}
        return kinds.get(entity.place_kind or "", 1) if entity else 1, name.head
