"""Which person or body of the item a pronoun or a definite description means.

Small and deterministic: gender, recency, subjecthood, and the noun with which a name was
introduced ('the blogger Elnur Qasimli ... the blogger'). Nothing is guessed across items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.extract.frames import load_synonyms, load_words
from pipeline.extract.gender import FEMININE, MASCULINE, gender_of_name, gender_of_noun
from pipeline.extract.reading import Name, Reading
from pipeline.syntax import Token

Agent = tuple[str, str]  # entity kind, entity id

_SUBJECT_BONUS = 1.5
_TOPIC_BONUS = 0.5
_GENDER_BONUS = 1.0
_OFTEN_BONUS = 0.3
_REACH = 6  # sentences back that a pronoun may reach


def agent_of(name: Name) -> Agent:
    """The entity that a name names."""
    return name.mention.entity_kind, name.mention.entity_id


@dataclass(frozen=True, slots=True)
class _Met:
    """A name met in the text: where, whose, and whether as a subject."""

    agent: Agent
    token: int
    sentence: int
    is_subject: bool


class Coreference:
    """Resolves pronouns and descriptions of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = load_words("coreference")
        self._synonyms = load_synonyms()

    @cached_property
    def _met(self) -> tuple[_Met, ...]:
        tree = self._reading.tree
        sentence_at = {i: n for n, sentence in enumerate(tree.sentences) for i in sentence}
        return tuple(
            _Met(agent_of(name), name.head, sentence_at[name.head], self._is_subject(name.head))
            for name in self._reading.names
            if name.is_agent
        )

    def _is_subject(self, i: int) -> bool:
        tokens = self._reading.tokens
        token = tokens[i]
        while token.dep in ("conj", "appos", "compound", "nmod") and token.head != token.i:
            token = tokens[token.head]
        return token.dep in ("nsubj", "nsubjpass")

    @cached_property
    def topic(self) -> Agent | None:
        """The person that the item is headed by: the first in its headline, if any."""
        for name in self._reading.names:
            if name.mention.entity_kind == "person" and self._reading.block_kind(name.head) == "headline":
                return agent_of(name)
        return None

    @property
    def topics(self) -> tuple[Agent, ...]:
        """The topic, if any."""
        return (self.topic,) if self.topic is not None else ()

    @cached_property
    def is_entry(self) -> bool:
        """True for an entry of a list of people: its headline is a name and little else."""
        if self.topic is None:
            return False
        words = [
            t
            for t in self._reading.tokens
            if self._reading.block_kind(t.i) == "headline" and t.text[:1].isalpha()
        ]
        return sum(1 for t in words if t.i not in self._reading.name_at) <= 2

    @cached_property
    def _counts(self) -> Mapping[Agent, int]:
        found: dict[Agent, int] = {}
        for met in self._met:
            found[met.agent] = found.get(met.agent, 0) + 1
        return found

    @cached_property
    def _genders(self) -> Mapping[Agent, str | None]:
        forms: dict[Agent, set[str]] = {}
        shown: dict[Agent, str] = {}
        for name in self._reading.names:
            if name.mention.entity_kind != "person":
                continue
            agent = agent_of(name)
            forms.setdefault(agent, set()).add(name.mention.text)
            gender = self._gender_beside(name)
            if gender is not None:
                shown.setdefault(agent, gender)
        return {agent: shown.get(agent) or gender_of_name(texts) for agent, texts in forms.items()}

    def _gender_beside(self, name: Name) -> str | None:
        nouns = [*self.nouns_beside(name)]
        if name.tokens.start > 0:
            nouns.append(self._reading.lower(name.tokens.start - 1))
        nouns.append(self._reading.lower(name.tokens.start))
        return next((g for noun in nouns if (g := gender_of_noun(noun)) is not None), None)

    def nouns_beside(self, name: Name) -> tuple[str, ...]:
        """Nouns said of a name: before it, in apposition, or as 'X is a notary'."""
        reading, tree = self._reading, self._reading.tree
        found: list[str] = []
        i = name.tokens.start - 1
        while i >= 0 and reading.tokens[i].pos in ("NOUN", "ADJ", "PROPN") and i not in reading.name_at:
            found.append(reading.tokens[i].lemma.lower())
            i -= 1
        for child in tree.children(name.head, "appos", "compound", "nmod"):
            if child.i not in name.tokens and child.i not in reading.name_at:
                found += [child.lemma.lower(), *(t.lemma.lower() for t in tree.children(child.i, "conj"))]
        head = tree.tokens[tree.tokens[name.head].head]
        if tree.tokens[name.head].dep == "appos" and head.pos == "NOUN":
            found.append(head.lemma.lower())
        if tree.tokens[name.head].dep == "nsubj" and head.lemma == "be":
            found += [t.lemma.lower() for t in tree.children(head.i, "attr")]
        return tuple(found)

    @cached_property
    def _introduced(self) -> Mapping[str, tuple[_Met, ...]]:
        """Names by the nouns said of them anywhere in the item."""
        found: dict[str, list[_Met]] = {}
        agents = [name for name in self._reading.names if name.is_agent]
        for met, name in zip(self._met, agents, strict=True):
            for noun in self.nouns_beside(name):
                found.setdefault(noun, []).append(met)
        return {noun: tuple(mets) for noun, mets in found.items()}

    def pronoun(self, token: Token) -> tuple[Agent, ...]:
        """Whom a personal or possessive pronoun means; none where nobody fits."""
        word = token.text.lower()
        if word in self._words["masculine"]:
            return self._person_before(token, MASCULINE)
        if word in self._words["feminine"]:
            return self._person_before(token, FEMININE)
        if word in self._words["neuter"]:
            return self._body_before(token)
        if word in self._words["plural"]:
            return self._group_before(token)
        return ()

    def is_pronoun(self, token: Token) -> bool:
        """True for the third person pronouns that `pronoun` reads."""
        word = token.text.lower()
        return any(word in self._words[kind] for kind in ("masculine", "feminine", "neuter", "plural"))

    def _sentence_number(self, i: int) -> int:
        return next(n for n, sentence in enumerate(self._reading.tree.sentences) if i in sentence)

    def _person_before(self, token: Token, gender: str | None) -> tuple[Agent, ...]:
        here = self._sentence_number(token.i)
        best: tuple[float, int] | None = None
        found: Agent | None = None
        for met in self._met:
            if met.token >= token.i or met.agent[0] != "person" or here - met.sentence > _REACH:
                continue
            known = self._genders.get(met.agent)
            if gender and known and known != gender:
                continue
            if self._is_coargument(met, token):
                continue
            rank = (
                self._salience(met, here) + (_GENDER_BONUS if gender and known == gender else 0.0),
                met.token,
            )
            if best is None or rank > best:
                best, found = rank, met.agent
        return (found,) if found else ()

    def _salience(self, met: _Met, here: int) -> float:
        distance = here - met.sentence
        often = _OFTEN_BONUS * min(self._counts[met.agent] - 1, 3)
        topic = _TOPIC_BONUS if met.agent == self.topic else 0.0
        return -distance + (_SUBJECT_BONUS if met.is_subject else 0.0) + topic + often

    def _is_coargument(self, met: _Met, token: Token) -> bool:
        """'X beat him': him is not X."""
        if token.tag != "PRP" or token.dep in ("nsubj", "nsubjpass"):
            return False
        tokens = self._reading.tokens
        head = tokens[token.head] if tokens[token.head].pos != "ADP" else tokens[tokens[token.head].head]
        return tokens[met.token].head == head.i

    def _body_before(self, token: Token) -> tuple[Agent, ...]:
        here = self._sentence_number(token.i)
        bodies = [
            m
            for m in self._met
            if m.token < token.i and m.agent[0] == "organization" and here - m.sentence <= 2
        ]
        if not bodies:
            return ()
        best = max(bodies, key=lambda met: (self._salience(met, here), met.token))
        return (best.agent,)

    def _group_before(self, token: Token) -> tuple[Agent, ...]:
        """The last coordination of people; failing that, the last body."""
        tokens, here = self._reading.tokens, self._sentence_number(token.i)
        heads: dict[int, list[Agent]] = {}
        for met in self._met:
            if met.token >= token.i or here - met.sentence > 2 or met.agent[0] != "person":
                continue
            top = tokens[met.token]
            while top.dep in ("conj", "appos") and top.head != top.i:
                top = tokens[top.head]
            group = heads.setdefault(top.i, [])
            if met.agent not in group:
                group.append(met.agent)
        groups = [group for group in heads.values() if len(group) > 1]
        return tuple(groups[-1]) if groups else ()

    def description(self, token: Token) -> tuple[Agent, ...]:
        """Whom 'the blogger', 'the committee' means: a name said to be one, or whose kind it is."""
        lemma = token.lemma.lower()
        for noun in (lemma, *self._synonyms.get(lemma, ())):
            introduced = [m for m in self._introduced.get(noun, ()) if m.token < token.i]
            if introduced:
                return (introduced[-1].agent,)
        body = self._body_called(lemma, token)
        if body:
            return body
        if lemma in self._words["generic_persons"]:
            return self._person_described(token)
        return ()

    def _body_called(self, lemma: str, token: Token) -> tuple[Agent, ...]:
        before = [m for m in self._met if m.token < token.i and m.agent[0] == "organization"]
        for met in reversed(before):
            if lemma in self._reading.name_at[met.token].mention.text.lower().replace("’s", "").split():
                return (met.agent,)
        if lemma in self._words["generic_bodies"] and before:
            return (before[-1].agent,)
        return ()

    def _person_described(self, token: Token) -> tuple[Agent, ...]:
        people = [m.agent for m in self._met if m.agent[0] == "person" and m.token < token.i]
        if not people:
            return ()
        if self.topic is not None and self.topic in people:
            return (self.topic,)
        return self._person_before(token, gender_of_noun(token.lemma))
