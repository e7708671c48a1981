"""What the last run joined, and what has changed since of that which it joined."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from operator import add

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.joined_again import JoinedColumns
from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.paths import Paths
from pipeline.schema.flow import Telling
from pipeline.stage_pages import stage_pages
from pipeline.storage.pages import pages_of

_TABLES = ("events", "told", "units", "entities", "told_of_pages")
_ID, _DIGEST = "page_id", "digest"


class JoinedBefore:
    """What the last run joined by the same rules; nothing where it joined by others."""

    def __init__(self, paths: Paths, version: bytes, entities: pa.RecordBatch) -> None:
        self._last = last = LastRun(paths.cache / "pages" / "join", _TABLES)
        self._version = version
        self._tables = tables = last.whole() or ()
        self._pages, self._named = pa.array([], pa.string()), pa.array([], pa.string())
        self._starts = list(accumulate(last.counts(), _added, initial=(0,) * len(_TABLES)))
        if tables:
            self._pages = _unlike(tables[4], _pages(paths))
            self._named = _changed_entities(
                pa.concat_batches(tables[3].to_batches() or [entities[:0]]), entities
            )

    def of(self, group: str, tellings: pa.RecordBatch) -> tuple[JoinedColumns | None, pa.Array]:
        """What the last run made of a group of types, and the items of which it may be another now."""
        number = self._last.number(group, self._version)
        if number is None:
            return None, pa.array([], pa.string())
        starts, stops = self._starts[number : number + 2]
        events, told, units, *_ = (
            table.slice(start, stop - start)
            for table, start, stop in zip(self._tables, starts, stops, strict=True)
        )
        last = JoinedColumns(events, told, units)
        items = [
            self._on_changed_pages(pa.concat_batches(last.units.to_batches())),
            self._on_changed_pages(tellings),
            _naming(tellings, self._named),
        ]
        return last, pc.unique(pa.concat_arrays(items))

    def _on_changed_pages(self, rows: pa.RecordBatch) -> pa.Array:
        return rows.column("item_id").filter(pc.is_in(pages_of(rows), value_set=self._pages))


def _added(before: tuple[int, ...], counts: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(map(add, before, counts))


def note_joined(paths: Paths, version: bytes, groups: Mapping[str, JoinedColumns]) -> None:
    """Keep for the next run what this one has joined."""
    tables = (
        {
            "events": pa.concat_tables([one.events for one in groups.values()]),
            "told": pa.concat_tables([one.told for one in groups.values()]),
            "units": pa.concat_tables([one.units for one in groups.values()]),
        }
        if groups
        else {}
    )
    notes = [
        PageNote(group, version, (one.events.num_rows, one.told.num_rows, one.units.num_rows, 0, 0))
        for group, one in groups.items()
    ]
    folder = paths.cache / "pages" / "join"
    if groups:
        note_run(
            folder, {**tables, "entities": paths.stage("entities"), "told_of_pages": _pages(paths)}, notes
        )


def _pages(paths: Paths) -> pa.Table:
    """A digest of the tellings of each page."""
    pages = [(page.page_id, page.digest) for page in stage_pages(paths, "told", Telling)]
    ids, digests = zip(*pages, strict=True) if pages else ((), ())
    return pa.table({_ID: pa.array(ids, pa.string()), _DIGEST: pa.array(digests, pa.binary())})


def _unlike(old: pa.Table, new: pa.Table) -> pa.Array:
    """The pages whose tellings are not what they were."""
    before, after = (
        dict(zip(pages.column(_ID).to_pylist(), pages.column(_DIGEST).to_pylist(), strict=True))
        for pages in (old, new)
    )
    names = sorted(before.keys() | after.keys())
    return pa.array([name for name in names if before.get(name) != after.get(name)], pa.string())


def _changed_entities(old: pa.RecordBatch, new: pa.RecordBatch) -> pa.Array:
    """Kind and id of the entities that came, changed or went."""
    before, after = (dict(zip(_whos(rows).to_pylist(), _texts(rows), strict=True)) for rows in (old, new))
    names = sorted(before.keys() | after.keys())
    return pa.array([name for name in names if before.get(name) != after.get(name)], pa.string())


def _texts(entities: pa.RecordBatch) -> list[tuple[object, ...]]:
    return list(zip(*(column.to_pylist() for column in entities.columns), strict=True))


def _whos(entities: pa.RecordBatch) -> pa.Array:
    return pc.binary_join_element_wise(entities.column("entity_kind"), entities.column("entity_id"), " ")


def _naming(tellings: pa.RecordBatch, named: pa.Array) -> pa.Array:
    """The items with tellings that speak of some entities."""
    parts = tellings.column("participants")
    own = pc.list_flatten(parts)
    who = pc.binary_join_element_wise(
        pc.struct_field(own, "entity_kind"), pc.struct_field(own, "entity_id"), " "
    )
    taking_part = pc.list_parent_indices(parts).filter(pc.is_in(who, value_set=named))
    places = pc.binary_join_element_wise("place", tellings.column("place_id"), " ")
    where = pc.indices_nonzero(pc.is_in(places, value_set=named))
    items = tellings.column("item_id")
    return pa.concat_arrays([items.take(taking_part), items.take(where)])
