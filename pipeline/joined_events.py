"""Tellings joined to events: a group of event types apart from the others, over the workers and remembered.

Tellings of types of two groups are never one event. Of a group that the last run has joined, only those
tellings ask again which event they are of that may find another one (`pipeline.joined_again`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.extract import coded, group_of, join_group, load_event_types
from pipeline.jobs import Job, PageRows, job_of_columns, over_workers
from pipeline.joined_again import JoinedColumns, Known, Rejoined
from pipeline.joined_before import JoinedBefore, note_joined
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, Telling, ToldEvent
from pipeline.schema.joining import JoinedUnit
from pipeline.storage.tables import ROW_GROUP, open_table, read_columns
from pipeline.versions import stage_version

Plover = dict[str, tuple[str | None, str | None]]

_READS, _MAKES = (Telling, Entity), (Event, ToldEvent, JoinedUnit)

_ORDERS = {
    "events": (Event, ("event_id",)),
    "tellings": (ToldEvent, ("telling.item_id", "telling.trigger_start", "telling.event_type")),
}
"""What is made, and how it is sorted."""

MOST_CHANGED = 0.2
"""Part of the tellings of a group up to which it is not joined anew."""


def write_events(paths: Paths, params: Params) -> None:
    """Write the events and their tellings, with no decisions carried out."""
    entities = read_columns(paths.stage("entities"), Entity)
    groups = dict(_groups(read_columns(paths.stage("told"), Telling)))
    version = stage_version("extract", "join")
    before = JoinedBefore(paths, version, entities)
    found: dict[str, JoinedColumns] = {}
    known = Known(entities)
    for group, tellings in groups.items():
        last, changed = before.of(group, tellings)
        if last and len(changed) <= MOST_CHANGED * len(last.units):
            found[group] = last
            if len(changed):
                found[group] = Rejoined(tellings, known, last, changed, plover()).columns()
    anew = {group: tellings for group, tellings in groups.items() if group not in found}
    found.update(_joined(anew, entities, params))
    ordered = {group: found[group] for group in groups}
    for name, (row, order) in _ORDERS.items():
        table = pa.concat_tables(
            [one.events if row is Event else one.told for one in ordered.values()] or [_none(row)]
        )
        with open_table(paths.stage(name), row) as file:
            for columns in _sorted(table, order):
                file.add_columns(columns)
    note_joined(paths, version, ordered)


def plover() -> Plover:
    """PLOVER's event and mode of each event type."""
    return {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}


def _groups(tellings: pa.RecordBatch) -> Iterator[tuple[str, pa.RecordBatch]]:
    """The tellings of each group of types, in their order."""
    types = tellings.column("event_type")
    members: dict[str, list[str]] = {}
    for event_type in sorted(pc.unique(types).to_pylist()):
        members.setdefault(group_of(event_type), []).append(event_type)
    for group, own in sorted(members.items()):
        rows = pc.indices_nonzero(pc.is_in(types, value_set=pa.array(own)))
        yield group, tellings.take(rows)


def _joined(
    groups: Mapping[str, pa.RecordBatch], entities: pa.RecordBatch, params: Params
) -> dict[str, JoinedColumns]:
    """Groups joined over the workers, the largest first, so that none is waited for long."""
    names = sorted(groups, key=lambda group: (-groups[group].num_rows, group))
    jobs = (job_of_columns([(groups[name], _concerned(groups[name], entities))]) for name in names)
    spread = over_workers(partial(_join, plover=plover()), (_READS, _MAKES), params)
    total = sum(tellings.num_rows for tellings in groups.values())
    done = tracked(spread(jobs), total, "join", _told)
    return {name: JoinedColumns(*_tables(job)) for name, job in zip(names, done, strict=True)}


def _told(job: Job) -> int:
    return int(job.batches[1].num_rows)


def _tables(job: Job) -> Iterator[pa.Table]:
    return (pa.Table.from_batches([batch]) for batch in job.batches)


def _concerned(tellings: pa.RecordBatch, entities: pa.RecordBatch) -> pa.RecordBatch:
    """The entities of which tellings speak."""
    known = _who(entities.column("entity_kind"), entities.column("entity_id"))
    parts = pc.list_flatten(tellings.column("participants"))
    taking_part = _who(pc.struct_field(parts, "entity_kind"), pc.struct_field(parts, "entity_id"))
    places = pc.drop_null(tellings.column("place_id"))
    where = _who(pa.array(["place"] * len(places), pa.string()), places)
    told = pc.index_in(pc.unique(pa.concat_arrays([taking_part, where])), value_set=known)
    numbers = pc.drop_null(told)
    return entities.take(numbers.take(pc.array_sort_indices(numbers)))


def _who(kinds: pa.Array, ids: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise(kinds, ids, " ")


def _join(groups: list[PageRows], plover: Plover) -> list[PageRows]:
    found = (join_group(tellings, entities, plover) for tellings, entities in groups)
    return [(list(map(coded, one.events)), one.told, one.units) for one in found]


def _sorted(table: pa.Table, by: Sequence[str]) -> Iterator[pa.Table]:
    keys = {name: _column(table, name) for name in by}
    order = pc.sort_indices(pa.table(keys), [(name, "ascending") for name in by])
    for start in range(0, len(order), ROW_GROUP):
        yield table.take(order.slice(start, ROW_GROUP))


def _column(table: pa.Table, name: str) -> Any:
    first, *inner = name.split(".")
    column = table.column(first)
    for part in inner:
        column = pc.struct_field(column, part)
    return column


def _none(row: type[Any]) -> pa.Table:
    from pipeline.schema.arrow import schema_of

    return schema_of(row).empty_table()
