"""People and bodies as agents, and where an item names them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.syntax.reading import Name, Reading

Agent = tuple[str, str]  # entity kind, entity id


def agent_of(name: Name) -> Agent:
    """The entity that a name names."""
    return name.mention.entity_kind, name.mention.entity_id


@dataclass(frozen=True, slots=True)
class Met:
    """A name met in the text: where (its head token, the number of its sentence), whose, in which part."""

    agent: Agent
    token: int
    sentence: int
    is_subject: bool


def is_subject(reading: Reading, i: int) -> bool:
    """True where the name at token i, or what it is joined to, is the subject of a verb."""
    tokens = reading.tokens
    token = tokens[i]
    while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
        token = tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass")
