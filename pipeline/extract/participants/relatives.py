"""Whom the relative pronoun of a clause stands for: 'the farmers X and Y, who were tried'."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_OF_SEVERAL = frozenset(("were", "are", "have"))  # verbs that tell how many 'who' stands for
_OF_ONE = frozenset(("was", "is", "has"))
_AGENTS = tuple[Agent, ...]


class Relatives:
    """Reads the relative pronouns of one item; `resolve` reads a noun phrase, conjuncts left out or not."""

    def __init__(
        self,
        reading: Reading,
        alone: Callable[[int, int], _AGENTS],
        joined: Callable[[int, int], _AGENTS],
        is_person: Callable[[int], bool],
    ) -> None:
        self._reading = reading
        self._alone, self._joined = alone, joined
        self._is_person = is_person

    def of(self, pronoun: Token, depth: int) -> _AGENTS:
        """Whom 'who', 'which', 'that' at a token mean; none where the clause hangs on no name."""
        who = pronoun.text.lower() == "who"
        verb = next((t for t in self._reading.tree.ancestors(pronoun.i) if t.dep == "relcl"), None)
        if verb is None:
            return self._person_before(pronoun) if who else ()
        found = self._alone(verb.head, depth + 1) or self._described_by(pronoun, verb.head)
        if not who:
            return found
        if several := self._several(pronoun, verb):
            return several
        is_person = any(kind == "person" for kind, _ in found)
        if is_person or self._is_person(verb.head) or self._is_body_acting(pronoun, verb):
            return found
        return self._person_before(pronoun) or found

    def _is_body_acting(self, pronoun: Token, verb: Token) -> bool:
        """'officers of X, who took': not the person named before that."""
        named = verb.head in self._reading.name_at
        acts = pronoun.dep == "nsubj" and verb.lemma != "be"
        return acts and (not named or self._reading.kind_at(verb.head) == "organization")

    def _several(self, pronoun: Token, verb: Token) -> _AGENTS:
        """'the farmers X and Y, who were tried': all of them, where verb or noun is of several."""
        tokens, tree, names = self._reading.tokens, self._reading.tree, self._reading.name_at
        first = tokens[verb.head]
        while first.dep == "conj" and first.i in names:
            first = tokens[first.head]
        rest = [t for t in tree.children(first.i, "conj") if t.i < pronoun.i]
        if first.i not in names or not rest:
            return ()
        helpers = {t.text.lower() for t in tree.children(verb.i, "aux", "auxpass")} | {verb.text.lower()}
        beside = (*tree.children(first.i, "compound", "nmod"), tokens[first.head])
        plural = any(t.tag in ("NNS", "NNPS") for t in beside) and not helpers & _OF_ONE
        return self._joined(first.i, 1) if plural or helpers & _OF_SEVERAL else ()

    def _person_before(self, pronoun: Token) -> _AGENTS:
        """'the trial of X began, who is accused', 'X, founder of Y, who': the person named before it."""
        start = self._reading.tree.sentence_of(pronoun.i).start
        if pronoun.i == start or self._reading.lower(pronoun.i - 1) != ",":
            return ()
        names = (self._reading.name_at.get(i) for i in range(pronoun.i - 1, start - 1, -1))
        people = (n for n in names if n is not None and n.mention.entity_kind == "person")
        return next(((agent_of(name),) for name in people), ())

    def _described_by(self, pronoun: Token, i: int) -> _AGENTS:
        """'X, a student of law who vanished': the person whom the noun before the clause describes."""
        token = self._reading.tokens[i]
        while pronoun.text.lower() == "who" and token.dep in ("appos", "pobj", "prep"):
            token = self._reading.tokens[token.head]
            if self._reading.kind_at(token.i) == "person":
                return (agent_of(self._reading.name_at[token.i]),)
        return ()
