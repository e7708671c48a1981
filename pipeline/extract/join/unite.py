"""One event, many tellings: unite the tellings of all items that speak of one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from pipeline.extract.join.events import Plover, events_of
from pipeline.extract.join.facts import Entities, Facts, facts_of
from pipeline.extract.join.groups import Group, gather
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
    known: Entities = {(entity.entity_kind, entity.entity_id): entity for entity in entities}
    events: list[Event] = []
    told: list[ToldEvent] = []
    for own in _by_type(tellings).values():
        # The evidence is many times the tellings: that of one group of types is held at a time.
        groups = _unite((facts_of(telling, known) for telling in own), known)
        for event, group in events_of(groups, known, plover):
            events.append(event)
            told += (ToldEvent(event.event_id, facts.telling) for facts in group.facts)
    events.sort(key=lambda event: event.event_id)
    told.sort(key=lambda t: (t.telling.item_id, t.telling.trigger_start, t.telling.event_type))
    return events, told


def group_of(event_type: str) -> str:
    """The types among which tellings may be of one event, by a name: those of two groups never are."""
    return profile_of(event_type).group or event_type


def _by_type(tellings: Iterable[Telling]) -> Mapping[str, list[Telling]]:
    """The tellings by group of types, in order; of two at one trigger, the fuller."""
    found: defaultdict[str, dict[tuple[str, int], Telling]] = defaultdict(dict)
    for telling in sorted(tellings, key=_fullest_last):
        found[group_of(telling.event_type)][telling.item_id, telling.trigger_start] = telling
    return {group: [told[key] for key in sorted(told)] for group, told in sorted(found.items())}


def _fullest_last(telling: Telling) -> tuple[object, ...]:
    at = telling.item_id, telling.trigger_start, telling.trigger_end, telling.event_type, telling.rule
    return telling.confidence, len(telling.participants), telling.date_start is not None, at


def _unite(facts: Iterable[Facts], entities: Entities) -> list[Group]:
    by_item: defaultdict[str, list[Group]] = defaultdict(list)
    for told in facts:
        by_item[told.telling.item_id].append(Group(told))
    in_item = partial(fit_in_item, entities=entities)
    across = partial(fit_across, entities=entities)
    united = [
        group
        for item in sorted(by_item)
        for group in gather(by_item[item], keys_in_item, keys_in_item, in_item, choose_in_item)
    ]
    return gather(united, keys_sought, keys_told, across, choose_across)
