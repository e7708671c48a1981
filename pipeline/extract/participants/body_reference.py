"""Which organisation 'it', 'its' or 'the newspaper' means."""

from __future__ import annotations

from pipeline.extract.frames.declared import load_kinds, load_offices, load_words
from pipeline.extract.participants.agents import Agent, Met
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.salience import Salience
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_REACH = 2  # sentences back that a pronoun for a body may reach
_FAR = 6  # the same where only one body is named
_DESCRIPTION_REACH = 40  # the same for 'the committee'


class BodyReference:
    """Finds the organisations of one item that words of it mean."""

    def __init__(self, reading: Reading, introductions: Introductions, salience: Salience) -> None:
        self._reading = reading
        self._known = introductions
        self._salience = salience
        self._words = load_words("coreference")
        self._offices, self._kinds = load_offices(), load_kinds()

    def before(self, token: Token) -> tuple[Agent, ...]:
        """The likeliest body named before a pronoun."""
        bodies = self._others(token, _REACH)
        if not bodies:
            far = self._others(token, _FAR) if token.tag == "PRP$" else []
            return (far[0].agent,) if len({met.agent for met in far}) == 1 else ()
        return (max(bodies, key=lambda met: (self._salience.of(met, token), met.token)).agent,)

    def _others(self, token: Token, reach: int) -> list[Met]:
        """Bodies named before a token that do nothing to what it owns, the nearest first."""
        before = self._known.before(token.i, reach)
        return [met for met in before if met.agent[0] == "organization" and not self._acts_on(met, token)]

    def _acts_on(self, met: Met, token: Token) -> bool:
        """'The court suspended its licence': what is another's is suspended, not the court's."""
        tokens = self._reading.tokens
        owned = tokens[token.head]
        verb = tokens[owned.head]
        hostile = verb.lemma in self._words["acts_on_others"]
        if token.tag != "PRP$" or owned.dep != "dobj" or not hostile:
            return False
        doer = tokens[met.token]
        while doer.dep in ("appos", "conj", "compound", "nmod") and doer.head != doer.i:
            doer = tokens[doer.head]
        acting = tokens[doer.head]
        above = verb.dep in ("conj", "xcomp") and verb.head == acting.i
        joined = met.is_subject and above and acting.lemma in self._words["acts_on_others"]
        return acting.i == verb.i or joined

    def called(self, lemma: str, token: Token) -> tuple[Agent, ...]:
        """The body named before whose name or kind a noun fits."""
        bodies = [
            met for met in self._known.before(token.i, _DESCRIPTION_REACH) if met.agent[0] == "organization"
        ]
        for met in bodies:
            if lemma in self._reading.name_at[met.token].mention.text.lower().split():
                return (met.agent,)
        kind = self._kinds.get(lemma, frozenset())
        alike = [met for met in bodies if kind and not kind.isdisjoint(self._name_words(met))]
        if alike:
            return (alike[0].agent,)
        if lemma in self._words["media_nouns"]:
            return next(((met.agent,) for met in bodies if self._is_medium(met)), ())
        return (bodies[0].agent,) if bodies and lemma in self._words["generic_bodies"] else ()

    def led_by(self, holder: str, token: Token) -> tuple[Agent, ...]:
        """'called on the minister': the ministry named before, for which the holder of its office stands."""
        own = self._reading.tree.children(token.i, "prep", "amod", "compound")  # 'the prime minister'
        words = self._offices.get(holder, frozenset()) if not own else frozenset()
        bodies = self._known.before(token.i, _DESCRIPTION_REACH) if words else ()
        for met in bodies:
            name = self._reading.name_at[met.token].mention
            if met.agent[0] == "organization" and not words.isdisjoint(_words_of(name.text)):
                return (met.agent,)
        return ()

    def _is_medium(self, met: Met) -> bool:
        """'Radio X', 'the Y Courier': a name that says so."""
        return not self._words["media_names"].isdisjoint(self._name_words(met))

    def _name_words(self, met: Met) -> tuple[str, ...]:
        """The words of a name, and of what the item calls it in full."""
        mention = self._reading.name_at[met.token].mention
        entity = self._reading.entities.get((mention.entity_kind, mention.entity_id))
        full = entity.name if entity is not None else ""
        return (*_words_of(mention.text), *_words_of(full))


def _words_of(name: str) -> tuple[str, ...]:
    """Words of a name in lower case, "Mayor's" as "mayor"."""
    return tuple(
        word.removesuffix("'s").removesuffix("’s") for word in name.lower().replace("-", " ").split()
    )
