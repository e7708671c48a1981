"""Who takes part in an event, in which role: from the slots of its frame to people and organisations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_event_types
from pipeline.extract.participants.addressees import Addressees
from pipeline.extract.participants.agents import Agent
from pipeline.extract.participants.coreference import Coreference
from pipeline.extract.participants.court_cases import CourtCases
from pipeline.extract.participants.deciders import Deciders
from pipeline.extract.participants.discourse import Discourse
from pipeline.extract.participants.inference import Inference
from pipeline.extract.participants.introductions import Introductions
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
_GATHERED = {"protest": "actor", "dispersal": "target"}  # the role of those who gathered
_ORDERED = ("restriction", "search_or_seizure", "dispersal")
_ON_THINGS = ("search_or_seizure", "restriction")
_OCCASIONS = ("meeting_or_conference", "appeal_or_letter", "protest")


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
        self._cases = CourtCases(reading, clauses, self._known, self._discourse)
        self._addressees = Addressees(reading, clauses)
        self._owners = Owners(reading, clauses, self._known, self._phrases, self._discourse)
        self._types = {kind.name: kind for kind in load_event_types()}

    def of(self, candidate: Candidate) -> tuple[Participant, ...]:
        """The participants of a candidate, each in one role, sorted by kind and id."""
        found: dict[Agent, str] = {}
        for role, slots in candidate.frame.roles:
            for slot in slots:
                for i in self._slots.of(candidate, slot):
                    for agent in self._at(i, candidate, role, slot):
                        found.setdefault(agent, role)
        roles = dict(candidate.frame.roles)
        if candidate.is_utterance and roles.get("target") and "target" not in found.values():
            found.update((agent, "target") for agent in self._addressees.below(candidate.last))
        inferred = self._of_verb if candidate.frame.kind == "verb" else self._of_noun
        for agent, role in inferred(candidate, found):
            found.setdefault(agent, role)
        if candidate.frame.event_type in _ON_THINGS and "target" not in found.values():
            for agent, role in self._of_things(candidate, found):
                found.setdefault(agent, role)
        gathered = _GATHERED.get(candidate.frame.event_type)
        if gathered is not None and gathered not in found.values():
            for agent in self._inference.gathered(candidate):
                found.setdefault(agent, gathered)
        return tuple(Participant(*agent, role) for agent, role in sorted(found.items()))

    def _at(self, i: int, candidate: Candidate, role: str, slot: str) -> tuple[Agent, ...]:
        """Whom the noun phrase at token i, which stands in a slot, means there."""
        if role == "target" and candidate.frame.event_type == "statement" and self._is_setting(i):
            return ()
        addressed = (role == "target" and candidate.is_utterance) or slot in _ADDRESSED
        meant = self._phrases.resolve(i, addressed=addressed)
        if meant or role != "target" or candidate.frame.event_type != "restriction":
            return meant
        return self._phrases.represented(i)

    def _is_setting(self, i: int) -> bool:
        """'told the court', 'told this website': where something is said rather than to whom."""
        token = self._reading.tokens[i]
        here = any(t.text.lower() == "this" for t in self._reading.tree.children(i, "det"))
        return i not in self._reading.name_at and (here or token.lemma.lower() in _SETTINGS)

    def note(self, candidate: Candidate, participants: Sequence[Participant]) -> None:
        """Remember who speaks, who asks and whom the event befell, for the words after it."""
        kind = self._types[candidate.frame.event_type]
        by_role = {
            role: tuple((p.entity_kind, p.entity_id) for p in participants if p.role == role)
            for role in ("actor", "target")
        }
        if kind.reports_speech:
            self._discourse.note_speaker(candidate.head, by_role["actor"])
        elif kind.utterance:
            self._discourse.note_request(candidate.head, by_role["actor"], by_role["target"])
        elif kind.personal:
            self._discourse.note_befallen(candidate.head, by_role["target"])
        elif kind.name == "protest":
            self._discourse.note_gathering(candidate.head, by_role["actor"])
        elif kind.name in _ON_THINGS:
            self._discourse.note_hit(candidate.head, by_role["target"])

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
            deciding = self._deciders.of_passive(candidate)
            courts = (a for i in self._cases.court_after(candidate) for a in self._phrases.resolve(i))
            yield from ((agent, "actor") for agent in (*deciding, *courts))
        if roles["actor"] and "actor" not in held and candidate.frame.event_type in _ORDERED:
            yield from ((agent, "actor") for agent in self._deciders.instructor(candidate))
        if roles["target"] and "target" not in held:
            yield from ((agent, "target") for agent in self._cases.tried_before(candidate))
        slot = "object" if candidate.passive else "subject"
        role = next((role for role, slots in roles.items() if slot in slots), None)
        open_role = role not in held or self._reading.opens_cell(token.i)
        if role is not None and open_role and not self._clauses.surface_subject(token):
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
