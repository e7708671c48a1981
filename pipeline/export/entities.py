"""FollowTheMoney entities, as OpenSanctions and OpenAleph read them: one JSON object a line.

Items become Article, people Person, organisations Organization, places Address, events Event whose
`proof` are the articles that tell it. FollowTheMoney's Event knows no roles, so each part that
somebody takes in an event is an UnknownLink with that role.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from followthemoney import model
from followthemoney.proxy import EntityProxy

from pipeline.days import as_said
from pipeline.schema.dataset import Event, Item, Organization, Page, Person, Place
from pipeline.storage.dataset import published

__all__ = ["entities", "write"]


def write(dataset: Path, path: Path) -> None:
    """Write the entities as JSON lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(dataset):
            file.write(json.dumps(entity.to_dict(), ensure_ascii=False, sort_keys=True) + "\n")


def entities(dataset: Path) -> Iterator[EntityProxy]:
    """Every article, person, organisation, place, event and part taken in one."""
    pages = {page.page_id: page for page in published(dataset, Page)}
    for item in published(dataset, Item):
        yield _article(item, pages[item.page_id])
    for person in published(dataset, Person):
        yield _entity("Person", person.person_id, name=[person.name], alias=person.aliases)
    for body in published(dataset, Organization):
        yield _entity("Organization", body.organization_id, name=[body.name], alias=body.aliases,
                      abbreviation=[body.acronym])  # fmt: skip
    places = {place.place_id: place for place in published(dataset, Place)}
    for place in places.values():
        yield _address(place)
    for event in published(dataset, Event):
        yield _event(event, places.get(event.place_id or ""))
        yield from (_part("Person", part.person_id, event, part.role) for part in event.people)
        yield from (
            _part("Organization", part.organization_id, event, part.role) for part in event.organizations
        )


def _entity(schema: str, *key: str, **values: Iterable[str | None]) -> EntityProxy:
    """An entity with an id made from its schema and key; values that its properties refuse are left out."""
    entity = model.make_entity(schema)
    entity.id = _id(schema, *key)
    for name, found in values.items():
        entity.add(name, sorted(value for value in found if value))
    return entity


def _id(schema: str, *key: str) -> str | None:
    made: str | None = model.make_entity(schema).make_id(schema, *key)
    return made


def _article(item: Item, page: Page) -> EntityProxy:
    return _entity(
        "Article",
        item.item_id,
        title=[item.headline],
        name=[item.headline or item.text[:80] or item.item_id],
        bodyText=[item.text],
        publishedAt=[as_said(item.published_on, item.published_precision)],
        sourceUrl=[page.url],
        fileName=[page.path],
        language=[page.language],
    )


def _address(place: Place) -> EntityProxy:
    return _entity(
        "Address",
        place.place_id,
        name=[place.name],
        full=[place.name],
        alias=place.aliases,
        city=[place.name if place.kind == "city" else None],
        country=[place.country_code],
        latitude=[None if place.latitude is None else str(place.latitude)],
        longitude=[None if place.longitude is None else str(place.longitude)],
    )


def _event(event: Event, place: Place | None) -> EntityProxy:
    start = as_said(event.date_start, event.date_precision)
    end = as_said(event.date_end, event.date_precision)
    people = (_id("Person", part.person_id) for part in event.people)
    bodies = (_id("Organization", part.organization_id) for part in event.organizations)
    return _entity(
        "Event",
        event.event_id,
        name=[f"{event.event_type.replace('_', ' ')}: {event.trigger}"],
        summary=[event.sentence],
        date=[start if start == end else None],
        startDate=[start],
        endDate=[end],
        keywords=[event.event_type, event.plover_event, event.plover_mode],
        recordId=[event.event_id],
        location=[event.place_name],
        addressEntity=[_id("Address", event.place_id) if event.place_id else None],
        country=[place.country_code if place else None],
        involved=[*people, *bodies],
        proof=[_id("Article", item_id) for item_id in event.item_ids],
    )


def _part(schema: str, known: str, event: Event, role: str) -> EntityProxy:
    return _entity(
        "UnknownLink",
        known,
        event.event_id,
        role,
        subject=[_id(schema, known)],
        object=[_id("Event", event.event_id)],
        role=[role],
    )
