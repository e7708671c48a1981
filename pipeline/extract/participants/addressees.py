"""Whom an utterance is addressed to where no slot of its verb says so."""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading

_BEFORE = ("at", "before", "with", "to")  # 'sued at the court', 'a complaint against it with the court'
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_REST = 8  # characters that may follow the trigger on a line whose demands stand below: ' to:'


class Addressees:
    """Finds the bodies addressed in one item."""

    def __init__(self, reading: Reading, clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses

    def bodies(self, verb: int, carried: int | None) -> tuple[int, ...]:
        """Bodies behind 'at', 'before', 'with', 'to' in the verb's clause, at most one phrase away from it.

        `carried` is the noun that the verb carries: 'lodged a COMPLAINT against the search with the court'.
        """
        tree, tokens = self._reading.tree, self._reading.tokens
        above = (verb,) if carried is None else (verb, carried)
        near = [i for a in above[1:] for p in tree.children(a, "prep") for i in self._objects(p.i)]
        found: list[int] = []
        for i in self._clauses.phrase(verb):
            prep = tokens[tokens[i].head]
            if tokens[i].dep != "pobj" or prep.text.lower() not in _BEFORE or prep.i < verb:
                continue
            if prep.head in above or (prep.head in near and prep.text.lower() != "to"):
                found += [j for j in self._clauses.conjuncts(i) if self._is_body(j)]
        return tuple(found)

    def below(self, last: int) -> tuple[Agent, ...]:
        """'We call upon:' with lines below that open 'X to do this', 'Y to do that': X and Y.

        `last` is the last token of the trigger.
        """
        reading, end = self._reading, self._reading.tokens[last].end
        if reading.item.text.find("\n", end, end + _REST) < 0:
            return ()
        blocks = reading.item.blocks
        at = bisect_left(blocks, end, key=lambda block: block.end)
        found: dict[Agent, None] = {}
        for block in blocks[at + 1 :]:
            asked = self._asked(reading.tree.at(block.start, block.end))
            if asked is None:
                break
            found.update(dict.fromkeys(asked))
        return tuple(found)

    def _asked(self, line: range) -> tuple[Agent, ...] | None:
        """Those named before the infinitive of a line; None of a line without one."""
        tags = ("TO", *_FINITE)
        stop = next((i for i in line if self._reading.tokens[i].tag in tags), line.stop)
        if stop == line.stop or self._reading.tokens[stop].tag != "TO":
            return None
        names = (self._reading.name_at.get(i) for i in range(line.start, stop))
        return tuple(agent_of(name) for name in names if name is not None and name.is_agent)

    def _objects(self, prep: int) -> tuple[int, ...]:
        return tuple(t.i for t in self._reading.tree.children(prep, "pobj"))

    def _is_body(self, i: int) -> bool:
        """A body, or its seat: 'at the Civil Police station'."""
        inside = [t.i for t in self._reading.tree.children(i, "compound", "poss")]
        return any(self._reading.kind_at(j) == "organization" for j in (i, *inside))
