"""Who signs an item: the names of its last lines."""

from __future__ import annotations

from functools import cached_property

from pipeline.extract.agents import Agent, agent_of
from pipeline.extract.reading import Name, Reading
from pipeline.schema.flow import Block

_SIGNATURE_WORDS = 20  # words that a line of signatures has at most
_SIGNED_AS = 10  # words of a signature with what the signatory is: 'X, chair of the board'


class Signatures:
    """Reads the signatures of one item; `names` are its people and bodies in order."""

    def __init__(self, reading: Reading, names: tuple[Name, ...]) -> None:
        self._reading = reading
        self._agents = names

    @cached_property
    def authors(self) -> tuple[Agent, ...]:
        """Who signs the item: the names of a last line that is little more, else those of the headline."""
        if self.signed:
            return self.signed
        headline = (n for n in self._agents if self._reading.block_kind(n.head) == "headline")
        return tuple(dict.fromkeys(agent_of(n) for n in headline))[:1]

    @cached_property
    def signed(self) -> tuple[Agent, ...]:
        """The names of the last lines, as far up as lines are little more than names."""
        blocks = [block for block in self._reading.item.blocks if block.kind == "body"][1:]
        found: list[Agent] = []
        for block in reversed(blocks):
            named = self._names_of_line(block)
            if not named:
                break
            found = [*named, *found]
        return tuple(dict.fromkeys(found))

    def _names_of_line(self, block: Block) -> tuple[Agent, ...]:
        """Those named in a line that is little more than their names."""
        line = self._reading.tree.at(block.start, block.end)
        words = [i for i in line if self._reading.tokens[i].text[:1].isalpha()]
        named = [self._reading.name_at[i] for i in words if i in self._reading.name_at]
        headed = bool(words) and words[0] in self._reading.name_at and len(words) <= _SIGNED_AS
        prose = any(self._reading.tokens[i].pos in ("VERB", "AUX") for i in words)
        if len(words) > _SIGNATURE_WORDS or (2 * len(named) < len(words) and (prose or not headed)):
            return ()
        return tuple(agent_of(name) for name in named if name.is_agent)
