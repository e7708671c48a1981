"""Linking of a whole corpus, as columns: every mention gets the id of its entity."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.link import distinct_ids, doubtful_pairs, kept_ids, kept_locals
from pipeline.linked_shares import link_shares
from pipeline.named_locals import write_locals
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.arrow import from_table, schema_of
from pipeline.schema.flow import DoubtfulPair, Entity, LinkedMention
from pipeline.schema.linking import Doubt, Found, KeptId, NamedSpot
from pipeline.storage.sorting import column_of
from pipeline.storage.tables import read_columns

_SEPARATOR = "\n"
_PLACE = ("entity_kind", "item_id", "start")


@dataclass(frozen=True, slots=True)
class LinkedNames:
    """What linking found: mentions in the order of their items, entities by kind and id, doubtful pairs.

    `ids` tell of each id, as it was before any decision, a mention that has it; `remembered` are the items
    whose names on their page were those of the last run.
    """

    mentions: pa.Table
    entities: pa.Table
    ids: pa.Table
    doubtful: list[DoubtfulPair]
    remembered: int


def link_names(paths: Paths, params: Params, kept: Sequence[KeptId] = ()) -> LinkedNames:
    """Link the mentions of all pages; `kept` are ids that stay those of the entities with their mentions."""
    folder = paths.cache / "linking"
    made = write_locals(paths, params, folder)
    found, doubts = link_shares(paths, params, folder)
    keys = found.column("keys").combine_chunks()
    locals_, owners = pc.list_flatten(keys), pc.list_parent_indices(keys)
    spots = pa.Table.from_batches([read_columns(folder / "spots.parquet", NamedSpot)])
    ids = _ids(found, kept, _kept(kept, spots, locals_, owners))
    of_local = ids.take(owners)
    entities = pa.Table.from_batches([_entities(found, ids)])
    mentions = _mentions(spots, locals_, of_local, column_of(paths.stage("clean"), "item_id"))
    shutil.rmtree(folder)
    told = list(from_table(doubts, Doubt))
    own = pa.array(sorted({key for doubt in told for key in (doubt.left, doubt.right)}), pa.string())
    named = of_local.take(pc.index_in(own, value_set=locals_)).to_pylist()
    pairs = doubtful_pairs(told, dict(zip(own.to_pylist(), named, strict=True)))
    return LinkedNames(mentions, entities, _first_mentions(found, ids, spots), pairs, made.remembered)


def _kept(kept: Sequence[KeptId], spots: pa.Table, locals_: pa.Array, owners: pa.Array) -> dict[int, str]:
    """The ids that entities keep, by their numbers."""
    if not kept:
        return {}
    wanted = pa.array(sorted({_SEPARATOR.join((row.entity_kind, row.item_id, row.words)) for row in kept}))
    told = _joined(spots, ("entity_kind", "item_id", "text"))
    known = kept_locals(kept, from_table(spots.filter(pc.is_in(told, value_set=wanted)), NamedSpot))
    own = pa.array(list(known), pa.string())
    entities = owners.take(pc.index_in(own, value_set=locals_)).to_pylist()
    rows: dict[int, list[int]] = defaultdict(list)
    for entity, row in zip(entities, known.values(), strict=True):
        rows[entity].append(row)
    return kept_ids(rows, kept)


def _ids(found: pa.Table, kept: Sequence[KeptId], stay: Mapping[int, str]) -> pa.Array:
    """The id of each entity: those that stay, and those of the others, told apart where they clash."""
    entities = found.column("entity").combine_chunks()
    kinds, ids = (pc.struct_field(entities, name) for name in ("entity_kind", "entity_id"))
    whole = pc.binary_join_element_wise(kinds, ids, " ")
    new = pa.array([i not in stay for i in range(len(ids))], pa.bool_())
    counts = whole.filter(new).value_counts()
    often = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    taken = pa.array(sorted({f"{row.entity_kind} {row.entity_id}" for row in kept}), pa.string())
    clash = pc.or_(pc.is_in(whole, value_set=often), pc.is_in(whole, value_set=taken))
    clash = pc.and_(new, clash)
    rows = list(from_table(found.filter(clash), Found))
    apart: dict[Found, str] = {}
    for kind in _kinds(rows):
        same = [row for row in rows if row.entity.entity_kind == kind]
        of_kind = {row.entity_id for row in kept if row.entity_kind == kind}
        apart |= dict(zip(same, distinct_ids(same, of_kind), strict=True))
    ids = pc.replace_with_mask(ids, clash, pa.array([apart[row] for row in rows], pa.string()))
    old = pa.array([stay[i] for i in sorted(stay)], pa.string())
    return pc.replace_with_mask(ids, pc.invert(new), old)


def _first_mentions(found: pa.Table, ids: pa.Array, spots: pa.Table) -> pa.Table:
    """For each entity its id and first mention."""
    kinds = pc.struct_field(found.column("entity").combine_chunks(), "entity_kind")
    place = pa.table({"entity_kind": kinds, **{name: found.column(name) for name in ("item_id", "start")}})
    at = pc.index_in(_joined(place, _PLACE), value_set=_joined(spots, _PLACE))
    words = spots.column("text").combine_chunks().take(at)
    return pa.table([kinds, ids, found.column("item_id"), words], schema=schema_of(KeptId))


def _joined(table: pa.Table, names: Sequence[str]) -> pa.Array:
    columns = (table.column(name).combine_chunks().cast(pa.string()) for name in names)
    return pc.binary_join_element_wise(*columns, _SEPARATOR)


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


def _mentions(spots: pa.Table, locals_: pa.Array, ids: pa.Array, items: pa.ChunkedArray) -> pa.Table:
    entities = ids.take(pc.index_in(spots.column("local").combine_chunks(), value_set=locals_))
    table = spots.append_column("entity_id", entities).select(schema_of(LinkedMention).names)
    keys = {name: table.column(name) for name in ("start", "end", "entity_kind", "entity_id")}
    keys = {"item": pc.index_in(table.column("item_id"), value_set=items), **keys}
    order = pc.sort_indices(pa.table(keys), [(name, "ascending") for name in keys])
    return table.take(order)
