"""Which person or body of the item a pronoun or a definite description means.

Small and deterministic: gender, recency, subjecthood, and the noun with which a name was
introduced ('the blogger Rauf Hasanli ... the blogger'). Nothing is guessed across items.
"""

from __future__ import annotations

from bisect import bisect_left

from pipeline.extract.frames.declared import load_synonyms, load_words
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.body_reference import BodyReference
from pipeline.extract.participants.gender import gender_of_noun
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.person_reference import PersonReference
from pipeline.extract.participants.salience import Salience
from pipeline.extract.syntax.reading import Reading
from pipeline.given_names import FEMININE, MASCULINE
from pipeline.syntax import Token

_DESCRIPTION_REACH = 40  # sentences back that 'the activist' may reach
_REACH = 2  # the same for groups
_KINDS = ("masculine", "feminine", "neuter", "plural")


class Coreference:
    """Resolves pronouns and descriptions of one item."""

    def __init__(self, reading: Reading, introductions: Introductions) -> None:
        self._reading = reading
        self._known = introductions
        salience = Salience(reading, introductions)
        self._persons = PersonReference(reading, introductions, salience)
        self._bodies = BodyReference(reading, introductions, salience)
        self._words = load_words("coreference")
        self._synonyms = load_synonyms()

    def is_pronoun(self, token: Token) -> bool:
        """True for the third person pronouns that `pronoun` reads."""
        return any(token.text.lower() in self._words[kind] for kind in _KINDS)

    def pronoun(self, token: Token) -> tuple[Agent, ...]:
        """Whom a personal or possessive pronoun means; none where nobody fits."""
        word = token.text.lower()
        if word in self._words["masculine"]:
            return self._persons.before(token, MASCULINE)
        if word in self._words["feminine"]:
            return self._persons.before(token, FEMININE)
        if word in self._words["neuter"]:
            return self._bodies.before(token)
        return self._group_before(token) if word in self._words["plural"] else ()

    def group(self, token: Token) -> tuple[Agent, ...]:
        """The last people named together before a token."""
        return self._group_before(token)

    def bodies(self, token: Token, number: int) -> tuple[Agent, ...]:
        """The last so many bodies named together before a token: 'X and Y ... the two organisations'."""
        groups = self._groups_before(token, "organization", _DESCRIPTION_REACH)
        return next((tuple(group) for group in reversed(groups) if len(group) == number), ())

    def office(self, token: Token) -> tuple[Agent, ...]:
        """The body that 'the minister' leads, for words that are said to it."""
        return self._bodies.led_by(token.lemma.lower(), token)

    def description(self, token: Token) -> tuple[Agent, ...]:
        """Whom 'the blogger', 'the committee' means: a name said to be one, or whose kind it is."""
        lemma = token.lemma.lower()
        for noun in (lemma, *self._synonyms.get(lemma, ())):
            introduced = self._known.notes.by_noun.get(noun, ())
            at = bisect_left(introduced, token.i, key=lambda met: met.token)
            if at:
                return (introduced[at - 1].agent,)
        body = self._bodies.called(lemma, token)
        if body or lemma not in self._words["generic_persons"]:
            return body
        topic = self._known.heading.topic
        if topic is not None and any(
            m.agent == topic for m in self._known.before(token.i, _DESCRIPTION_REACH)
        ):
            return (topic,)
        return self._persons.before(token, gender_of_noun(lemma))

    def _group_before(self, token: Token) -> tuple[Agent, ...]:
        """The last coordination of people."""
        groups = self._groups_before(token, "person", _REACH)
        return tuple(groups[-1]) if groups else ()

    def _groups_before(self, token: Token, kind: str, reach: int) -> list[list[Agent]]:
        """Those of a kind named together before a token, within a number of sentences, in order."""
        tokens = self._reading.tokens
        heads: dict[int, list[Agent]] = {}
        for met in reversed([m for m in self._known.before(token.i, reach) if m.agent[0] == kind]):
            top = tokens[met.token]
            while top.dep in ("conj", "appos", "nmod", "compound") and top.head != top.i:
                top = tokens[top.head]
            group = heads.setdefault(top.i, [])
            if met.agent not in group:
                group.append(met.agent)
        return [group for group in heads.values() if len(group) > 1]
