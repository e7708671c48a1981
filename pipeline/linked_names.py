"""Linking of a whole corpus, as columns: every mention gets the id of its entity."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.link import distinct_ids, doubtful_pairs
from pipeline.linked_shares import link_shares
from pipeline.named_locals import write_locals
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.arrow import from_table, schema_of
from pipeline.schema.flow import DoubtfulPair, Entity, LinkedMention
from pipeline.schema.linking import Doubt, Found, NamedSpot
from pipeline.storage.sorting import column_of
from pipeline.storage.tables import read_columns


@dataclass(frozen=True, slots=True)
class LinkedNames:
    """What linking found: mentions in the order of their items, entities by kind and id, doubtful pairs.

    `remembered` are the items whose names on their page were those of the last run.
    """

    mentions: pa.Table
    entities: pa.Table
    doubtful: list[DoubtfulPair]
    remembered: int


def link_names(paths: Paths, params: Params) -> LinkedNames:
    """Link the mentions of all pages."""
    folder = paths.cache / "linking"
    made = write_locals(paths, params, folder)
    found, doubts = link_shares(paths, params, folder)
    ids = _ids(found)
    keys = found.column("keys").combine_chunks()
    of_local = ids.take(pc.list_parent_indices(keys))
    locals_ = pc.list_flatten(keys)
    entities = pa.Table.from_batches([_entities(found, ids)])
    mentions = _mentions(folder, locals_, of_local, column_of(paths.stage("clean"), "item_id"))
    shutil.rmtree(folder)
    told = list(from_table(doubts, Doubt))
    own = pa.array(sorted({key for doubt in told for key in (doubt.left, doubt.right)}), pa.string())
    named = of_local.take(pc.index_in(own, value_set=locals_)).to_pylist()
    pairs = doubtful_pairs(told, dict(zip(own.to_pylist(), named, strict=True)))
    return LinkedNames(mentions, entities, pairs, made.remembered)


def _ids(found: pa.Table) -> pa.Array:
    """The id of each entity; those of one kind that clash are told apart."""
    entities = found.column("entity").combine_chunks()
    kinds, ids = (pc.struct_field(entities, name) for name in ("entity_kind", "entity_id"))
    whole = pc.binary_join_element_wise(kinds, ids, " ")
    counts = whole.value_counts()
    often = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    clashing = pc.indices_nonzero(pc.is_in(whole, value_set=often))
    rows = list(from_table(found.take(clashing), Found))
    by_kind = {kind: [row for row in rows if row.entity.entity_kind == kind] for kind in _kinds(rows)}
    apart = {row: new for same in by_kind.values() for row, new in zip(same, distinct_ids(same), strict=True)}
    chosen = pa.array([apart[row] for row in rows], pa.string())
    return pc.replace_with_mask(ids, pc.is_in(whole, value_set=often), chosen)


def _kinds(rows: list[Found]) -> list[str]:
    return sorted({row.entity.entity_kind for row in rows})


def _entities(found: pa.Table, ids: pa.Array) -> pa.RecordBatch:
    rows = found.column("entity").combine_chunks()
    columns = {field.name: pc.struct_field(rows, field.name) for field in schema_of(Entity)}
    columns["entity_id"] = ids
    order = pc.sort_indices(
        pa.table({name: columns[name] for name in ("entity_kind", "entity_id")}),
        [("entity_kind", "ascending"), ("entity_id", "ascending")],
    )
    return pa.RecordBatch.from_arrays(list(columns.values()), schema=schema_of(Entity)).take(order)


def _mentions(folder: Path, locals_: pa.Array, ids: pa.Array, items: pa.ChunkedArray) -> pa.Table:
    spots = pa.Table.from_batches([read_columns(folder / "spots.parquet", NamedSpot)])
    entities = ids.take(pc.index_in(spots.column("local").combine_chunks(), value_set=locals_))
    table = spots.append_column("entity_id", entities).select(schema_of(LinkedMention).names)
    keys = {name: table.column(name) for name in ("start", "end", "entity_kind", "entity_id")}
    keys = {"item": pc.index_in(table.column("item_id"), value_set=items), **keys}
    order = pc.sort_indices(pa.table(keys), [(name, "ascending") for name in keys])
    return table.take(order)
