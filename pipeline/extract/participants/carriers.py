"""The body behind a noun through which it acts: 'the X mission', 'officers of X', 'its inspectors'."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, agent_of
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.descriptions import Descriptions
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token


class Carriers:
    """Finds the bodies behind nouns of one item."""

    def __init__(
        self, reading: Reading, clauses: Clauses, coreference: Coreference, descriptions: Descriptions
    ) -> None:
        self._reading = reading
        self._clauses = clauses
        self._coreference = coreference
        self._descriptions = descriptions
        words = load_words("coreference")
        self._carriers, self._addressees = words["carriers"], words["addressees"]
        self._speaking_for, self._secretaries = words["speaking_for"], words["secretaries"]
        self._instruments, self._representatives = words["instruments"], words["representatives"]

    def body(self, token: Token, addressed: bool) -> tuple[Agent, ...]:
        """The body behind 'the X mission', 'observers of X'; 'the head of X' only if addressed."""
        lemma = token.lemma.lower()
        if lemma in self._instruments:
            heads = [
                *self._clauses.phrases(token.i, "of"),
                *(t.i for t in self._reading.tree.children(token.i, "poss")),
            ]
            return next((agents for i in heads if (agents := self._body_at(i))), ())
        if addressed and lemma == "conference":  # 'told a press conference of X': said at X's, not to X
            return ()
        one_person = token.tag == "NN" and lemma in self._addressees - self._speaking_for
        if lemma not in self._carriers | self._addressees or (one_person and not addressed):
            return ()
        owners = self._reading.tree.children(token.i, "poss")
        if token.tag == "NNS" and owners and owners[0].text.lower() == "its":
            return self._coreference.pronoun(owners[0])
        heads = [t.i for t in self._reading.tree.children(token.i, "compound", "nmod", "poss", "amod")]
        heads += [
            i
            for preposition in ("of", "from", "at", "for")
            for i in self._clauses.phrases(token.i, preposition)
        ]
        bodies = next((agents for i in heads if (agents := self._bodies_at(i))), ())
        return bodies or (self._holder(token) if lemma in self._secretaries else ())

    def _holder(self, office: Token) -> tuple[Agent, ...]:
        """'X's OFFICE has asked', 'the office of X': the person who acts through it."""
        heads = (
            *(t.i for t in self._reading.tree.children(office.i, "poss")),
            *self._clauses.phrases(office.i, "of"),
        )
        names = (self._reading.name_at.get(i) for i in heads)
        return next(
            ((agent_of(n),) for n in names if n is not None and n.mention.entity_kind == "person"), ()
        )

    def _bodies_at(self, i: int) -> tuple[Agent, ...]:
        """The organisations joined at token i: 'diplomats of X and Y'."""
        found = (agent for j in self._clauses.conjuncts(i) for agent in self._body_at(j))
        return tuple(dict.fromkeys(found))

    def represented(self, token: Token) -> tuple[Agent, ...]:
        """'a reporter of X', not 'the reporter': the body for which somebody without a name comes."""
        articles = (t.text.lower() for t in self._reading.tree.children(token.i, "det"))
        sent = token.lemma.lower() in self._representatives and any(a in ("a", "an") for a in articles)
        return self.body(token, True) if sent else ()

    def _body_at(self, i: int) -> tuple[Agent, ...]:
        """The organisation at token i or right below it."""
        tree = self._reading.tree
        if self._reading.kind_at(i) is None and (described := self._descriptions.of(tree.tokens[i])):
            return tuple(agent for agent in described if agent[0] == "organization")
        called = ("oprd", "dobj", "attr") if tree.tokens[i].pos == "VERB" else ()
        below = tree.children(i, "appos", "compound", *called)  # 'of what calls itself the X'
        inner = (t.i for b in below for t in tree.children(b.i, "compound"))  # 'the X police unit'
        near = (i, *self._clauses.phrases(i, "of"), *(t.i for t in below), *inner)
        named = next((j for j in near if self._reading.kind_at(j) == "organization"), None)
        return (agent_of(self._reading.name_at[named]),) if named is not None else ()
