"""Whom plurals and counts mean: 'they', 'both', 'the five', 'the two mediators'."""

from __future__ import annotations

from pipeline.extract.agents import Agent
from pipeline.extract.coreference import Coreference
from pipeline.extract.discourse import Discourse
from pipeline.extract.reading import Reading
from pipeline.syntax import Token

_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBERS = {"both": 2} | dict(zip(_WORDS, range(2, 13), strict=True))


class GroupReference:
    """Finds the groups of one item that words of it mean."""

    def __init__(self, reading: Reading, coreference: Coreference, discourse: Discourse) -> None:
        self._reading = reading
        self._coreference = coreference
        self._discourse = discourse

    def plural(self, token: Token) -> tuple[Agent, ...]:
        """'They', 'all of them' without names beside: those whom the last event befell, if several."""
        word = token.text.lower()
        if word not in ("they", "them", "their", "all", "both"):
            return ()
        last = self._discourse.befallen_before(token.i)
        beside = range(token.i + 1, min(token.i + 4, self._reading.tree.sentence_of(token.i).stop))
        everyone = word == "all" or any(self._reading.lower(i) in ("all", "both", "each") for i in beside)
        if word == "both" and len(last) != _NUMBERS[word]:
            return self._discourse.befallen(token.i, _NUMBERS[word])
        return last if len(last) > 1 or everyone else ()

    def counts_all(self, token: Token) -> bool:
        """'all five', 'both', 'the three': a number that stands for people told of before."""
        before = self._reading.lower(token.i - 1) if token.i else ""
        return before in ("all", "the") and not self._reading.tree.children(token.i, "prep")

    def counted(self, token: Token) -> tuple[Agent, ...]:
        """'the five': as many as the number says, of those befallen last or named together; else nobody."""
        number = _NUMBERS.get(token.text.lower(), 0)
        told = (self._discourse.befallen_before(token.i), self._coreference.group(token))
        if not number:
            return next((agents for agents in told if agents), ())
        exact = next((a for a in told if len(a) == number), ()) or self._discourse.befallen(token.i, number)
        everyone = token.i > 0 and self._reading.lower(token.i - 1) == "all"
        return exact or (told[0] if everyone and len(told[0]) < number else ())

    def several(self, token: Token) -> tuple[Agent, ...]:
        """'the two mediators', 'both men': as many people as were last told of together."""
        children = self._reading.tree.children(token.i, "nummod", "det")
        words = [t.text.lower() for t in children]
        number = next((_NUMBERS[word] for word in words if word in _NUMBERS), 0)
        if number < 2 or self._reading.tree.children(token.i, "prep", "relcl", "acl"):
            return ()
        told = (self._discourse.befallen_before(token.i), self._coreference.group(token))
        return next((agents for agents in told if len(agents) == number and _are_people(agents)), ())


def _are_people(agents: tuple[Agent, ...]) -> bool:
    return all(kind == "person" for kind, _ in agents)
