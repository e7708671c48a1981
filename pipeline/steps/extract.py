"""clean items, parses, linked mentions, dates → events and their tellings; with curation/events.csv."""

from collections.abc import Iterator
from operator import attrgetter

from pipeline.costs import Outcome
from pipeline.curation import curate_events, load_decisions, locate, names_of
from pipeline.extract import coded, join, load_event_types, tell
from pipeline.memo import Memo
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.remembered import found_in_items
from pipeline.schema.dataset import DecisionRow, Event
from pipeline.schema.flow import CleanItem, DateMention, Entity, LinkedMention, Parse, Telling, ToldEvent
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.tables import count_rows, read_rows, write_rows

Input = tuple[CleanItem, Parse, list[LinkedMention], list[DateMention], list[Entity]]
"""What is told of an item depends on it, its names with their entities, and its dates."""


def run(paths: Paths, params: Params) -> Outcome:
    """Find the tellings of every item and join those of one event."""
    entities = list(read_rows(paths.stage("entities"), Entity))
    known = {(entity.entity_kind, entity.entity_id): entity for entity in entities}
    total = count_rows(paths.stage("clean"))
    memo = Memo(paths.memo)
    told = found_in_items("extract", Telling, _tell, _inputs(paths, known), memo, params)
    shown = tracked(told, total, "extract")
    tellings = [telling for found in shown for telling in found]
    plover = {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}
    events, joined = join(tellings, entities, plover)
    items = read_rows(paths.stage("clean"), CleanItem)
    located, lost = locate(items, load_decisions(paths.curation, "events"))
    events, joined, outcomes = curate_events(events, joined, located, names_of(entities), plover)
    decided = (outcome.row for outcome in (*outcomes, *lost))
    write_rows(paths.stage("decided_events"), DecisionRow, decided)
    write_rows(paths.stage("events"), Event, map(coded, events))
    write_rows(paths.stage("tellings"), ToldEvent, joined)
    return Outcome(f"{len(events)} events, told {len(joined)} times", total, memo.asked - memo.computed)


def _inputs(paths: Paths, entities: dict[tuple[str, str], Entity]) -> Iterator[Input]:
    streams = (
        read_rows(paths.stage("parses"), Parse),
        read_rows(paths.stage("linked"), LinkedMention),
        read_rows(paths.stage("dates"), DateMention),
    )
    items = read_rows(paths.stage("clean"), CleanItem)
    for item, (parses, mentions, dates) in cogroup(items, attrgetter("item_id"), *streams):
        named = {who: entities[who] for m in mentions for who in [(m.entity_kind, m.entity_id)]}
        yield item, only(parses, item.item_id), mentions, dates, list(named.values())


def _tell(inputs: list[Input]) -> list[list[Telling]]:
    return [_tell_one(*given) for given in inputs]


def _tell_one(
    item: CleanItem,
    parse: Parse,
    mentions: list[LinkedMention],
    dates: list[DateMention],
    named: list[Entity],
) -> list[Telling]:
    entities = {(entity.entity_kind, entity.entity_id): entity for entity in named}
    return tell(item, parse, mentions, entities, dates)
