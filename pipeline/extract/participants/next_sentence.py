"""Names that the sentence after a count gives: 'Five farmers were arrested. Among them is X.'"""

from __future__ import annotations

from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.syntax.counts import counted_by, number_of
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_REST = frozenset(("other", "others", "rest", "remaining"))


def people_between(reading: Reading, start: int, stop: int) -> tuple[Agent, ...]:
    """The people named from token `start` to `stop`, up to the first verb, semicolon or full stop."""
    found: list[Agent] = []
    i = start
    while i < stop:
        name, token = reading.name_at.get(i), reading.tokens[i]
        if name is not None:
            if name.mention.entity_kind == "person" and agent_of(name) not in found:
                found.append(agent_of(name))
            i = name.tokens.stop
            continue
        if token.pos in ("VERB", "AUX") or token.text in (";", "."):
            break
        i += 1
    return tuple(found)


class NextSentence:
    """Reads the sentences after counts in one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def of(self, token: Token, start: int) -> tuple[Agent, ...]:
        """Those of the people counted at `token` whom the sentence from token `start` on names."""
        tokens = self._reading.tokens
        if start + 2 >= len(tokens):
            return ()
        stop = self._reading.tree.sentence_of(start).stop
        if self._opens_with_them(start):
            return people_between(self._reading, start + 3, stop)
        if self._is_part(start):
            return self._first_people(start + 2, stop)
        return self._first_people(start, stop) if self._tells_of_rest(token, start, stop) else ()

    def _opens_with_them(self, start: int) -> bool:
        """'Among them is X', 'They are X and Y'."""
        first, second = self._reading.lower(start), self._reading.lower(start + 1)
        if first not in ("among", "they"):
            return False
        if second not in ("them", "are", "were", "include", "included"):
            return False
        return second != "them" or self._reading.tokens[start + 2].lemma in ("be", ",")

    def _is_part(self, start: int) -> bool:
        """'One of the dead was identified as X', 'Two of them, X and Y, ...'."""
        counts = self._reading.tokens[start].pos == "NUM" or self._reading.lower(start) in ("some", "both")
        return counts and self._reading.lower(start + 1) == "of"

    def _tells_of_rest(self, token: Token, start: int, stop: int) -> bool:
        """'X and Y were led away; the other three were let go': as many as the count, all in all."""
        if self._reading.name_at.get(start) is None:
            return False
        rest = (i for i in range(start + 1, stop) if self._reading.lower(i) in _REST)
        at = next(rest, None)
        if at is None:
            return False
        around = (self._reading.lower(i) for i in (at - 1, at + 1) if i < stop)
        others = next((n for word in around if (n := number_of(word)) is not None), None)
        number = counted_by(self._reading, token)
        named = len(people_between(self._reading, start, stop))
        return number is None or others is None or named + others == number

    def _first_people(self, start: int, stop: int) -> tuple[Agent, ...]:
        """The people of the first names in a stretch, with those joined to them."""
        for i in range(start, stop):
            name = self._reading.name_at.get(i)
            if name is not None and name.mention.entity_kind == "person":
                return people_between(self._reading, i, stop)
        return ()
