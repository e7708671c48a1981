"""Whom plurals and counts mean: 'they', 'both', 'the five', 'the two mediators'."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.name_lists import NameLists
from pipeline.extract.syntax.counts import counted_by, number_of
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SEVERAL = 2
_COUNTS_BACK = 20  # counts back that 'the five' may reach


class GroupReference:
    """Finds the groups of one item that words of it mean."""

    def __init__(
        self, reading: Reading, coreference: Coreference, discourse: Discourse, lists: NameLists
    ) -> None:
        self._reading = reading
        self._coreference = coreference
        self._discourse = discourse
        self._lists = lists
        self._bodies = load_words("coreference")["own_bodies"]

    def plural(self, token: Token) -> tuple[Agent, ...]:
        """'They', 'all of them' without names beside: those whom the last event befell, if several."""
        word = token.text.lower()
        if word not in ("they", "them", "their", "all", "both"):
            return ()
        last = self._discourse.befallen_before(token.i)
        beside = range(token.i + 1, min(token.i + 4, self._reading.tree.sentence_of(token.i).stop))
        everyone = word == "all" or any(self._reading.lower(i) in ("all", "both", "each") for i in beside)
        if word == "both" and len(last) != number_of(word):
            return self._of_number(token, 2)
        return last if len(last) > 1 or everyone else ()

    def counts_all(self, token: Token) -> bool:
        """'all five', 'both', 'the three': a number that stands for people told of before."""
        before = self._reading.lower(token.i - 1) if token.i else ""
        return before in ("all", "the") and not self._reading.tree.children(token.i, "prep")

    def counted(self, token: Token) -> tuple[Agent, ...]:
        """'the five': as many as the number says, of those befallen last or named together; else nobody."""
        number = number_of(token.text.lower())
        last = self._discourse.befallen_before(token.i)
        if number is None or number < _SEVERAL:
            return last or self._coreference.group(token)
        everyone = token.i > 0 and self._reading.lower(token.i - 1) == "all"
        return self._of_number(token, number) or (last if everyone and len(last) < number else ())

    def several(self, token: Token) -> tuple[Agent, ...]:
        """'the two mediators', 'both men': as many people as were last told of together."""
        number = counted_by(self._reading, token)
        if number is None or number < _SEVERAL:
            return ()
        if self._reading.tree.children(token.i, "prep", "relcl", "acl"):
            return ()
        if token.lemma.lower() in self._bodies:
            return self._coreference.bodies(token, number)
        found = self._of_number(token, number)
        return found if _are_people(found) else ()

    def _of_number(self, token: Token, number: int) -> tuple[Agent, ...]:
        """Those told of before that are so many, or that a count of so many introduced."""
        together = self._coreference.group(token)
        told = (self._discourse.befallen_before(token.i), together)
        exact = next((agents for agents in told if len(agents) == number), ())
        return (
            exact
            or self._introduced(token, number)
            or self._discourse.befallen_together(token.i, number)
            or self._discourse.befallen(token.i, number)
        )

    def _introduced(self, token: Token, number: int) -> tuple[Agent, ...]:
        """'Five farmers were arrested, among them X. The five ...': those whom the first count named."""
        at = bisect_left(self._counts, token.i, key=lambda count: count[0])
        before = reversed(self._counts[max(0, at - _COUNTS_BACK) : at])
        return next((named for _, said, named in before if said == number), ())

    @cached_property
    def _counts(self) -> tuple[tuple[int, int, tuple[Agent, ...]], ...]:
        """Counts of people that name some of them: token, number, those named."""
        found = []
        for token in self._reading.tokens:
            if token.tag not in ("NNS", "NNPS", "CD") or token.dep == "nummod":
                continue
            number = counted_by(self._reading, token)
            if number is not None and number >= _SEVERAL and (named := self._lists.listed(token)):
                found.append((token.i, number, named))
        return tuple(found)


def _are_people(agents: tuple[Agent, ...]) -> bool:
    return all(kind == "person" for kind, _ in agents)
