"""The date of an event: the expression that governs its trigger, else that of the scene it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import event_types_by_name
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.extract.time.date_owner import OPENING, DateOwners
from pipeline.extract.time.entry_news import EntryNews
from pipeline.extract.time.scene import Scenes
from pipeline.extract.time.simultaneity import Simultaneity
from pipeline.extract.triggers.titles import Titles
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_VALUE_LENGTH = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class When:
    """A date as in `Telling`, and the rule that gave it."""

    value: str | None = None
    start: date | None = None
    end: date | None = None
    precision: str | None = None
    rule: str = "none"


class Dating:
    """Dates the candidates of one item; all of them must be given, as a date goes to its nearest trigger."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._owners = DateOwners(reading, candidates)
        self._simultaneity = Simultaneity(reading, candidates, self._owners)
        self._scenes = Scenes(reading, self._simultaneity, self._owners)
        self._titles = Titles(reading)
        self._continued: dict[int, DateMention] = {}
        self._named: dict[tuple[str, str], DateMention] = {}
        self._news = EntryNews(reading, self._simultaneity)

    @property
    def lead(self) -> DateMention | None:
        """The day of the first sentence of the text, where its main clause has one."""
        return self._owners.lead

    def of(self, candidate: Candidate) -> When:
        """The date of a candidate; candidates must come in the order of the text."""
        found = self._governing(candidate)
        if found is not None:
            self._named[self._name(candidate)] = found
            self._scenes.remember(candidate, found)
            return _when(found, "governs")
        if self._simultaneity.is_past_perfect(candidate):
            outcome = self._scenes.outcome(candidate)
            return _when(outcome, "continued") if outcome is not None else When()
        if "title" in candidate.evidence:
            return self._own(candidate)
        scene = self._scenes.continued(candidate) or self._joined_to_continued(candidate)
        if scene is None:
            return self._entry(candidate)
        self._continued[candidate.head] = scene
        return _when(scene, "continued")

    def _joined_to_continued(self, candidate: Candidate) -> DateMention | None:
        """'Thirty were rounded up and FREED at midnight': the second of two verbs of a scene that goes on."""
        kind = event_types_by_name()[candidate.frame.event_type]
        goes_on = candidate.frame.kind == "verb" and not (kind.in_court or candidate.is_utterance)
        related = self._simultaneity.related(candidate) if goes_on else ()
        return next((self._continued[c.head] for c in related if c.head in self._continued), None)

    def _governing(self, candidate: Candidate) -> DateMention | None:
        related = self._simultaneity.related(candidate)
        argument, said = self._simultaneity.is_argument(candidate), candidate.is_utterance
        further = [c for c in related if argument or c.frame.kind == "noun" or (said and c.is_utterance)]
        through = (d for c in further for d in self._simultaneity.related(c))
        for c in (
            candidate,
            *related,
            *through,
        ):  # 'her arrest on 4 May, when a march was broken up': the march
            if dates := self._owners.of(c.head):
                opening = self._opening(candidate) if c.head > candidate.head else None
                return opening or _closest(dates, candidate)
        again = (self._named.get(self._name(c)) for c in (candidate, *related) if self._is_definite(c))
        if (known := next((date for date in again if date is not None), None)) is not None:
            return known
        loose = self._owners.loose(candidate.head)
        return loose[0].date if loose and self._may_take_loose(candidate) else None

    def _opening(self, candidate: Candidate) -> DateMention | None:
        """'THE NEXT DAY some sang, and one was held and deported on Sunday': the day in front."""
        loose = self._owners.loose(candidate.head)
        start = self._reading.tree.sentence_of(candidate.head).start
        opens = bool(loose) and loose[0].tokens.start - start <= OPENING
        return loose[0].date if opens and self._may_take_loose(candidate) else None

    def _name(self, candidate: Candidate) -> tuple[str, str]:
        return candidate.frame.event_type, self._reading.lemmas(candidate.head)[0]

    def _is_definite(self, candidate: Candidate) -> bool:
        """'a sit-in on 4 May ... THE sit-in was dispersed': a noun for what was told of before."""
        if candidate.frame.kind != "noun":
            return False
        return any(
            t.text.lower() in ("the", "this", "that")
            for i in candidate.used
            for t in self._reading.tree.children(i, "det")
        )

    def _may_take_loose(self, candidate: Candidate) -> bool:
        token = self._reading.tokens[candidate.head]
        if self._simultaneity.is_past_perfect(candidate) or self._simultaneity.is_set_apart(candidate):
            return False
        if self._is_in_other_part(candidate, token):
            return False
        if candidate.frame.kind == "verb":
            above = any(t.pos == "VERB" for t in self._reading.tree.ancestors(token.i))
            return token.dep not in ("relcl", "acl", "pcomp") or not above
        return self._news.is_told_now(candidate) or self._news.is_at_root(candidate)

    def _is_in_other_part(self, candidate: Candidate, token: Token) -> bool:
        """'On Sunday he promised an inquiry; the army DENIES the raid': a day of what was, not of what is."""
        start = self._reading.tree.sentence_of(token.i).start
        return token.tag in ("VBZ", "VBP") and self._owners.part_start(token.i) > start

    def _own(self, candidate: Candidate) -> When:
        """A document's own date, where it stands beside its head ('Open Letter / 4 May 2012')."""
        item, noun = self._reading.item, self._reading.tokens[candidate.head]
        if item.published_source != "dateline" or not self._titles.is_beside_dateline(noun):
            return When()
        return self._published("title")

    def _published(self, rule: str) -> When:
        item = self._reading.item
        if item.published_on is None:
            return When()
        precision = item.published_precision or "day"
        value = item.published_on.isoformat()[: _VALUE_LENGTH[precision]]
        return When(value, item.published_on, item.published_on, precision, rule)

    def _entry(self, candidate: Candidate) -> When:
        """In chronicles and liveblogs the entry's own date is that of what it tells."""
        item = self._reading.item
        if item.published_on is None or not self._news.is_entry:
            return When()
        alone = all(block.kind != "body" for block in item.blocks)
        headed = self._reading.block_kind(candidate.head) == "headline"
        headed = headed and (alone or item.published_source != "entry")
        if headed or not self._news.tells(candidate):
            return When()  # a headline has the day of the text below it
        if self._owners.entry is not None:
            self._scenes.note(candidate, self._owners.entry)
            return _when(self._owners.entry, "entry")
        return self._published("entry")


def _closest(dates: Sequence[Dated], candidate: Candidate) -> DateMention:
    """The nearest of several dates that can be resolved."""
    return min(dates, key=lambda d: (d.date.value is None, abs(d.head - candidate.head))).date


def _when(date: DateMention, rule: str) -> When:
    return When(date.value, date.date_start, date.date_end, date.precision, rule)
