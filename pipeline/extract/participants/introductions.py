"""The people and bodies that an item names: where, as what, of which gender."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property

from pipeline.extract.participants.agents import Agent, Met, agent_of, is_subject
from pipeline.extract.participants.headings import Heading
from pipeline.extract.participants.name_notes import NameNotes
from pipeline.extract.participants.signatures import Signatures
from pipeline.extract.syntax.reading import Name, Reading


class Introductions:
    """What one item says of its people and bodies by naming them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._agents: tuple[Name, ...] = tuple(name for name in reading.names if name.is_agent)
        self.heading = Heading(reading, self._agents)
        self.signatures = Signatures(reading, self._agents)
        self._numbers = {sentence.start: n for n, sentence in enumerate(reading.tree.sentences)}

    def sentence_number(self, i: int) -> int:
        """Number of the sentence of token i, from 0."""
        return self._numbers[self._reading.tree.sentence_of(i).start]

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """Names of people and bodies in order."""
        return tuple(
            Met(
                agent_of(name),
                name.head,
                self.sentence_number(name.head),
                is_subject(self._reading, name.head),
            )
            for name in self._agents
        )

    @cached_property
    def counts(self) -> Mapping[Agent, int]:
        """How often each is named."""
        found: dict[Agent, int] = {}
        for met in self.met:
            found[met.agent] = found.get(met.agent, 0) + 1
        return found

    @cached_property
    def notes(self) -> NameNotes:
        """What the words beside the names say."""
        return NameNotes(self._reading, self._agents, self.met)

    @cached_property
    def _tokens_met(self) -> tuple[int, ...]:
        return tuple(met.token for met in self.met)

    def before(self, i: int, reach: int) -> Iterator[Met]:
        """Names before token i, the nearest first, back to a number of sentences."""
        here = self.sentence_number(i)
        for at in range(bisect_left(self._tokens_met, i) - 1, -1, -1):
            met = self.met[at]
            if here - met.sentence > reach:
                return
            yield met
