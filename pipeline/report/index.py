"""What the review page needs at once: everything but the texts and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from pipeline.curation.ambiguous import ambiguous_names
from pipeline.curation.decisions import COLUMNS
from pipeline.curation.review import is_doubtful
from pipeline.doubtful import DOUBTFUL_BELOW
from pipeline.report.compact import Table, compact
from pipeline.report.rows import EVENT, ITEM, ORGANIZATION, PERSON, PLACE, Rows
from pipeline.schema.dataset import ENTITY_KINDS, EVENT_TYPES, ROLES, Event, RejectedSpan

FURNITURE = (
    "menu", "share", "navigation", "breadcrumb", "pagination", "rule", "cookie", "copyright", "read_more",
    "sign", "list sign", "number", "underline", "wire code", "time", "running head", "tags", "address",
    "contact", "mail", "day head",
)  # fmt: skip
"""Reasons of stretches that hardly ever are news."""


def index_of(rows: Rows) -> dict[str, Any]:
    """Pages, items, entities, events and doubtful pairs; events name items and entities by id."""
    named = _items_of_entities(rows)
    return {
        "eventTypes": _event_types(rows.events),
        "roles": list(ROLES),
        "curationColumns": {file: list(columns) for file, columns in COLUMNS.items()},
        "doubtfulBelow": DOUBTFUL_BELOW,
        "pages": compact(rows.pages, "page_id path title url retrieved_on language item_count problem"),
        "items": compact(rows.items, ITEM),
        "people": _entities(named["person"], rows.people, PERSON),
        "organizations": _entities(named["organization"], rows.organizations, ORGANIZATION),
        "places": _entities(named["place"], rows.places, PLACE),
        "events": _events(rows.events),
        "doubtful": compact(rows.doubtful, "entity_kind left_id right_id score reason"),
        "doubtfulItems": [number for number, item in enumerate(rows.items) if is_doubtful(item)],
        "leftOut": _left_out(rows),
        "furniture": list(FURNITURE),
        "ambiguous": _ambiguous(rows),
        "decisions": compact(rows.decisions, "file line decision applied problem"),
    }


def _event_types(events: Iterable[Event]) -> list[str]:
    """The contract's types in its order, then those that were added as data and are met here."""
    return [*EVENT_TYPES, *sorted({event.event_type for event in events} - set(EVENT_TYPES))]


def _left_out(rows: Rows) -> list[list[int]]:
    """Pages by number, with how many characters that may be news are in none of their items; most first."""
    counts = [
        [number, sum(map(_size, rows.rejected.get(page.page_id, ())))]
        for number, page in enumerate(rows.pages)
    ]
    return sorted((pair for pair in counts if pair[1]), key=lambda pair: -pair[1])


def _size(span: RejectedSpan) -> int:
    return 0 if span.reason in FURNITURE else span.end - span.start


def _ambiguous(rows: Rows) -> list[list[Any]]:
    """Names that fit several people of their page: item, first character, ids of all whom they fit."""
    people = {person.person_id: person for person in rows.people}
    return [
        [doubt.mention.item_id, doubt.mention.start, doubt.candidates]
        for mentions in rows.mentions.values()
        for doubt in ambiguous_names(mentions, people)
    ]


def _entities(numbers: Mapping[str, list[int]], entities: Iterable[Any], columns: str) -> Table:
    """Entities with the numbers of the items that mention them, so that a browser finds these at once."""
    table = compact(entities, columns)
    table["columns"].append("items")
    for row in table["rows"]:
        row.append(numbers.get(row[0], []))
    return table


def _items_of_entities(rows: Rows) -> dict[str, dict[str, list[int]]]:
    """For each kind of entity and each id the numbers of the items that mention it, in order."""
    numbers = {item.item_id: number for number, item in enumerate(rows.items)}
    named: dict[str, dict[str, set[int]]] = {kind: {} for kind in ENTITY_KINDS}
    for mention in chain.from_iterable(rows.mentions.values()):
        named[mention.entity_kind].setdefault(mention.entity_id, set()).add(numbers[mention.item_id])
    return {kind: {who: sorted(items) for who, items in own.items()} for kind, own in named.items()}


def _events(events: list[Event]) -> Table:
    table = compact(events, EVENT)
    table["columns"] += ["people", "organizations"]
    for row, event in zip(table["rows"], events, strict=True):
        row.append([[part.person_id, part.role] for part in event.people])
        row.append([[part.organization_id, part.role] for part in event.organizations])
    return table
