"""One event, many tellings: unite the tellings of all items that speak of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from pipeline.extract.join.events import Plover, event_of
from pipeline.extract.join.facts import Entities, facts_of
from pipeline.extract.join.groups import Fits, Group, gather, homes_of
from pipeline.extract.join.ids import IdParts, event_ids, id_parts
from pipeline.extract.join.profiles import profile_of
from pipeline.extract.join.rules import (
    choose_across,
    choose_in_item,
    fit_across,
    fit_in_item,
    keys_in_item,
    keys_sought,
    keys_told,
)
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, Telling, ToldEvent
from pipeline.schema.joining import JoinedUnit


@dataclass(frozen=True, slots=True)
class Unit:
    """Tellings of one event in one item, and what is remembered of them; `group` may have absorbed others."""

    group: Group
    tellings: tuple[Telling, ...]
    row: JoinedUnit


@dataclass(frozen=True, slots=True)
class Joined:
    """The events of a group of types and their units in order, and the tellings in that of the units."""

    events: list[Event]
    told: list[ToldEvent]
    units: list[JoinedUnit]


def join(
    tellings: Sequence[Telling], entities: Sequence[Entity], plover: Plover
) -> tuple[list[Event], list[ToldEvent]]:
    """Unite tellings of one event, within items and then over items and pages.

    Tellings are one event where type (arrest and detention count as one), those it is about, date and
    place agree as far as each is told; resources/extract/joining.toml says how much must be told. A
    telling without a date joins a dated event of another item only where it fits no other. `plover`
    gives the PLOVER event and mode of each event type.

    Returns the events, sorted by id, and every telling with its event, sorted by item and place in
    it. The result does not depend on the order of the input. Offsets stay clean offsets.
    """
    groups: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[group_of(telling.event_type)].append(telling)
    # The evidence is many times the tellings: that of one group of types is held at a time.
    found = [join_group(own, entities, plover) for _, own in sorted(groups.items())]
    events = sorted((event for one in found for event in one.events), key=lambda event: event.event_id)
    told = [row for one in found for row in one.told]
    told.sort(key=lambda t: (t.telling.item_id, t.telling.trigger_start, t.telling.event_type))
    return events, told


def join_group(tellings: Sequence[Telling], entities: Sequence[Entity], plover: Plover) -> Joined:
    """As `join`, of the tellings of one group of types."""
    known: Entities = {(entity.entity_kind, entity.entity_id): entity for entity in entities}
    units = units_of(tellings, known)
    rows = [unit.row for unit in units]
    homes = homes_of(
        [unit.group for unit in units],
        (row.sought for row in rows),
        (row.told for row in rows),
        fits_across(known),
        choose_across,
    )
    founders = [number for number, home in enumerate(homes) if home == number]
    events = [event_of(units[number].group, known, plover) for number in founders]
    parts = [id_parts(event, units[n].group) for event, n in zip(events, founders, strict=True)]
    events = [replace(event, event_id=one) for event, one in zip(events, event_ids(parts), strict=True)]
    named = dict(zip(founders, zip(events, parts, strict=True), strict=True))
    told = [
        ToldEvent(named[home][0].event_id, telling)
        for unit, home in zip(units, homes, strict=True)
        for telling in unit.tellings
    ]
    rows = [replace(row, home=home) for row, home in zip(rows, homes, strict=True)]
    for number, (_, own) in named.items():
        rows[number] = founder(rows[number], own)
    return Joined(events, told, rows)


def group_of(event_type: str) -> str:
    """The types among which tellings may be of one event, by a name: those of two groups never are."""
    return profile_of(event_type).group or event_type


def founder(row: JoinedUnit, parts: IdParts) -> JoinedUnit:
    """The row of a unit that founded an event, with that of which the id is made."""
    return replace(row, plain=parts.plain, vague=parts.vague, near=parts.near, far=parts.far)


def fits_across(entities: Entities) -> Fits:
    """How well units of different items fit."""
    return partial(fit_across, entities=entities)


def units_of(tellings: Iterable[Telling], entities: Entities) -> list[Unit]:
    """Tellings of one group of types, united within their items; in the order in which they ask.

    Of two tellings at one trigger the fuller stays.
    """
    fullest = {(t.item_id, t.trigger_start): t for t in sorted(tellings, key=_fullest_last)}
    by_item: defaultdict[str, list[Group]] = defaultdict(list)
    for (item_id, _), telling in sorted(fullest.items()):
        by_item[item_id].append(Group(facts_of(telling, entities)))
    in_item = partial(fit_in_item, entities=entities)
    groups = (
        group
        for own in by_item.values()
        for group in gather(own, keys_in_item, keys_in_item, in_item, choose_in_item)
    )
    return [_unit(group) for group in sorted(groups, key=Group.order)]


def _unit(group: Group) -> Unit:
    rank, later, unnamed, first = group.order()
    tellings = tuple(facts.telling for facts in group.facts)
    sought, told = (tuple(sorted(set(keys(group)))) for keys in (keys_sought, keys_told))
    return Unit(
        group, tellings, JoinedUnit(rank, int(later), unnamed, *first, len(tellings), sought, told, 0)
    )


def _fullest_last(telling: Telling) -> tuple[object, ...]:
    at = telling.item_id, telling.trigger_start, telling.trigger_end, telling.event_type, telling.rule
    return telling.confidence, len(telling.participants), telling.date_start is not None, at
