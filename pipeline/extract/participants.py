"""Who takes part in an event, in which role: from the slots of its frame to people and organisations."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.addressees import Addressees
from pipeline.extract.agents import Agent
from pipeline.extract.candidate import Candidate
from pipeline.extract.classes import Classifier
from pipeline.extract.clause import Clauses
from pipeline.extract.coreference import Coreference
from pipeline.extract.court_cases import CourtCases
from pipeline.extract.discourse import Discourse
from pipeline.extract.frames import load_event_types
from pipeline.extract.inference import Inference
from pipeline.extract.introductions import Introductions
from pipeline.extract.phrases import NounPhrases
from pipeline.extract.reading import Reading
from pipeline.extract.slots import Slots
from pipeline.schema.flow import Participant
from pipeline.syntax import Token

_ADDRESSED = ("to", "on", "upon", "with", "against", "before", "object.to", "object.against")
_OCCASIONS = ("meeting_or_conference", "appeal_or_letter", "protest")


class Participants:
    """Finds the participants of one item's candidates."""

    def __init__(self, reading: Reading, clauses: Clauses, classifier: Classifier) -> None:
        self._reading = reading
        self._clauses = clauses
        self._known = Introductions(reading)
        coreference = Coreference(reading, self._known)
        self._discourse = Discourse()
        self._slots = Slots(reading, clauses)
        self._phrases = NounPhrases(reading, clauses, classifier, coreference, self._known, self._discourse)
        self._inference = Inference(reading, clauses, self._known, self._phrases, self._discourse)
        self._cases = CourtCases(reading, clauses, self._known, self._discourse)
        self._addressees = Addressees(reading, clauses)
        self._types = {kind.name: kind for kind in load_event_types()}

    def of(self, candidate: Candidate) -> tuple[Participant, ...]:
        """The participants of a candidate, each in one role, sorted by kind and id."""
        found: dict[Agent, str] = {}
        for role, slots in candidate.frame.roles:
            addressed = role == "target" and candidate.is_utterance
            for slot in slots:
                for i in self._slots.of(candidate, slot):
                    for agent in self._phrases.resolve(i, addressed=addressed or slot in _ADDRESSED):
                        found.setdefault(agent, role)
        roles = dict(candidate.frame.roles)
        if candidate.is_utterance and roles.get("target") and "target" not in found.values():
            found.update((agent, "target") for agent in self._addressees.below(candidate.last))
        inferred = self._of_verb if candidate.frame.kind == "verb" else self._of_noun
        for agent, role in inferred(candidate, found):
            found.setdefault(agent, role)
        return tuple(Participant(*agent, role) for agent, role in sorted(found.items()))

    def note(self, candidate: Candidate) -> None:
        """Remember who speaks and whom the event befell, for the words after it."""
        kind = self._types[candidate.frame.event_type]
        participants = self.of(candidate) if kind.personal or kind.reports_speech else ()
        by_role = {
            role: tuple((p.entity_kind, p.entity_id) for p in participants if p.role == role)
            for role in ("actor", "target")
        }
        if kind.reports_speech:
            self._discourse.note_speaker(candidate.head, by_role["actor"])
        else:
            self._discourse.note_befallen(candidate.head, by_role["target"])

    def _of_noun(self, candidate: Candidate, found: dict[Agent, str]) -> Iterator[tuple[Agent, str]]:
        if "actor" not in found.values() and candidate.is_utterance:
            yield from ((agent, "actor") for agent in self._inference.issuer(candidate))
        roles = dict(candidate.frame.roles)
        if "actor" not in found.values() and candidate.frame.event_type in _OCCASIONS:
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
            infer = self._inference
            doing = infer.decider(token) or infer.excluder(candidate) or infer.author(candidate)
            courts = (a for i in self._cases.court_after(candidate) for a in self._phrases.resolve(i))
            yield from ((agent, "actor") for agent in (*doing, *courts))
        if roles["target"] and "target" not in held:
            yield from ((agent, "target") for agent in self._cases.tried_before(candidate))
        slot = "object" if candidate.passive else "subject"
        role = next((role for role, slots in roles.items() if slot in slots), None)
        if role is not None and role not in held and not self._clauses.surface_subject(token):
            beside = self._inference.beside(token, candidate)
            if self._types[candidate.frame.event_type].reports_speech:
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
