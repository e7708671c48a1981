"""Whom an item is headed by: the person of an entry, of a row of a table, of a headline."""

from __future__ import annotations

from functools import cached_property

from pipeline.extract.participants.agents import Agent, agent_of, is_subject
from pipeline.extract.syntax.reading import Name, Reading

_ROW_WORDS = 1  # words besides dates before the name that opens a row: a title
_ENTRY_WORDS = 2  # words besides the name in the headline of a list's entry ('X - DIED')


class Heading:
    """Reads the heading of one item; `names` are its people and bodies in order."""

    def __init__(self, reading: Reading, names: tuple[Name, ...]) -> None:
        self._reading = reading
        self._agents = names

    @cached_property
    def topic(self) -> Agent | None:
        """The person that the item is headed by: the first in its headline, or who opens a row of a table."""
        people = (name for name in self._agents if name.mention.entity_kind == "person")
        headed = next((agent_of(n) for n in people if self._reading.block_kind(n.head) == "headline"), None)
        return headed or self._row_person

    @property
    def _row_person(self) -> Agent | None:
        """'Ana Lopez | arrested 3 May | fined': whose name opens an item without headline or prose."""
        return self._row_people[0] if self._row_people else None

    @cached_property
    def _row_people(self) -> tuple[Agent, ...]:
        """The people whose names open such an item, before its dates and places only."""
        reading = self._reading
        name = next((n for n in self._agents if n.mention.entity_kind == "person"), None)
        if name is None or any(block.kind == "headline" for block in reading.item.blocks):
            return ()
        before = [i for i in range(name.tokens.start) if i not in reading.dated_tokens]
        words = [i for i in before if reading.tokens[i].text[:1].isalpha() and not self._is_place(i)]
        if len(words) > _ROW_WORDS or self._is_of_prose(name):
            return ()
        return tuple(dict.fromkeys(agent_of(n) for n in self._on_line_of(name)))

    def _is_place(self, i: int) -> bool:
        return self._reading.kind_at(i) == "place"

    def _on_line_of(self, first: Name) -> tuple[Name, ...]:
        """The people named in the cell or line that a name opens, up to its first verb."""
        reading, found, stop = self._reading, [first], len(self._reading.tokens)
        line = next((b.end for b in reading.item.blocks if b.start <= first.mention.start < b.end), 0)
        i = first.tokens.stop
        while i < stop and reading.tokens[i].start < line and not self._ends_cell(i):
            name = reading.name_at.get(i)
            if name is not None and name.mention.entity_kind == "person":
                found.append(name)
            i = name.tokens.stop if name is not None else i + 1
        return tuple(found)

    def _ends_cell(self, i: int) -> bool:
        token = self._reading.tokens[i]
        return token.text == "|" or token.text[:1] == "\t" or token.pos in ("VERB", "AUX")

    def _is_of_prose(self, name: Name) -> bool:
        """True where the name is the subject of a verb with its auxiliary, or of one in the present."""
        tokens, tree = self._reading.tokens, self._reading.tree
        stop = min(name.tokens.stop, len(tokens) - 1)
        if tokens[stop].tag == "POS":
            return True
        if tokens[stop].pos in ("VERB", "AUX") and tokens[stop].tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
        verb = tokens[tokens[name.head].head]
        if not is_subject(self._reading, name.head):
            return False
        return verb.tag in ("VBZ", "VBP") or bool(tree.children(verb.i, "aux", "auxpass"))

    @property
    def topics(self) -> tuple[Agent, ...]:
        """The topic, if any; all whom the headline names where it is a list of names."""
        if self.topic is None:
            return ()
        if self._row_people:
            return self._row_people
        headed = (n for n in self._agents if self._reading.block_kind(n.head) == "headline")
        people = dict.fromkeys(agent_of(n) for n in headed if n.mention.entity_kind == "person")
        return tuple(people) if self.is_entry and len(people) > 1 else (self.topic,)

    @property
    def entry_topics(self) -> tuple[Agent, ...]:
        """The topics of an entry of a list of people; none of other items."""
        return self.topics if self.is_entry else ()

    @cached_property
    def is_entry(self) -> bool:
        """True for an entry of a list of people: its headline is a name and little else."""
        if self.topic is None:
            return False
        if self._row_person is not None:
            return True
        headline = (t for t in self._reading.tokens if self._reading.block_kind(t.i) == "headline")
        beside, inside = 0, False
        for t in headline:
            inside = t.text == "(" or (inside and t.text != ")")
            beside += t.text[:1].isalpha() and t.i not in self._reading.name_at and not inside
        return beside <= _ENTRY_WORDS  # 'X ("the poet of Sur")': what stands in parentheses counts for none
