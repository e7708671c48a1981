"""Whatever points to a row of another table finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow.compute as pc

from pipeline.schema.column import fields_of
from pipeline.schema.dataset import OrganizationRole, PersonRole
from pipeline.verify.dataset import Dataset, declared, key_names, key_of
from pipeline.verify.finding import Finding, shown

ENTITY_TABLES = {"person": "people", "organization": "organizations", "place": "places"}
ENTITY_KEYS = {"person": "person_id", "organization": "organization_id", "place": "place_id"}
NESTED = (("people", "person_id", PersonRole), ("organizations", "organization_id", OrganizationRole))


def foreign_keys(data: Dataset, table: str) -> Iterator[Finding]:
    """Values of a column declared as a reference that the other table does not have."""
    for field in declared()[table]:
        if field.column.references is None:
            continue
        other, name = field.column.references.split(".")
        if other in data.tables:
            known = data.column(other, name)[name].combine_chunks()
            where = pc.field(field.name).is_valid() & ~pc.field(field.name).isin(known)
            for *key, value in data.rows(table, *key_names(table), field.name, where=where):
                yield Finding(table, key_of(key), f"{field.name} {shown(value)} is not in {other}")


def mentioned_entities(data: Dataset) -> Iterator[Finding]:
    """Mentions whose entity is not in the table of its kind."""
    for kind, other in ENTITY_TABLES.items():
        if other in data.tables:
            known = data.column(other, ENTITY_KEYS[kind])[ENTITY_KEYS[kind]].combine_chunks()
            where = (pc.field("entity_kind") == kind) & ~pc.field("entity_id").isin(known)
            for key, value in data.rows("mentions", "mention_id", "entity_id", where=where):
                yield Finding("mentions", key_of([key]), f"entity_id {shown(value)} is not in {other}")


def told_in_items(data: Dataset) -> Iterator[Finding]:
    """Item ids in the lists of events that are no items."""
    known = set(data.column("items", "item_id")["item_id"].to_pylist())
    for key, items in data.rows("events", "event_id", "item_ids"):
        for item in items:
            if item not in known:
                yield Finding("events", key_of([key]), f"item_ids has {shown(item)}, which is not in items")


def participants(data: Dataset, column: str, key: str, row: type) -> Iterator[Finding]:
    """People or organisations in the lists of events: known, called by their names, in a role, once."""
    names = dict(data.rows(column, key, "name"))
    roles = next(field.column.choices for field in fields_of(row) if field.name == "role")
    for event, parts in data.rows("events", "event_id", column):
        seen = set()
        for part in parts:
            who, name, role = part[key], part["name"], part["role"]
            if who not in names:
                yield Finding(
                    "events", key_of([event]), f"{column} has {shown(who)}, which is not in {column}"
                )
            elif names[who] != name:
                yield Finding(
                    "events", key_of([event]), f"{who} is called {shown(name)}, not {shown(names[who])}"
                )
            if role not in roles:
                yield Finding(
                    "events", key_of([event]), f"role {shown(role)} of {who} is not one of {list(roles)}"
                )
            if (who, role) in seen:
                yield Finding("events", key_of([event]), f"{who} is listed twice as {role}")
            seen.add((who, role))


def place_names(data: Dataset) -> Iterator[Finding]:
    """Places of events that are called otherwise than in `places`."""
    names = dict(data.rows("places", "place_id", "name"))
    for event, place, name in data.rows("events", "event_id", "place_id", "place_name"):
        if place in names and names[place] != name:
            yield Finding("events", key_of([event]), f"place_name {shown(name)} is not {shown(names[place])}")
        if place is None and name is not None:
            yield Finding("events", key_of([event]), f"place_name {shown(name)} has no place_id")


def participant_tables(data: Dataset, column: str, key: str) -> Iterator[Finding]:
    """`event_people` and `event_organizations` hold what the lists of `events` hold."""
    table = f"event_{column}"
    nested = {
        (event, part[key], part["role"])
        for event, parts in data.rows("events", "event_id", column)
        for part in parts
    }
    flat = set(data.rows(table, "event_id", key, "role"))
    for row in sorted(flat - nested):
        yield Finding(table, key_of(row), f"is not in the list {column} of its event")
    for row in sorted(nested - flat):
        yield Finding(table, key_of(row), f"is missing, but in the list {column} of its event")
