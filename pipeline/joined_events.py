"""Tellings joined to events: a group of event types apart from the others, over the workers and remembered.

Tellings of types of two groups are never one event, so that a group is to joining what a page is to others.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.extract import coded, group_of, join, load_event_types
from pipeline.jobs import PageRows, over_workers
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, Telling, ToldEvent
from pipeline.storage.pages import PageColumns
from pipeline.storage.sorting import sorted_columns
from pipeline.storage.tables import open_table, read_columns
from pipeline.versions import stage_version

Plover = dict[str, tuple[str | None, str | None]]

_ORDERS = {
    "events": (Event, ("event_id",)),
    "tellings": (ToldEvent, ("telling.item_id", "telling.trigger_start", "telling.event_type")),
}
"""What is made, and how it is sorted."""


def write_events(paths: Paths, params: Params) -> None:
    """Write the events and their tellings, with no decisions carried out."""
    tellings = read_columns(paths.stage("told"), Telling)
    entities = read_columns(paths.stage("entities"), Entity)
    groups = list(_groups(tellings))
    stage = PageStage(
        "join",
        stage_version("extract", "join"),
        (Source(Telling, groups), Source(Entity, _concerned(groups, entities))),
        {name: row for name, (row, _) in _ORDERS.items()},
    )
    folder = paths.cache / "joined"
    spread = over_workers(partial(_join, plover=plover()), stage.classes, params)
    make_tables(stage, spread, paths, tellings.num_rows, folder=folder)
    for name, (row, order) in _ORDERS.items():
        with open_table(paths.stage(name), row) as table:
            for columns in sorted_columns(folder / f"{name}.parquet", row, order):
                table.add_columns(columns)
        (folder / f"{name}.parquet").unlink()


def plover() -> Plover:
    """PLOVER's event and mode of each event type."""
    return {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}


def _groups(tellings: pa.RecordBatch) -> Iterator[PageColumns]:
    """The tellings of each group of types, in their order."""
    types = tellings.column("event_type")
    members: dict[str, list[str]] = {}
    for event_type in sorted(pc.unique(types).to_pylist()):
        members.setdefault(group_of(event_type), []).append(event_type)
    for group, own in sorted(members.items()):
        rows = pc.indices_nonzero(pc.is_in(types, value_set=pa.array(own)))
        yield PageColumns(group, tellings.take(rows))


def _concerned(groups: list[PageColumns], entities: pa.RecordBatch) -> Iterator[PageColumns]:
    """The entities of which the tellings of each group speak."""
    known = _who(entities.column("entity_kind"), entities.column("entity_id"))
    for group in groups:
        parts = pc.list_flatten(group.rows.column("participants"))
        taking_part = _who(pc.struct_field(parts, "entity_kind"), pc.struct_field(parts, "entity_id"))
        places = pc.drop_null(group.rows.column("place_id"))
        where = _who(pa.array(["place"] * len(places), pa.string()), places)
        told = pc.index_in(pc.unique(pa.concat_arrays([taking_part, where])), value_set=known)
        numbers = pc.drop_null(told)
        yield PageColumns(group.page_id, entities.take(numbers.take(pc.array_sort_indices(numbers))))


def _who(kinds: pa.Array, ids: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(kinds, ids, " ")


def _join(groups: list[PageRows], plover: Plover) -> list[PageRows]:
    found = (join(tellings, entities, plover) for tellings, entities in groups)
    return [(list(map(coded, events)), told) for events, told in found]
