"""How sure a telling is, from the evidence that made it and from where its date, people and place come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.participants.roles import Cast
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.when import When
from pipeline.resources import table

_CLAUSES = ("relcl", "acl", "advcl", "pcomp")
_OF_ENTRY = ("entry", "title")  # rules that date by what stands above the sentence for all of it
_LEAST, _MOST = 0.01, 0.99

Who = tuple[str, str]


class Confidence:
    """Weighs the tellings of one item; the points are data."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._points: Mapping[str, Mapping[str, float]] = table("events/words/confidence")
        self._named: dict[int, frozenset[Who]] = {}
        self._dated: dict[int, bool] = {}

    def of(self, candidate: Candidate, when: When, cast: Cast, place_id: str | None) -> float:
        """Estimated chance, 0 to 1, that the event is one: the points of all that is known, as log-odds."""
        points, total = self._points, float(table("events/words/confidence")["base"])
        total += points["kind"][candidate.frame.kind]
        total += points["type"].get(candidate.frame.event_type, 0.0)
        total += sum(points["evidence"].get(kind, 0.0) for kind in sorted(candidate.evidence))
        total += points["date"][self._date(candidate, when)]
        total += points["participants"][self._participants(candidate, cast)]
        total += points["place"][self._place(candidate, place_id)]
        total += sum(points["seen"][name] for name in self._seen(candidate, cast))
        return round(min(max(1 / (1 + exp(-total)), _LEAST), _MOST), 2)

    def _date(self, candidate: Candidate, when: When) -> str:
        if when.value is None:
            return "none"
        if when.rule in _OF_ENTRY:
            return "entry"
        sentence = self._sentence(candidate)
        if sentence.start not in self._dated:
            self._dated[sentence.start] = any(i in self._reading.dated_tokens for i in sentence)
        return "said" if when.rule == "governs" and self._dated[sentence.start] else "inherited"

    def _participants(self, candidate: Candidate, cast: Cast) -> str:
        if not cast.participants:
            return "none"
        named = self._names(candidate)
        return (
            "said" if any((p.entity_kind, p.entity_id) in named for p in cast.participants) else "inherited"
        )

    def _place(self, candidate: Candidate, place_id: str | None) -> str:
        if place_id is None:
            return "none"
        return "said" if ("place", place_id) in self._names(candidate) else "inherited"

    def _seen(self, candidate: Candidate, cast: Cast) -> Iterator[str]:
        tree = self._reading.tree
        verb = tree.tokens[candidate.head if candidate.carrier is None else candidate.carrier]
        if cast.unnamed:
            yield "unnamed"
        if self._reading.block_kind(candidate.head) == "headline":
            yield "headline"
        if tree.tokens[candidate.head].dep in _CLAUSES:
            yield "clause"
        if any(t.lemma == "have" for t in tree.children(verb.i, "aux")):
            yield "perfect"
        if verb.tag in ("VBZ", "VBP"):
            yield "present"

    def _sentence(self, candidate: Candidate) -> range:
        return self._reading.tree.sentence_of(candidate.head)

    def _names(self, candidate: Candidate) -> frozenset[Who]:
        """Whom and what the sentence names."""
        sentence, names = self._sentence(candidate), self._reading.name_at
        if sentence.start not in self._named:
            found = (names[i].mention for i in sentence if i in names)
            self._named[sentence.start] = frozenset((m.entity_kind, m.entity_id) for m in found)
        return self._named[sentence.start]
