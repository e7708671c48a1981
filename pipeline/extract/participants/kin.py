"""Whom 'his son', 'her client' mean beside 'X's father', 'X's lawyer': the other side of a relation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SIDES = (("parents", "children"), ("spouses", "spouses"), ("siblings", "siblings"), ("counsel", "clients"))
_OWNING = ("of", "for")


@cache
def _other_sides() -> Mapping[str, frozenset[str]]:
    """The nouns on the other side of the relation that a noun names."""
    words = load_words("coreference")
    found: dict[str, frozenset[str]] = {}
    for one, other in (*_SIDES, *((b, a) for a, b in _SIDES)):
        for noun in words[one]:
            found[noun] = found.get(noun, frozenset()) | words[other]
    return found


class Kin:
    """Reads such relations in one item."""

    def __init__(self, reading: Reading, coreference: Coreference) -> None:
        self._reading = reading
        self._coreference = coreference
        self._clauses = Clauses(reading)

    def of(self, token: Token) -> tuple[Agent, ...]:
        """The owner of the nearest noun before for the other side: 'X's wife ... her husband' is X."""
        others = _other_sides().get(token.lemma.lower())
        tree = self._reading.tree
        if others is None or not any(t.tag == "PRP$" for t in tree.children(token.i, "poss")):
            return ()
        here = tree.sentence_of(token.i)
        start = tree.sentence_of(here.start - 1).start if here.start else here.start
        for i in range(token.i - 1, start - 1, -1):
            if self._reading.tokens[i].lemma.lower() in others and (owner := self._owner(i)):
                return owner
        return ()

    def _owner(self, i: int) -> tuple[Agent, ...]:
        """X in 'X's father', 'the lawyer of X', and whom 'his' means in 'his father'."""
        poss = self._reading.tree.children(i, "poss")
        heads = [t.i for t in poss] + [j for p in _OWNING for j in self._clauses.phrases(i, p)]
        for head in heads:
            name = self._reading.name_at.get(head)
            if name is not None and name.mention.entity_kind == "person":
                return (agent_of(name),)
        pronoun = next((t for t in poss if t.tag == "PRP$"), None)
        return self._coreference.pronoun(pronoun) if pronoun is not None else ()
