"""One telling a real event that an item's sentence tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.extract.confidence import Confidence
from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.participants.roles import Cast, Participants
from pipeline.extract.syntax.classes import Classifier
from pipeline.extract.syntax.clause import Clauses
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.time.headline_dates import date_headlines
from pipeline.extract.time.when import Dating, When
from pipeline.extract.triggers.factuality import Factuality
from pipeline.extract.triggers.modality import Modality
from pipeline.extract.triggers.trigger import TriggerFinder
from pipeline.extract.where import Placing
from pipeline.schema.flow import CleanItem, DateMention, Entity, LinkedMention, Parse, Telling


def tell(
    item: CleanItem,
    parse: Parse,
    mentions: Sequence[LinkedMention],
    entities: Mapping[tuple[str, str], Entity],
    dates: Sequence[DateMention],
) -> list[Telling]:
    """The tellings of an item in order, in clean offsets; two tellings of one event are two rows.

    Names are taken from `mentions`, dates from `dates`; both are of this item. `entities` are keyed by kind
    and id.
    """
    teller = _Teller(Reading(item, parse, mentions, entities, dates))
    return date_headlines(item, teller.tellings(), teller.lead)


class _Teller:
    """Carries one item through the steps: triggers, factuality, participants, date and place."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        clauses, classifier = Clauses(reading), Classifier(reading)
        modality = Modality(reading, clauses)
        found = TriggerFinder(reading, clauses, classifier, modality).find()
        self._judged = [(c, modality.of(c)) for c in found]
        self._participants = Participants(reading, clauses, classifier)
        self._dating = Dating(reading, found)
        self._placing = Placing(reading, found)
        self._confidence = Confidence(reading)

    @property
    def lead(self) -> DateMention | None:
        """The day of the first sentence of the text."""
        return self._dating.lead

    def tellings(self) -> list[Telling]:
        for candidate, _ in self._judged:
            if candidate.kind.reports_speech:
                self._participants.note(candidate, self._participants.of(candidate))
        told = []
        for candidate, factuality in self._judged:
            cast = self._participants.of(candidate)
            if factuality is Factuality.HAPPENED and not candidate.kind.reports_speech:
                self._participants.note(candidate, cast)
            when = self._dating.of(candidate)
            announced = factuality is Factuality.ANNOUNCED and candidate.kind.announced
            if factuality is Factuality.HAPPENED or (announced and when.value):
                telling = self._telling(candidate, when, cast)
                if telling.participants or not candidate.frame.named:
                    told.append(telling)
        return told

    def _telling(self, candidate: Candidate, when: When, cast: Cast) -> Telling:
        reading = self._reading
        tree = reading.tree  # a trigger that the model parts stands in two sentences
        start, _ = tree.sentence_span(tree.sentence_of(candidate.first))
        _, end = tree.sentence_span(tree.sentence_of(candidate.last))
        first, last = reading.tokens[candidate.first], reading.tokens[candidate.last]
        place_id = self._placing.of(candidate, when.rule)
        return Telling(
            item_id=reading.item.item_id,
            event_type=candidate.frame.event_type,
            trigger_start=first.start,
            trigger_end=last.end,
            start=start,
            end=end,
            trigger=reading.item.text[first.start : last.end],
            sentence=reading.item.text[start:end],
            value=when.value,
            date_start=when.start,
            date_end=when.end,
            date_precision=when.precision,
            place_id=place_id,
            participants=cast.participants,
            confidence=self._confidence.of(candidate, when, cast, place_id),
            rule=candidate.frame.name,
            unnamed=cast.unnamed,
        )
