"""Objects of a verb that is said once: 'sentenced X to four years and his deputy, Y, to two'."""

from __future__ import annotations

from pipeline.extract.syntax.reading import Name, Reading
from pipeline.syntax import Token

_ARTICLES = ("a", "an")


class Gapping:
    """Finds such objects in one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def objects(self, verb: Token) -> tuple[int, ...]:
        """Heads of the people who get an amount of their own after the first amount behind a verb."""
        tokens, found, i = self._reading.tokens, [], verb.i + 1
        stop, counted = self._reading.tree.sentence_of(verb.i).stop, False
        while i < stop and tokens[i].pos not in ("VERB", "AUX") and tokens[i].text not in (";", ":"):
            name = self._reading.name_at.get(i)
            if name is None:
                counted = counted or (tokens[i].pos == "NUM" and i not in self._reading.dated_tokens)
                i += 1
                continue
            if counted and name.mention.entity_kind == "person" and self._gets_amount(name, stop):
                found.append(name.head)
            i = name.tokens.stop
        return tuple(found)

    def _gets_amount(self, name: Name, stop: int) -> bool:
        """True where 'to two', 'two years' or 'a fine' follows the name, over a comma if need be."""
        i = name.tokens.stop
        i += i < stop and self._reading.tokens[i].text == ","
        i += i < stop and self._reading.lower(i) in ("to", "for")
        return i < stop and (self._reading.tokens[i].pos == "NUM" or self._reading.lower(i) in _ARTICLES)
