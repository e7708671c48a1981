"""The names of all pages put together: dealt to shares, which are linked apart, spread and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.jobs import PageRows, PageWork, no_rows, over_workers
from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.link import (
    Linked,
    blocks_of_body,
    blocks_of_person,
    blocks_of_place,
    link_bodies,
    link_people,
    link_places,
    shares_of,
)
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.arrow import from_table, schema_of, to_table
from pipeline.schema.linking import Blocks, Doubt, Found, LocalBody, LocalPerson, LocalPlace, PageCast
from pipeline.storage.pages import PageColumns, runs
from pipeline.storage.tables import read_columns
from pipeline.versions import stage_version

_MAKES = {"found": Found, "doubts": Doubt}


@dataclass(frozen=True, slots=True)
class _Kind:
    """How locals of a kind are linked: their row class, their blocks, and what is done with a share."""

    name: str
    row: type[Any]
    blocks: Callable[[Any], Blocks]
    work: PageWork


def link_shares(paths: Paths, params: Params, folder: Path) -> tuple[pa.Table, pa.Table]:
    """Entities and doubts of the locals in a folder, entities by the least key of their locals."""
    made = [_link(kind, paths, params, folder) for kind in _KINDS]
    found, doubts = (pa.concat_tables(tables) for tables in zip(*made, strict=True))
    least = pc.list_element(found.column("keys"), 0)
    return found.take(pc.array_sort_indices(least)), doubts


def _link(kind: _Kind, paths: Paths, params: Params, folder: Path) -> tuple[pa.Table, pa.Table]:
    rows = read_columns(folder / f"{kind.name}.parquet", kind.row)
    keys = pc.unique(rows.column("key"))
    keys = keys.take(pc.array_sort_indices(keys))
    blocks = _blocks(kind, rows, keys, paths)
    dealt = pa.array(_shares(keys, blocks))
    share_of_rows = dealt.take(pc.index_in(rows.column("key"), value_set=keys))
    shares = list(_by_share(rows, share_of_rows))
    casts = read_columns(folder / "casts.parquet", PageCast)
    reads = (
        Source(kind.row, shares),
        Source(Blocks, _by_share(blocks, dealt)),
        Source(PageCast, _casts(shares, casts) if kind.row is LocalPerson else ()),
    )
    stage = PageStage(f"link_{kind.name}", stage_version("link"), reads, _MAKES)
    spread = over_workers(kind.work, stage.classes, params)
    make_tables(stage, spread, paths, rows.num_rows, folder=folder)
    tables = (folder / f"{name}.parquet" for name in _MAKES)
    found, doubts = (
        pa.Table.from_batches([read_columns(path, row)])
        for path, row in zip(tables, _MAKES.values(), strict=True)
    )
    return found, doubts


def _blocks(kind: _Kind, rows: pa.RecordBatch, keys: pa.Array, paths: Paths) -> pa.RecordBatch:
    """The blocks of each key, those that the last run had not met found anew."""
    store, version = paths.cache / "pages" / f"blocks_{kind.name}", stage_version("link")
    last = LastRun(store, ("blocks",))
    known = last.number(kind.name, version) is not None and last.whole()
    table = known[0] if known else schema_of(Blocks).empty_table()
    new = keys.filter(pc.invert(pc.is_in(keys, value_set=table.column("key").combine_chunks())))
    first = rows.take(pc.index_in(new, value_set=rows.column("key")))
    fresh = to_table(map(kind.blocks, from_table(pa.Table.from_batches([first]), kind.row)), Blocks)
    table = pa.concat_tables([table.cast(fresh.schema), fresh]).combine_chunks()
    table = table.take(pc.index_in(keys, value_set=table.column("key").combine_chunks())).combine_chunks()
    note_run(store, {"blocks": table}, [PageNote(kind.name, version, (table.num_rows,))])
    return pa.concat_batches(table.to_batches() or [no_rows(Blocks)])


def _shares(keys: pa.Array, blocks: pa.RecordBatch) -> list[int]:
    shared, offered = (_memberships(blocks.column(name)) for name in ("shared", "offered"))
    sought = pc.list_flatten(blocks.column("sought"))
    wanted = pc.is_in(offered[0], value_set=sought)
    hashes, owners = (
        pa.concat_arrays([some, all_.filter(wanted)]).to_numpy()
        for some, all_ in zip(shared, offered, strict=True)
    )
    return shares_of(keys.to_pylist(), hashes, owners)


def _by_share(rows: pa.RecordBatch, shares: pa.Array) -> Iterator[PageColumns]:
    """The rows of each share, in their order."""
    order = pc.array_sort_indices(shares)
    ordered, named = rows.take(order), shares.take(order)
    for share, start, stop in runs(named):
        yield PageColumns(f"{share:03}", pa.concat_batches([ordered.slice(start, stop - start)]))


def _casts(shares: list[PageColumns], casts: pa.RecordBatch) -> Iterator[PageColumns]:
    """The casts of the pages that name somebody of each share."""
    for share in shares:
        pages = pc.unique(pc.struct_field(share.rows.column("use"), "page_id"))
        yield PageColumns(share.page_id, casts.take(pc.index_in(pages, value_set=casts.column("page_id"))))


def _memberships(lists: pa.Array) -> tuple[pa.Array, pa.Array]:
    return pc.list_flatten(lists), pc.list_parent_indices(lists)


def _people(shares: list[PageRows]) -> list[PageRows]:
    return [_rows(link_people(people, blocks, casts)) for people, blocks, casts in shares]


def _bodies(shares: list[PageRows]) -> list[PageRows]:
    return [_rows(link_bodies(bodies, blocks)) for bodies, blocks, _ in shares]


def _places(shares: list[PageRows]) -> list[PageRows]:
    return [_rows(link_places(places)) for places, *_ in shares]


def _rows(linked: Linked) -> PageRows:
    return linked.found, linked.doubts


_KINDS = (
    _Kind("people", LocalPerson, blocks_of_person, _people),
    _Kind("bodies", LocalBody, blocks_of_body, _bodies),
    _Kind("places", LocalPlace, blocks_of_place, _places),
)
