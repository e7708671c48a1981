"""The tables of people, organisations and places, with how often and when each is met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from pipeline.schema.dataset import Event, Organization, Person, Place
from pipeline.schema.flow import Entity

Key = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """What the whole corpus says of its entities, keyed by kind and id."""

    mentions: Counter[Key] = field(default_factory=Counter)
    items: Counter[Key] = field(default_factory=Counter)
    days: dict[Key, tuple[date, date]] = field(default_factory=dict)

    def add_mentions(self, key: Key, mentions: int, items: int) -> None:
        """Take in how many mentions an entity has, in how many items."""
        self.mentions[key] += mentions
        self.items[key] += items

    def add_event(self, event: Event) -> None:
        """Widen the span of days of everyone who takes part in a dated event."""
        if event.date_start is None:
            return
        keys = [("person", part.person_id) for part in event.people]
        keys += [("organization", part.organization_id) for part in event.organizations]
        for key in keys:
            first, last = self.days.get(key, (event.date_start, event.date_start))
            self.days[key] = min(first, event.date_start), max(last, event.date_start)

    def dates(self, key: Key) -> tuple[date | None, date | None]:
        """First and last day of a dated event, null where there is none."""
        return self.days.get(key, (None, None))


def people(entities: Iterable[Entity], tally: Tally) -> Iterator[Person]:
    """Rows of `people`."""
    for entity in _of_kind(entities, "person"):
        key = "person", entity.entity_id
        yield Person(
            entity.entity_id, entity.name, entity.aliases, tally.mentions[key], tally.items[key],
            *tally.dates(key), entity.curated,
        )  # fmt: skip


def organizations(entities: Iterable[Entity], tally: Tally) -> Iterator[Organization]:
    """Rows of `organizations`."""
    for entity in _of_kind(entities, "organization"):
        key = "organization", entity.entity_id
        yield Organization(
            entity.entity_id, entity.name, entity.acronym, entity.aliases, tally.mentions[key],
            tally.items[key], *tally.dates(key), entity.curated,
        )  # fmt: skip


def places(entities: Iterable[Entity], tally: Tally) -> Iterator[Place]:
    """Rows of `places`."""
    for entity in _of_kind(entities, "place"):
        key = "place", entity.entity_id
        yield Place(
            entity.entity_id, entity.name, entity.place_kind or "other", entity.aliases,
            entity.country_code, entity.latitude, entity.longitude, entity.geonames_id,
            tally.mentions[key], tally.items[key], entity.curated,
        )  # fmt: skip


def _of_kind(entities: Iterable[Entity], kind: str) -> Iterator[Entity]:
    return (entity for entity in entities if entity.entity_kind == kind)
