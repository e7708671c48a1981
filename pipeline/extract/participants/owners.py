"""Whose the things are that a search or a ban befell, where their noun does not say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.phrases import NounPhrases
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_REACH = 2  # sentences back in which the owner was told of
_DEFINITE = ("the", "this", "these", "those", "both", "all")
_PRONOUNS = ("it", "them", "everything")


@dataclass(frozen=True, slots=True)
class _Words:
    """Nouns of things: media and licences (`work`), these and premises, what may have an owner, all."""

    work: frozenset[str]
    lasting: frozenset[str]
    holding: frozenset[str]
    things: frozenset[str]


@cache
def _words() -> _Words:
    classes, chattels = load_words("classes"), load_words("classes")["property"]
    work = (classes["media"] | classes["licence"]) - chattels
    lasting = work | (classes["premises"] - chattels)
    things = lasting | chattels | load_words("coreference")["belongings"]
    return _Words(work, lasting, classes["premises"] | chattels, things)


class Owners:
    """Finds the owners of things of one item."""

    def __init__(
        self,
        reading: Reading,
        clauses: Clauses,
        introductions: Introductions,
        phrases: NounPhrases,
        discourse: Discourse,
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._known = introductions
        self._phrases = phrases
        self._discourse = discourse
        self._words = _words()

    def of(self, candidate: Candidate, found: dict[Agent, str]) -> tuple[Agent, ...]:
        """'entered the office of X and took THE SERVER', 'X was held. THE BOOKS were seized': X.

        None where the thing has an owner of its own, known or not. `found` are other participants.
        """
        verb = self._reading.tokens[candidate.head]
        things = [self._reading.tokens[i] for i in self._clauses.objects(verb, candidate.passive)]
        things = [t for t in things if self._is_thing(t)]
        if not things or any(self._is_owned(t) for t in things):
            return ()
        if agents := self._beside(candidate, things):
            return agents
        if not any(self._is_definite(t) for t in things):
            return ()
        befallen = self._discourse.hit_since(self._start(candidate), candidate.head)
        taken = candidate.kind.on_things == "taken"
        lasting = not taken or any(t.lemma.lower() in self._words.lasting for t in things)
        befallen = tuple(
            agent
            for agent in befallen
            if found.get(agent) != "actor" and (agent[0] == "organization" or not lasting)
        )
        working = any(t.lemma.lower() in self._words.work for t in things)
        return befallen or (self._only_body(candidate, found) if working else ())

    def _is_thing(self, token: Token) -> bool:
        if token.i in self._reading.name_at:
            return False
        return token.text.lower() in _PRONOUNS or token.lemma.lower() in self._words.things

    def _is_owned(self, token: Token) -> bool:
        if self._reading.tree.children(token.i, "poss"):
            return True
        inside = self._clauses.phrases(token.i, "of")  # 'the bookkeeping of three years' is nobody's
        return any(not self._reading.tree.children(i, "nummod") for i in inside)

    def _is_definite(self, token: Token) -> bool:
        below = self._reading.tree.children(token.i, "det", "predet")
        return token.text.lower() == "them" or any(t.text.lower() in _DEFINITE for t in below)

    def _start(self, candidate: Candidate) -> int:
        """First token of the sentences in which an owner may have been told of."""
        here = self._known.sentence_number(candidate.head)
        return self._reading.tree.sentences[max(0, here - _REACH)].start

    def _beside(self, candidate: Candidate, things: list[Token]) -> tuple[Agent, ...]:
        """Whose home, office or other things stand before the verb in its sentence."""
        first = self._reading.tree.sentence_of(candidate.head).start
        apart = {t.i for t in things}
        for i in range(candidate.head - 1, first - 1, -1):
            if i in apart or self._words.holding.isdisjoint(self._reading.lemmas(i)):
                continue
            agents = tuple(a for j in self._owners(i) for a in self._phrases.resolve(j))
            if agents:
                return agents
        return ()

    def _owners(self, i: int) -> Iterator[int]:
        yield from (t.i for t in self._reading.tree.children(i, "poss", "compound", "nmod"))
        yield from self._clauses.phrases(i, "of")

    def _only_body(self, candidate: Candidate, found: dict[Agent, str]) -> tuple[Agent, ...]:
        """The one body named in reach that does nothing here."""
        start = self._start(candidate)
        bodies = {
            met.agent: None
            for met in self._known.before(candidate.head, _REACH)
            if met.token >= start and met.agent[0] == "organization" and met.agent not in found
        }
        return tuple(bodies) if len(bodies) == 1 else ()
