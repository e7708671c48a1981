"""Which person or body of the item a pronoun or a definite description means.

Small and deterministic: gender, recency, subjecthood, and the noun with which a name was
introduced ('the blogger Rauf Hasanli ... the blogger'). Nothing is guessed across items.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from pipeline.extract.frames import load_synonyms, load_words
from pipeline.extract.gender import gender_of_noun
from pipeline.extract.introductions import Agent, Introductions, Met
from pipeline.extract.reading import Reading
from pipeline.given_names import FEMININE, MASCULINE
from pipeline.syntax import Token

_SUBJECT_BONUS = 1.5
_TOPIC_BONUS = 0.5
_GENDER_BONUS = 1.0
_RELATED_MALUS = 1.0  # for those told of as another's, and for officials, where the pronoun does not speak
_OFTEN_BONUS = 0.3  # for each further time that a person is named, up to three
_PERSON_REACH = 6  # sentences back that a pronoun for a person may reach
_DESCRIPTION_REACH = 40  # the same for 'the committee', 'the activist'
_REACH = 2  # the same for bodies and groups
_KINDS = ("masculine", "feminine", "neuter", "plural")


class Coreference:
    """Resolves pronouns and descriptions of one item."""

    def __init__(self, reading: Reading, introductions: Introductions) -> None:
        self._reading = reading
        self._known = introductions
        self._words = load_words("coreference")
        self._synonyms = load_synonyms()

    @cached_property
    def _tokens_met(self) -> tuple[int, ...]:
        return tuple(met.token for met in self._known.met)

    @cached_property
    def _officials(self) -> frozenset[Agent]:
        """Those named as judges, prosecutors and the like: what befalls somebody seldom befalls them."""
        nouns = self._words["officials"]
        return frozenset(
            met.agent for noun, mets in self._known.by_noun.items() if noun in nouns for met in mets
        )

    def is_pronoun(self, token: Token) -> bool:
        """True for the third person pronouns that `pronoun` reads."""
        return any(token.text.lower() in self._words[kind] for kind in _KINDS)

    def pronoun(self, token: Token) -> tuple[Agent, ...]:
        """Whom a personal or possessive pronoun means; none where nobody fits."""
        word = token.text.lower()
        if word in self._words["masculine"]:
            return self._person_before(token, MASCULINE)
        if word in self._words["feminine"]:
            return self._person_before(token, FEMININE)
        if word in self._words["neuter"]:
            return self._body_before(token)
        return self._group_before(token) if word in self._words["plural"] else ()

    def group(self, token: Token) -> tuple[Agent, ...]:
        """The last people named together before a token."""
        return self._group_before(token)

    def description(self, token: Token) -> tuple[Agent, ...]:
        """Whom 'the blogger', 'the committee' means: a name said to be one, or whose kind it is."""
        lemma = token.lemma.lower()
        for noun in (lemma, *self._synonyms.get(lemma, ())):
            introduced = self._known.by_noun.get(noun, ())
            at = bisect_left(introduced, token.i, key=lambda met: met.token)
            if at:
                return (introduced[at - 1].agent,)
        body = self._body_called(lemma, token)
        if body or lemma not in self._words["generic_persons"]:
            return body
        topic = self._known.topic
        if topic is not None and any(m.agent == topic for m in self._before(token, _DESCRIPTION_REACH)):
            return (topic,)
        return self._person_before(token, gender_of_noun(lemma))

    def _before(self, token: Token, reach: int) -> Iterator[Met]:
        """Names before a token, the nearest first, back to a number of sentences."""
        here = self._known.sentence_number(token.i)
        for at in range(bisect_left(self._tokens_met, token.i) - 1, -1, -1):
            met = self._known.met[at]
            if here - met.sentence > reach:
                return
            yield met

    def _person_before(self, token: Token, gender: str | None) -> tuple[Agent, ...]:
        best: tuple[float, int] | None = None
        found: tuple[Agent, ...] = ()
        for met in self._before(token, _PERSON_REACH):
            known = self._known.genders.get(met.agent)
            if met.agent[0] != "person" or (gender and known and known != gender):
                continue
            if self._is_coargument(met, token):
                continue
            agrees = _GENDER_BONUS if gender and known == gender else 0.0
            rank = (self._salience(met, token) + agrees, met.token)
            if best is None or rank > best:
                best, found = rank, (met.agent,)
        return found or self._only_person(token)

    def _only_person(self, token: Token) -> tuple[Agent, ...]:
        """The one person named in reach, though the name alone may look like the other gender's."""
        near = {met.agent for met in self._before(token, _PERSON_REACH) if met.agent[0] == "person"}
        bare = [agent for agent in near if agent not in self._known.titled]
        return (*near,) if len(near) == len(bare) == 1 and not self._is_object(token) else ()

    def _is_object(self, token: Token) -> bool:
        return token.tag == "PRP" and token.dep not in ("nsubj", "nsubjpass")

    def _salience(self, met: Met, token: Token) -> float:
        distance = self._known.sentence_number(token.i) - met.sentence
        often = _OFTEN_BONUS * min(self._known.counts[met.agent] - 1, 3)
        topic = _TOPIC_BONUS if met.agent == self._known.topic else 0.0
        speaks = token.dep == "nsubj" and self._reading.tokens[token.head].lemma in self._words["speaking"]
        likely = speaks or met.agent not in self._known.related
        subject = _SUBJECT_BONUS if met.is_subject and likely else 0.0
        aside = not speaks and met.agent in self._known.related | self._officials
        return -distance + subject + topic + often - (_RELATED_MALUS if aside else 0.0)

    def _is_coargument(self, met: Met, token: Token) -> bool:
        """'X beat him': him is not X."""
        if not self._is_object(token):
            return False
        tokens = self._reading.tokens
        head = tokens[token.head] if tokens[token.head].pos != "ADP" else tokens[tokens[token.head].head]
        return tokens[met.token].head == head.i

    def _body_before(self, token: Token) -> tuple[Agent, ...]:
        bodies = [
            met
            for met in self._before(token, _REACH)
            if met.agent[0] == "organization" and not self._acts_on(met, token)
        ]
        if not bodies:
            return ()
        return (max(bodies, key=lambda met: (self._salience(met, token), met.token)).agent,)

    def _group_before(self, token: Token) -> tuple[Agent, ...]:
        """The last coordination of people."""
        tokens = self._reading.tokens
        heads: dict[int, list[Agent]] = {}
        for met in reversed([m for m in self._before(token, _REACH) if m.agent[0] == "person"]):
            top = tokens[met.token]
            while top.dep in ("conj", "appos", "nmod", "compound") and top.head != top.i:
                top = tokens[top.head]
            group = heads.setdefault(top.i, [])
            if met.agent not in group:
                group.append(met.agent)
        groups = [group for group in heads.values() if len(group) > 1]
        return tuple(groups[-1]) if groups else ()

    def _acts_on(self, met: Met, token: Token) -> bool:
        """'The court suspended its licence': what is another's is suspended, not the court's."""
        tokens = self._reading.tokens
        owned = tokens[token.head]
        verb = tokens[owned.head]
        hostile = verb.lemma in self._words["acts_on_others"]
        if token.tag != "PRP$" or owned.dep != "dobj" or not hostile:
            return False
        acting = tokens[tokens[met.token].head]
        joined = (
            met.is_subject
            and verb.dep == "conj"
            and verb.head == acting.i
            and acting.lemma in self._words["acts_on_others"]
        )
        return acting.i == verb.i or joined

    def _body_called(self, lemma: str, token: Token) -> tuple[Agent, ...]:
        bodies = [met for met in self._before(token, _DESCRIPTION_REACH) if met.agent[0] == "organization"]
        for met in bodies:
            if lemma in self._reading.name_at[met.token].mention.text.lower().split():
                return (met.agent,)
        if lemma in self._words["media_nouns"]:
            return next(((met.agent,) for met in bodies if self._is_medium(met)), ())
        return (bodies[0].agent,) if bodies and lemma in self._words["generic_bodies"] else ()

    def _is_medium(self, met: Met) -> bool:
        """'Radio X', 'the Y Courier': a name that says so."""
        words = self._reading.name_at[met.token].mention.text.lower().replace("-", " ").split()
        return not self._words["media_names"].isdisjoint(words)
