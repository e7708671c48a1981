"""Whom each page names: the part of linking that looks at a page alone, spread and remembered by page.

Organisations come second, since towns that any page names tell how their names are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.jobs import PageRows, over_workers
from pipeline.link import bodies_on_page, named_page, names_on_pages
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import Made, PageStage, Source, make_tables
from pipeline.schema.arrow import schema_of
from pipeline.schema.flow import ItemText, Mention
from pipeline.schema.linking import (
    BodySpot,
    LocalBody,
    LocalPerson,
    LocalPlace,
    NamedSpot,
    PageCast,
    PageView,
    Town,
)
from pipeline.storage.pages import PageColumns, by_page, page_columns
from pipeline.storage.tables import count_rows, read_columns
from pipeline.versions import stage_version

_OF_PAGES = {
    "views": PageView,
    "casts": PageCast,
    "people": LocalPerson,
    "places": LocalPlace,
    "spots": NamedSpot,
    "body_spots": BodySpot,
}
_OF_BODIES = {"bodies": LocalBody, "spots_of_bodies": NamedSpot}


def write_locals(paths: Paths, params: Params, folder: Path) -> Made:
    """Write the tables of locals and of whose the mentions are to a folder; says how many items were read."""
    made = _write_names(paths, params, folder)
    _write_bodies(paths, params, folder)
    return made


def _write_names(paths: Paths, params: Params, folder: Path) -> Made:
    clean = paths.stage("clean")
    reads = (
        Source(ItemText, page_columns(clean, ItemText)),
        Source(Mention, page_columns(paths.stage("mentions"), Mention)),
    )
    stage = PageStage("names_of_page", stage_version("link"), reads, _OF_PAGES)
    spread = over_workers(_names, stage.classes, params)
    return make_tables(stage, spread, paths, count_rows(clean), folder=folder)


def _write_bodies(paths: Paths, params: Params, folder: Path) -> Made:
    views = folder / "views.parquet"
    reads = (
        Source(PageView, page_columns(views, PageView)),
        Source(BodySpot, page_columns(folder / "body_spots.parquet", BodySpot)),
        Source(Town, _towns(read_columns(views, PageView))),
    )
    stage = PageStage("bodies_of_page", stage_version("link"), reads, _OF_BODIES)
    spread = over_workers(_bodies, stage.classes, params)
    return make_tables(stage, spread, paths, count_rows(views), folder=folder)


def _names(pages: list[PageRows]) -> list[PageRows]:
    found = names_on_pages([named_page(items, mentions) for items, mentions in pages])
    return [([one.view], [one.cast], one.people, one.places, one.spots, one.bodies) for one in found]


def _bodies(pages: list[PageRows]) -> list[PageRows]:
    return [
        bodies_on_page(view, spots, frozenset(row.town for row in towns)) for (view,), spots, towns in pages
    ]


def _towns(views: pa.RecordBatch) -> Iterator[PageColumns]:
    """For each page the words of which it asks whether they are towns, and that some page names as one."""
    towns = pc.unique(pc.list_flatten(views.column("towns")))
    asks = pc.list_flatten(views.column("asks"))
    pages = views.column("page_id").take(pc.list_parent_indices(views.column("asks")))
    rows = pa.RecordBatch.from_arrays([pages, asks], schema=schema_of(Town))
    return by_page([rows.filter(pc.is_in(asks, value_set=towns))])
