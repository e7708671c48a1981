"""Which person a pronoun means: by gender, recency and part in the sentence."""

from __future__ import annotations

from pipeline.extract.participants.agents import Agent, Met
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.salience import Salience
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_GENDER_BONUS = 1.0
_PERSON_REACH = 6  # sentences back that a pronoun for a person may reach


class PersonReference:
    """Finds the persons of one item that words of it mean."""

    def __init__(self, reading: Reading, introductions: Introductions, salience: Salience) -> None:
        self._reading = reading
        self._known = introductions
        self._salience = salience

    def before(self, token: Token, gender: str | None) -> tuple[Agent, ...]:
        """The likeliest person of a gender named before a token; none where nobody fits."""
        best: tuple[float, int] | None = None
        found: tuple[Agent, ...] = ()
        for met in self._known.before(token.i, _PERSON_REACH):
            known = self._known.notes.genders.get(met.agent)
            if met.agent[0] != "person" or (gender and known and known != gender):
                continue
            if self._is_coargument(met, token):
                continue
            agrees = _GENDER_BONUS if gender and known == gender else 0.0
            rank = (self._salience.of(met, token) + agrees, met.token)
            if best is None or rank > best:
                best, found = rank, (met.agent,)
        return found or self._only_person(token)

    def _only_person(self, token: Token) -> tuple[Agent, ...]:
        """The one person named in reach, though the name alone may look like the other gender's."""
        near = {met.agent for met in self._known.before(token.i, _PERSON_REACH) if met.agent[0] == "person"}
        bare = [agent for agent in near if agent not in self._known.notes.titled]
        return (*near,) if len(near) == len(bare) == 1 and not self._is_object(token) else ()

    def _is_object(self, token: Token) -> bool:
        return token.tag == "PRP" and token.dep not in ("nsubj", "nsubjpass")

    def _is_coargument(self, met: Met, token: Token) -> bool:
        """'X beat him': him is not X."""
        if not self._is_object(token):
            return False
        tokens = self._reading.tokens
        head = tokens[token.head] if tokens[token.head].pos != "ADP" else tokens[tokens[token.head].head]
        return tokens[met.token].head == head.i
