"""Doubtful cases as rows of the curation files, ready to be decided on.

A row whose cell `decision` stays empty decides nothing, so a file may be filled in bit by bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.curation.ambiguous import ambiguous_names
from pipeline.curation.doubts import Doubts
from pipeline.doubtful import DOUBTFUL_BELOW
from pipeline.layout_names import FALLBACKS
from pipeline.schema.dataset import Event, EventMention, Item, MentionRow, Person
from pipeline.schema.flow import DoubtfulPair


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
    events: Iterable[Event],
    tellings: Iterable[EventMention],
    items: Iterable[Item],
    doubts: Doubts,
    below: float = DOUBTFUL_BELOW,
) -> Iterator[ReviewRow]:
    """Events less sure than `below`, the least first: `reject` or `set`, with what the machine has and why.

    What no sentence says of an event, as a date carried over from the one before, makes it less sure.
    """
    page_of = {item.item_id: item.page_id for item in items}
    told: dict[str, list[EventMention]] = {}
    for telling in tellings:
        told.setdefault(telling.event_id, []).append(telling)
    open_ones = (event for event in events if not event.curated and event.event_id in told)
    judged = ((doubts.of(event, told[event.event_id], below), event) for event in open_ones)
    low = [(doubt, event) for doubt, event in judged if doubt.sure < below]
    for doubt, event in sorted(low, key=lambda pair: (pair[0].sure, pair[1].event_id)):
        telling = told[event.event_id][0]
        cells = {
            "page_id": page_of[telling.item_id],
            "start": str(telling.trigger_start),
            "end": str(telling.trigger_end),
            "words": telling.trigger,
            "event_type": event.event_type,
            "note": f"{'; '.join(doubt.reasons)}: {telling.sentence} ({doubt.sure:.2f})",
        }
        yield ReviewRow("events", cells)


def is_doubtful(item: Item) -> bool:
    """Whether no layout of listings knew the item and nothing on it shows that it was cut rightly.

    A dateline of its own shows it; a date of the whole page, or none, does not.
    """
    return item.layout in FALLBACKS and item.published_source not in ("dateline", "metadata", "manifest")


def doubtful_items(items: Iterable[Item], texts: Mapping[str, str]) -> Iterator[ReviewRow]:
    """Items to `join` to the one before, date (`set`), or `split`, with `at` where the new one begins."""
    for item in filter(is_doubtful, items):
        words = " ".join(texts[item.page_id][item.start : item.start + 60].split()[:8])
        note = f"cut as {item.layout!r}, {item.end - item.start} characters"
        cells = {"page_id": item.page_id, "at": str(item.start), "words": words, "note": note}
        yield ReviewRow("items", cells)


def doubtful_names(
    mentions: Iterable[MentionRow], people: Iterable[Person], items: Iterable[Item]
) -> Iterator[ReviewRow]:
    """Names of one word that several on the page bear: `assign` them to `entity`, or another of the note."""
    page_of = {item.item_id: item.page_id for item in items}
    known = {person.person_id: person for person in people}
    pages: dict[str, list[MentionRow]] = {}
    for mention in mentions:
        pages.setdefault(page_of[mention.item_id], []).append(mention)
    for page_id, named in pages.items():
        for doubt in ambiguous_names(named, known):
            mention = doubt.mention
            cells = {
                "page_id": page_id,
                "start": str(mention.start),
                "end": str(mention.end),
                "words": mention.text,
                "kind": "person",
                "entity": mention.entity_id,
                "note": f"may name {' or '.join(doubt.candidates)}",
            }
            yield ReviewRow("mentions", cells)
