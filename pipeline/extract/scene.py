"""How a date goes on over sentences: a dispersal, the arrests and beatings at it, a day in court."""

from __future__ import annotations

from pipeline.extract.candidate import Candidate
from pipeline.extract.date_owner import OPENING, DateOwners
from pipeline.extract.frames import load_event_types, load_words
from pipeline.extract.reading import Reading
from pipeline.extract.simultaneity import Simultaneity
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_REACH = 2  # sentences over which a scene goes on
_CARRYING = frozenset(("light", "happening", "copula"))
_HEARD = frozenset(("trial", "sentence", "fine"))  # decided in a session of a court
_GATHERED = frozenset(("protest", "meeting_or_conference"))
_DONE_TOGETHER = frozenset(("statement", "appeal_or_letter", "election", "award"))  # at a gathering

_DatedSentence = tuple[int, DateMention]  # number of the sentence, its date


class Scenes:
    """Remembers dated events of one item, in order."""

    def __init__(self, reading: Reading, simultaneity: Simultaneity, owners: DateOwners) -> None:
        self._reading = reading
        self._simultaneity = simultaneity
        self._owners = owners
        self._types = {kind.name: kind for kind in load_event_types()}
        self._words = load_words("time")
        self._same_time = tuple(sorted(self._words["same_time"]))
        self._same_place = tuple(sorted(self._words["same_place"]))
        self._numbers = {s.start: n for n, s in enumerate(reading.tree.sentences)}
        self._scene: _DatedSentence | None = None
        self._event: _DatedSentence | None = None
        self._court: _DatedSentence | None = None
        self._gathering: _DatedSentence | None = None

    def remember(self, candidate: Candidate, date: DateMention) -> None:
        """Note a dated event, so that what follows can go on from it."""
        kind, token = self._types[candidate.frame.event_type], self._reading.tokens[candidate.head]
        verb = candidate.frame.kind == "verb"
        if self._simultaneity.is_past_perfect(candidate) or (verb and token.dep in ("relcl", "acl")):
            return
        told = (self._number(candidate.head), date)
        carries = bool(candidate.evidence & _CARRYING) or self._simultaneity.is_argument(candidate)
        if verb or carries:
            self._event = told
            self._scene = told if kind.opens_scene else self._scene
            self._gathering = told if kind.name in _GATHERED else None
        self._court = told if kind.in_court else self._court

    def continued(self, candidate: Candidate) -> DateMention | None:
        """The date of what the sentences before told of, for what happens next in it."""
        if self._reading.block_kind(candidate.head) == "headline":
            return None
        last, here = self._last(candidate), self._number(candidate.head)
        if last is None or here - last[0] > _REACH:
            return None
        if last is self._scene:
            self._scene = (here, last[1])
        return last[1]

    def _number(self, i: int) -> int:
        return self._numbers[self._reading.tree.sentence_of(i).start]

    def _last(self, candidate: Candidate) -> _DatedSentence | None:
        """Which earlier event a candidate goes on from: any at the same time, its scene, its day in court."""
        tree, token = self._reading.tree, self._reading.tokens[candidate.head]
        if candidate.frame.kind != "verb":
            definite = any(t.text.lower() == "the" for t in tree.children(token.i, "det"))
            subject = token.dep in ("nsubj", "nsubjpass")
            return self._court if candidate.frame.event_type == "trial" and definite and subject else None
        perfect = any(t.lemma == "have" for t in tree.children(token.i, "aux"))
        if token.dep in ("relcl", "acl") or perfect:
            return None
        sentence = tree.sentence_of(token.i)
        text = self._reading.text(sentence.start, sentence.stop - 1).lower()
        if any(phrase in text for phrase in self._same_time):
            return self._event
        if not self._types[candidate.frame.event_type].scene:
            return self._occasion(candidate)
        if any(phrase in text for phrase in self._same_place):
            return self._event
        return self._story(token) or self._scene

    def _occasion(self, candidate: Candidate) -> _DatedSentence | None:
        """The session or gathering told of right before: 'The court adjourned', 'They adopted a plan'."""
        kind, here = candidate.frame.event_type, self._number(candidate.head)
        subjects = self._subjects(self._reading.tokens[candidate.head])
        if kind in _HEARD and any(self._is_definite(t, "proceedings") for t in subjects):
            last = self._court
        elif kind in _DONE_TOGETHER and any(
            t.text.lower() == "they" or self._is_definite(t, "gathered") for t in subjects
        ):
            last = self._gathering
        else:
            return None
        return last if last is not None and here - last[0] <= 1 else None

    def _subjects(self, verb: Token) -> tuple[Token, ...]:
        """The subjects of a verb, or of the verb it is joined to."""
        tree = self._reading.tree
        while not (found := tree.children(verb.i, "nsubj", "nsubjpass")) and verb.dep == "conj":
            verb = tree.tokens[verb.head]
        return found

    def _is_definite(self, noun: Token, words: str) -> bool:
        """'the hearing', 'the marchers': one told of before."""
        if noun.lemma.lower() not in self._words[words]:
            return False
        return any(t.text.lower() in ("the", "this") for t in self._reading.tree.children(noun.i, "det"))

    def _story(self, token: Token) -> _DatedSentence | None:
        """'That evening X was coming home. Two men beat him': a day that opens a sentence without event."""
        here = self._number(token.i)
        for back in range(1, _REACH + 1):
            if here < back or (self._event is not None and self._event[0] >= here - back):
                return None
            sentence = self._reading.tree.sentences[here - back]
            opening = [
                d for d in self._owners.loose(sentence.start) if d.tokens.start - sentence.start <= OPENING
            ]
            if opening and self._reading.block_kind(sentence.start) == self._reading.block_kind(token.i):
                return (here - back, opening[0].date)
        return None
