"""How likely a pronoun means a name: by distance, part in the sentence, and what is said of it."""

from __future__ import annotations

from functools import cached_property

from pipeline.extract.frames.declared import load_words
from pipeline.extract.participants.agents import Agent, Met
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SUBJECT_BONUS = 1.5
_TOPIC_BONUS = 0.5
_RELATED_MALUS = 1.0  # for those told of as another's, and for officials, where the pronoun does not speak
_OFTEN_BONUS = 0.3  # for each further time that a person is named, up to three


class Salience:
    """Weighs the names of one item."""

    def __init__(self, reading: Reading, introductions: Introductions) -> None:
        self._reading = reading
        self._known = introductions
        self._words = load_words("coreference")

    @cached_property
    def _officials(self) -> frozenset[Agent]:
        """Those named as judges, lawyers and the like: what befalls somebody seldom befalls them."""
        return self._named_as("officials")

    @cached_property
    def _judging(self) -> frozenset[Agent]:
        """Those of them who decide on others: 'The magistrate fined her. She ...' is not the magistrate."""
        return self._named_as("judging")

    def _named_as(self, words: str) -> frozenset[Agent]:
        by_noun = self._known.notes.by_noun
        return frozenset(met.agent for noun in self._words[words] for met in by_noun.get(noun, ()))

    def of(self, met: Met, token: Token) -> float:
        """The weight of a name met before the pronoun `token`; more is likelier."""
        distance = self._known.sentence_number(token.i) - met.sentence
        often = _OFTEN_BONUS * min(self._known.counts[met.agent] - 1, 3)
        topic = _TOPIC_BONUS if met.agent == self._known.heading.topic else 0.0
        speaks = token.dep == "nsubj" and self._reading.tokens[token.head].lemma in self._words["speaking"]
        likely = speaks or met.agent not in self._known.notes.related | self._judging
        subject = _SUBJECT_BONUS if met.is_subject and likely else 0.0
        aside = not speaks and met.agent in self._known.notes.related | self._officials
        return -distance + subject + topic + often - (_RELATED_MALUS if aside else 0.0)
