"""Doubtful cases as rows of the curation files, ready to be decided on.

A row whose cell `decision` stays empty decides nothing, so a file may be filled in bit by bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.schema.dataset import Event, EventMention, Item
from pipeline.schema.flow import DoubtfulPair

DOUBTFUL_BELOW = 0.6
"""Confidence under which an event is offered for review."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row of a curation file with an empty decision, and what speaks for looking at it."""

    file: str
    cells: Mapping[str, str]


def doubtful_pairs(pairs: Iterable[DoubtfulPair]) -> Iterator[ReviewRow]:
    """Pairs of entities kept apart, the likeliest first: `same` or `not_same`."""
    for pair in sorted(pairs, key=lambda p: (-p.score, p.entity_kind, p.left_id, p.right_id)):
        note = f"{pair.reason} ({pair.score:.2f})"
        cells = {"kind": pair.entity_kind, "entity": pair.left_id, "other": pair.right_id, "note": note}
        yield ReviewRow("entities", cells)


def doubtful_events(
    events: Iterable[Event], tellings: Iterable[EventMention], items: Iterable[Item]
) -> Iterator[ReviewRow]:
    """Events of little confidence, the least first: `reject` or `set`, with what the machine has."""
    page_of = {item.item_id: item.page_id for item in items}
    told: dict[str, EventMention] = {}
    for telling in tellings:
        told.setdefault(telling.event_id, telling)
    low = (e for e in events if e.confidence < DOUBTFUL_BELOW and not e.curated and e.event_id in told)
    for event in sorted(low, key=lambda e: (e.confidence, e.event_id)):
        telling = told[event.event_id]
        cells = {
            "page_id": page_of[telling.item_id],
            "start": str(telling.trigger_start),
            "end": str(telling.trigger_end),
            "words": telling.trigger,
            "event_type": event.event_type,
            "note": f"{telling.sentence} ({event.confidence:.2f})",
        }
        yield ReviewRow("events", cells)
