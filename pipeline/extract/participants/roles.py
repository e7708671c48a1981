"""Who takes part in an event, in which role: from the slots of its frame to people and organisations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.participants.addressees import Addressees
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.court_cases import CourtCases
from pipeline.extract.participants.deciders import Deciders
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.inference import Inference
from pipeline.extract.participants.introductions import Introductions
from pipeline.extract.participants.newcomers import Newcomers
from pipeline.extract.participants.owners import Owners
from pipeline.extract.participants.phrases import NounPhrases
from pipeline.extract.participants.slots import Slots
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.schema.flow import Participant
from pipeline.syntax import Token

_ADDRESSED = ("to", "on", "upon", "with", "against", "before", "object.to", "object.against")
_SETTINGS = ("court", "tribunal", "hearing", "inquiry", "conference", "judge", "session", "trial")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in an event, sorted by kind and id, and the roles that people without a name fill."""

    participants: tuple[Participant, ...]
    unnamed: tuple[str, ...]


class Participants:
    """Finds the participants of one item's candidates."""

    def __init__(self, reading: Reading, clauses: Clauses, classifier: Classifier) -> None:
        self._reading = reading
        self._clauses = clauses
        self._known = Introductions(reading)
        coreference = Coreference(reading, self._known)
        self._discourse = Discourse()
        self._slots = Slots(reading, clauses, classifier)
        self._phrases = NounPhrases(reading, clauses, classifier, coreference, self._known, self._discourse)
        self._inference = Inference(reading, clauses, self._known, self._phrases, self._discourse)
        self._deciders = Deciders(reading, clauses, self._known, self._phrases, self._discourse)
        self._cases = CourtCases(reading, clauses, classifier, self._known, self._discourse)
        self._addressees = Addressees(reading, clauses)
        self._owners = Owners(reading, clauses, self._known, self._phrases, self._discourse)
        self._newcomers = Newcomers(reading, classifier)

    def of(self, candidate: Candidate) -> Cast:
        """Who takes part in a candidate, each in one role."""
        found: dict[Agent, str] = {}
        nameless: list[tuple[int, str]] = []
        for role, slots in candidate.frame.roles:
            for slot in slots:
                for i in self._slots.of(candidate, slot):
                    agents = self._at(i, candidate, role, slot)
                    found.update((agent, role) for agent in agents if agent not in found)
                    nameless += [(i, role)] if not agents else []
        filled = {role for i, role in nameless if self._newcomers.fill(i)}
        for agent, role in self._inferred(candidate, found):
            if role not in filled or self._is_headed(candidate):
                found.setdefault(agent, role)
        new = {role for i, role in nameless if role not in found.values() and self._newcomers.are_new(i)}
        participants = tuple(Participant(*agent, role) for agent, role in sorted(found.items()))
        return Cast(participants, tuple(sorted(new)))

    def _is_headed(self, candidate: Candidate) -> bool:
        """'Statement of three unions' above all: they sign it below, so that they are no others."""
        return candidate.is_utterance and bool(candidate.evidence & {"title", "headline"})

    def _inferred(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        """Who takes part beyond those in the slots; `found` grows while this is read."""
        kind, roles = candidate.kind, dict(candidate.frame.roles)
        if candidate.is_utterance and roles.get("target") and "target" not in found.values():
            yield from ((agent, "target") for agent in self._addressees.below(candidate.last))
        yield from (self._of_verb if candidate.frame.kind == "verb" else self._of_noun)(candidate, found)
        if kind.on_things and "target" not in found.values():
            yield from self._of_things(candidate, found)
        if kind.crowd is not None and kind.crowd not in found.values():
            yield from ((agent, kind.crowd) for agent in self._inference.gathered(candidate))

    def _at(self, i: int, candidate: Candidate, role: str, slot: str) -> tuple[Agent, ...]:
        """Whom the noun phrase at token i, which stands in a slot, means there."""
        if role == "target" and candidate.kind.reports_speech and self._is_setting(i):
            return ()
        addressed = (role == "target" and candidate.is_utterance) or slot in _ADDRESSED
        meant = self._phrases.resolve(i, addressed=addressed)
        if meant or role != "target" or candidate.kind.on_things != "barred":
            return meant
        return self._phrases.represented(i)

    def _is_setting(self, i: int) -> bool:
        """'told the court', 'told this website': where something is said rather than to whom."""
        token = self._reading.tokens[i]
        here = any(t.text.lower() == "this" for t in self._reading.tree.children(i, "det"))
        return i not in self._reading.name_at and (here or token.lemma.lower() in _SETTINGS)

    def note(self, candidate: Candidate, cast: Cast) -> None:
        """Remember who speaks, who asks and whom the event befell, for the words after it."""
        self._discourse.note(candidate, cast.participants)

    def _of_things(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        """The owners of what was taken or closed; who asked whom for what was refused."""
        if candidate.frame.kind != "verb":
            return
        askers, asked = self._deciders.request(candidate)
        yield from ((agent, "target") for agent in askers or self._owners.of(candidate, found))
        if "actor" not in found.values():
            yield from ((agent, "actor") for agent in asked)

    def _of_noun(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        if "actor" not in found.values() and candidate.is_utterance:
            yield from ((agent, "actor") for agent in self._inference.issuer(candidate))
        roles = dict(candidate.frame.roles)
        if "actor" not in found.values() and (candidate.kind.occasion or candidate.frame.endured):
            yield from ((agent, "actor") for agent in self._inference.at_occasion(candidate))
        if "target" not in found.values() and roles["target"]:
            yield from ((agent, "target") for agent in self._inference.of_noun(candidate, found))
        elif self._is_deed_of_row(candidate) and not roles["target"] and not found:
            yield from ((agent, "actor") for agent in self._known.heading.topics)

    def _is_deed_of_row(self, candidate: Candidate) -> bool:
        """'Hunger strike since May' in a row on a person, but not 'sentenced over the strike'."""
        tokens = self._reading.tokens
        noun = tokens[candidate.head]
        above = tokens[tokens[noun.head].head]
        aside = noun.dep == "pobj" and above.i < noun.i and above.pos == "VERB"
        return self._known.heading.is_entry and bool(dict(candidate.frame.roles)["actor"]) and not aside

    def _of_verb(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        roles, held = dict(candidate.frame.roles), found.values()
        token = self._reading.tokens[candidate.head]
        if candidate.passive and "subject" in roles["actor"] and "actor" not in held:
            deciding = self._deciders.of_passive(candidate)
            courts = (a for i in self._cases.court_after(candidate) for a in self._phrases.resolve(i))
            yield from ((agent, "actor") for agent in (*deciding, *courts))
        if roles["actor"] and "actor" not in held and candidate.kind.ordered:
            yield from ((agent, "actor") for agent in self._deciders.instructor(candidate))
        if roles["target"] and "target" not in held:
            named = (a for i in self._cases.tried_beside(candidate) for a in self._phrases.resolve(i))
            tried = tuple(named) or self._cases.tried_before(candidate)
            yield from ((agent, "target") for agent in tried)
        slot = "object" if candidate.passive else "subject"
        role = next((role for role, slots in roles.items() if slot in slots), None)
        open_role = role not in held or self._reading.opens_cell(token.i)
        if role is not None and open_role and not self._clauses.surface_subject(token):
            beside = self._inference.beside(token, candidate)
            if candidate.kind.reports_speech:
                found.update(dict.fromkeys(beside, "actor"))
            yield from ((agent, role) for agent in beside)
        elif self._may_befall(candidate, found) and self._stands_for_topic(token):
            yield from ((topic, "target") for topic in self._known.heading.topics)

    def _may_befall(self, candidate: Candidate, found: dict[Agent, str]) -> bool:
        """True where the frame has a target, nobody is found yet, and no gathering is what it befell."""
        roles = dict(candidate.frame.roles)
        gathering = all(slot.endswith("organizer") for slot in roles["target"])
        gathering = gathering and bool(self._clauses.surface_subject(self._reading.tokens[candidate.head]))
        return bool(roles["target"]) and not gathering and not {"target", "actor"} & set(found.values())

    def _stands_for_topic(self, verb: Token) -> bool:
        """In the entry on a person the unnamed are that person, but not 'his brother'."""
        if not self._known.heading.is_entry:
            return False
        subjects = (i for i in self._clauses.surface_subject(verb) if i < verb.i)
        children = (t for i in subjects for t in self._reading.tree.children(i, "poss"))
        return not any(t.tag == "PRP$" for t in children)
