"""How a date goes on over sentences: a dispersal, the arrests and beatings at it, a day in court.

Which types open a scene, a session of a court or a gathering, and which go on from one, their files say
(`opens`, `follows`).
"""

from __future__ import annotations

import re

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import event_types_by_name, load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.date_owner import DateOwners
from pipeline.extract.time.departures import Departures
from pipeline.extract.time.occasions import Occasions
from pipeline.extract.time.simultaneity import Simultaneity
from pipeline.extract.time.speaking import Speaking
from pipeline.extract.time.stories import REACH, Past, Stories
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_HOURS = re.compile(
    r"\b(?:after|within) (?:[\w-]+ ){0,3}(?:hours?|minutes?)\b"
    r"|\b(?:hours?|minutes?|moments?) (?:later|after)\b"
    r"|\b(?:at|by|until|around|towards?|shortly (?:before|after)) (?:about |around |nearly |half past )?"
    r"(?:noon|midday|midnight|dawn|dusk|daybreak|nightfall|sunrise|sunset"
    r"|[\w.:]+(?: ?[ap]\.?m\b| o.clock\b| in the (?:morning|afternoon|evening)\b))"
)  # 'let go after four hours', 'freed at noon', 'at five in the morning': on the day of what was told before
_CARRYING = frozenset(("light", "happening", "copula"))


class Scenes:
    """Remembers dated events of one item, in order."""

    def __init__(self, reading: Reading, simultaneity: Simultaneity, owners: DateOwners) -> None:
        self._reading = reading
        self._simultaneity = simultaneity
        self._owners = owners
        self._occasions = Occasions(reading)
        words = load_words("time")
        self._same_time = tuple(sorted(words["same_time"]))
        self._same_place = tuple(sorted(words["same_place"]))
        self._reported = words["reported"]
        self._stories = Stories(reading, owners)
        self._departures = Departures(reading)
        self._dying = words["dying"]
        self._outcomes = tuple(sorted(words["outcomes"]))
        self._openers = tuple(sorted(words["meanwhile"]))
        self._event: Past | None = None
        self._opened: dict[str, Past] = {}
        self._speaking = Speaking(reading, self._stories, self._occasions)

    def remember(self, candidate: Candidate, date: DateMention) -> None:
        """Note a dated event, so that what follows can go on from it."""
        kind, token = event_types_by_name()[candidate.frame.event_type], self._reading.tokens[candidate.head]
        verb = candidate.frame.kind == "verb"
        if self._simultaneity.is_past_perfect(candidate) or (verb and token.dep in ("relcl", "acl")):
            return
        if date.precision != "day" and verb and self._is_perfect(token):
            return  # 'has been disbarred since 2008': no day that goes on
        if self._owners.is_of_clause(candidate):
            return  # 'the strike, which began on Monday, goes on': no day on which the text goes on
        owned = self._owners.of(candidate.head)
        if owned and all(self._reading.is_since(dated) for dated in owned):
            return  # 'have been on strike since Sunday': no day on which the text goes on
        told = Past(self._number(candidate.head), date, candidate)
        self._occasions.note(told)
        if verb or candidate.evidence & _CARRYING or self._simultaneity.is_argument(candidate):
            self._event = told
            self._opened.pop("gathering", None)
            if not self._dying.intersection(self._reading.lemmas(candidate.head)):
                self._opened.update(dict.fromkeys(kind.opens, told))
        elif "court" in kind.opens:
            self._opened["court"] = told

    def note(self, candidate: Candidate, date: DateMention) -> None:
        """Note an event that has the day of its entry: 'she said after the session' goes back to it."""
        self._occasions.note(Past(self._number(candidate.head), date, candidate))

    def continued(self, candidate: Candidate) -> DateMention | None:
        """The date of what the sentences before told of, for what happens next in it."""
        if self._reading.block_kind(candidate.head) == "headline":
            return None
        if (occasion := self._occasions.named_in(self._sentence(candidate.head))) is not None:
            return occasion.date
        last, here = self._last(candidate), self._number(candidate.head)
        if last is None or here - last.sentence > REACH:
            return None
        if self._departures.leaves(candidate.head, self._reading.tree.sentences[last.sentence].start):
            return None
        if last is not self._event and last not in self._opened.values():
            self._event = Past(here, last.date, candidate)
            opens = event_types_by_name()[candidate.frame.event_type].opens
            self._opened.update({place: self._event for place in opens if place != "gathering"})
        for place in ("scene", "court"):
            if last is self._opened.get(place):
                self._opened[place] = Past(here, last.date, candidate)
        return last.date

    def outcome(self, candidate: Candidate) -> DateMention | None:
        """'BY MORNING the watchman had been beaten': what the story before had come to on its day."""
        token = self._reading.tokens[candidate.head]
        if candidate.frame.kind != "verb" or not self._sentence(token.i).startswith(self._outcomes):
            return None
        last = self._stories.before(token, self._told) or self._latest()
        near = last is not None and self._number(candidate.head) - last.sentence <= REACH
        return last.date if last is not None and near else None

    def _number(self, i: int) -> int:
        return self._stories.number(i)

    def _latest(self) -> Past | None:
        """The last dated event, or the scene or session that has gone on since."""
        past = [told for told in (self._event, *self._opened.values()) if told is not None]
        return max(past, key=lambda told: told.sentence, default=None)

    @property
    def _told(self) -> int:
        """The number of the sentence that told of the last dated event; -1 where none did."""
        return self._event.sentence if self._event is not None else -1

    def _last(self, candidate: Candidate) -> Past | None:
        """Which earlier event a candidate goes on from: any at the same time, its scene, its day in court."""
        token = self._reading.tokens[candidate.head]
        follows = event_types_by_name()[candidate.frame.event_type].follows
        carrier = self._reading.tokens[candidate.carrier] if candidate.carrier is not None else token
        if "light" in candidate.evidence and carrier.tag == "VBD":
            token = carrier  # 'some forty students HELD A VIGIL'
        elif candidate.frame.kind == "adjective" and "copula" in candidate.evidence:
            pass  # 'By evening all WERE FREE'
        elif candidate.frame.kind != "verb":
            going_on = "court" in follows and self._occasions.is_definite_subject(token)
            return self._opened.get("court") if going_on else None
        if token.dep in ("relcl", "acl") or self._is_perfect(token) or self._is_reported(token):
            return None
        text = self._sentence(token.i)
        if text.startswith(self._openers) or any(phrase in text for phrase in self._same_time):
            return self._stories.before(token, self._told) or self._latest()
        if _HOURS.search(text):
            return self._stories.before(token, self._told) or self._latest()
        if {"scene", "series"} & set(follows) and any(phrase in text for phrase in self._same_place):
            return self._latest()
        if "scene" in follows:
            return self._stories.before(token, self._told) or self._opened.get("scene")
        court = self._opened.get("court")
        if court is not None and self._occasions.by_bench(token):
            return court
        return self._occasion(token, candidate, follows)

    def _occasion(self, token: Token, candidate: Candidate, follows: tuple[str, ...]) -> Past | None:
        """The session or gathering told of before: 'She was given six years', 'They adopted a plan'."""
        court, gathering = self._opened.get("court"), self._opened.get("gathering")
        if "court" in follows and court is None:
            return self._stories.in_court(token, self._told)
        if "court" in follows and court is not None and court.candidate is not None:
            near = self._number(token.i) - court.sentence <= 1
            return court if self._occasions.in_session(token, court.candidate, candidate, near) else None
        near = gathering is not None and self._number(token.i) - gathering.sentence <= REACH
        if "gathering" in follows and gathering is not None and near and self._occasions.at_gathering(token):
            return self._speaking.at(candidate, gathering)
        last = self._stories.before(token, self._told) or self._event
        return self._speaking.of(candidate, token, last)

    def _is_perfect(self, verb: Token) -> bool:
        return any(t.lemma == "have" for t in self._reading.tree.children(verb.i, "aux"))

    def _is_reported(self, verb: Token) -> bool:
        """'According to him, guards beat him', 'She alleged that': said to have been, at some time."""
        if self._sentence(verb.i).startswith("according to"):
            return True
        above = self._reading.tokens[verb.head]
        return verb.dep == "ccomp" and above.i != verb.i and above.lemma in self._reported

    def _sentence(self, i: int) -> str:
        sentence = self._reading.tree.sentence_of(i)
        return self._reading.text(sentence.start, sentence.stop - 1).lower()
