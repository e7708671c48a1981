"""clean items, parses, linked mentions, dates → events and their tellings; with curation/events.csv."""

from collections.abc import Iterator
from operator import attrgetter

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.costs import Outcome, counted
from pipeline.curation import curate_events, load_decisions, locate, names_of
from pipeline.extract import coded, tell
from pipeline.jobs import PageRows, over_workers
from pipeline.joined_events import plover, write_events
from pipeline.kept import keep_in
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import DecisionRow, Event
from pipeline.schema.flow import CleanItem, DateMention, Entity, LinkedMention, Parse, Telling, ToldEvent
from pipeline.stage_pages import stage_pages
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.pages import PageColumns, pages_of, runs
from pipeline.storage.tables import count_rows, read_columns, read_rows, write_rows
from pipeline.versions import stage_version


def run(paths: Paths, params: Params) -> Outcome:
    """Find the tellings of every item and join those of one event."""
    keep_in(paths.cache)
    reads = {"clean": CleanItem, "parses": Parse, "linked": LinkedMention, "dates": DateMention}
    stage = PageStage(
        "extract",
        stage_version("extract"),
        (
            *(Source(row, stage_pages(paths, name, row)) for name, row in reads.items()),
            Source(Entity, _named(paths)),
        ),
        {"told": Telling},
    )
    total = count_rows(paths.stage("clean"))
    made = make_tables(stage, over_workers(_tell, stage.classes, params), paths, total)
    write_events(paths, params)
    _curate(paths)
    events, tellings = (count_rows(paths.stage(name)) for name in ("events", "tellings"))
    return Outcome(
        f"{counted(events, 'event')}, told {counted(tellings, 'time')}", made.read, made.remembered
    )


def _curate(paths: Paths) -> None:
    """Carry out the decisions on events."""
    decided: list[DecisionRow] = []
    if decisions := load_decisions(paths.curation, "events"):
        entities = list(read_rows(paths.stage("entities"), Entity))
        located, lost = locate(read_rows(paths.stage("clean"), CleanItem), decisions)
        events = list(read_rows(paths.stage("events"), Event))
        told = list(read_rows(paths.stage("tellings"), ToldEvent))
        events, told, outcomes = curate_events(events, told, located, names_of(entities), plover())
        decided = [outcome.row for outcome in (*outcomes, *lost)]
        write_rows(paths.stage("events"), Event, map(coded, events))
        write_rows(paths.stage("tellings"), ToldEvent, told)
    write_rows(paths.stage("decided_events"), DecisionRow, decided)


def _named(paths: Paths) -> Iterator[PageColumns]:
    """The entities that each page names."""
    import numpy as np

    entities = read_columns(paths.stage("entities"), Entity)
    linked = read_columns(paths.stage("linked"), LinkedMention)
    pages = pages_of(linked).dictionary_encode()
    numbers = pc.index_in(_who(linked), value_set=_who(entities))
    pairs = pages.indices.to_numpy().astype(np.int64) * len(entities) + numbers.to_numpy()
    of_page, named = np.divmod(
        np.unique(pairs), len(entities)
    )  # pages as they come, entities as in the table
    rows = entities.take(pa.array(named))
    for page, start, stop in runs(pa.array(of_page)):
        yield PageColumns(
            pages.dictionary[page].as_py(), pa.concat_batches([rows.slice(start, stop - start)])
        )


def _who(rows: pa.RecordBatch) -> pa.Array:
    return pc.binary_join_element_wise(rows.column("entity_kind"), rows.column("entity_id"), " ")


def _tell(pages: list[PageRows]) -> list[PageRows]:
    return [(_tellings_of_page(*page),) for page in pages]


def _tellings_of_page(
    items: list[CleanItem],
    parses: list[Parse],
    mentions: list[LinkedMention],
    dates: list[DateMention],
    named: list[Entity],
) -> list[Telling]:
    known = {(entity.entity_kind, entity.entity_id): entity for entity in named}
    told: list[Telling] = []
    for item, (parse, own, dated) in cogroup(items, attrgetter("item_id"), parses, mentions, dates):
        entities = {who: known[who] for m in own for who in [(m.entity_kind, m.entity_id)]}
        told += tell(item, only(parse, item.item_id), own, entities, dated)
    return told
