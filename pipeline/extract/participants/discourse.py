"""What the item has told so far that later words lean on: who spoke, whom events befell."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.participants.agents import Agent
from pipeline.schema.flow import Participant

Agents = tuple[Agent, ...]

_REACH = 40  # notes back that 'both men' may reach


class _Places:
    """Agents by the token where they were noted, in the order of the text."""

    def __init__(self) -> None:
        self._tokens: list[int] = []
        self._agents: list[Agents] = []

    def add(self, token: int, agents: Agents) -> None:
        at = bisect_left(self._tokens, token)
        self._tokens.insert(at, token)
        self._agents.insert(at, agents)

    def before(self, token: int) -> Agents:
        at = bisect_left(self._tokens, token)
        return self._agents[at - 1] if at else ()

    def gathered(self, token: int, number: int) -> Agents:
        found: dict[Agent, None] = {}
        at = bisect_left(self._tokens, token)
        for agents in reversed(self._agents[max(0, at - _REACH) : at]):
            found.update(dict.fromkeys(agents))
            if len(found) >= number:
                break
        return tuple(found) if len(found) == number else ()

    def since(self, start: int, token: int) -> Agents:
        at = bisect_left(self._tokens, token)
        return self._agents[at - 1] if at and self._tokens[at - 1] >= start else ()

    def of_number(self, token: int, number: int) -> Agents:
        """The last noted before a token that are exactly so many."""
        at = bisect_left(self._tokens, token)
        before = reversed(self._agents[max(0, at - _REACH) : at])
        return next((agents for agents in before if len(agents) == number), ())

    def nearest(self, token: int) -> Agents:
        at = bisect_left(self._tokens, token)
        near = [i for i in (at - 1, at) if 0 <= i < len(self._tokens)]
        return self._agents[min(near, key=lambda i: abs(self._tokens[i] - token))] if near else ()


class Discourse:
    """Speakers and those befallen in one item."""

    def __init__(self) -> None:
        self._speakers = _Places()
        self._befallen = _Places()
        self._hit = _Places()
        self._gathered = _Places()
        self._requests: list[tuple[int, Agents, Agents]] = []

    def note(self, candidate: Candidate, participants: Sequence[Participant]) -> None:
        """Remember who speaks, who asks and whom an event befell, as its type is declared."""
        kind, at = candidate.kind, candidate.head
        actors, targets = (
            tuple((p.entity_kind, p.entity_id) for p in participants if p.role == role)
            for role in ("actor", "target")
        )
        if kind.reports_speech:
            self.note_speaker(at, actors)
        elif kind.utterance:
            self.note_request(at, actors, targets)
        elif kind.personal:
            self.note_befallen(at, targets)
        elif kind.crowd == "actor":
            self.note_gathering(at, actors)
        elif kind.on_things:
            self.note_hit(at, targets)

    def note_speaker(self, token: int, agents: Agents) -> None:
        """Remember that these speak at a token, so that 'I' and 'we' in a quotation can be read."""
        if agents:
            self._speakers.add(token, agents)

    def note_befallen(self, token: int, agents: Agents) -> None:
        """Remember whom an event at a token befell, for 'the hearing' and 'they' after it."""
        if agents:
            self._befallen.add(token, agents)
            self._hit.add(token, agents)

    def note_hit(self, token: int, agents: Agents) -> None:
        """Remember whose things or work an event at a token befell, for 'the books' after it."""
        if agents:
            self._hit.add(token, agents)

    def note_gathering(self, token: int, agents: Agents) -> None:
        """Remember whose protest was told of at a token, for 'the sit-in', 'the crowd' after it."""
        if agents:
            self._gathered.add(token, agents)

    def gathering_since(self, start: int, token: int) -> Agents:
        """Whose protest was the last told of between two tokens."""
        return self._gathered.since(start, token)

    def note_request(self, token: int, askers: Agents, asked: Agents) -> None:
        """Remember who asked whom at a token, for 'the request was refused' after it."""
        self._requests.append((token, askers, asked))

    def request_since(self, start: int, token: int) -> tuple[Agents, Agents]:
        """Who asked, and whom, in the last request between two tokens."""
        last = (entry for entry in reversed(self._requests) if entry[0] < token)
        at, askers, asked = next(last, (-1, (), ()))
        return (askers, asked) if at >= start else ((), ())

    def hit_since(self, start: int, token: int) -> Agents:
        """Whom, or whose things, the last event between two tokens befell."""
        return self._hit.since(start, token)

    def befallen(self, token: int, number: int) -> Agents:
        """The last so many whom events before a token befell; none where the count does not come out."""
        return self._befallen.gathered(token, number)

    def befallen_together(self, token: int, number: int) -> Agents:
        """The last so many whom one event before a token befell together."""
        return self._befallen.of_number(token, number)

    def speaker_near(self, token: int) -> Agents:
        """Who speaks nearest to a token."""
        return self._speakers.nearest(token)

    def befallen_before(self, token: int) -> Agents:
        """Whom the last event before a token befell."""
        return self._befallen.before(token)
