"""Whom each page names: the part of linking that looks at a page alone, spread and remembered by page."""

from __future__ import annotations

from pathlib import Path

from pipeline.jobs import PageRows, over_workers
from pipeline.link import named_page, names_on_pages
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import Made, PageStage, Source, make_tables
from pipeline.schema.flow import ItemText, Mention
from pipeline.schema.linking import (
    LocalBody,
    LocalPerson,
    LocalPlace,
    NamedSpot,
    PageCast,
)
from pipeline.stage_pages import stage_pages
from pipeline.storage.tables import count_rows
from pipeline.versions import stage_version

_OF_PAGES = {
    "casts": PageCast,
    "people": LocalPerson,
    "places": LocalPlace,
    "bodies": LocalBody,
    "spots": NamedSpot,
}


def write_locals(paths: Paths, params: Params, folder: Path) -> Made:
    """Write the tables of locals and of whose the mentions are to a folder; says how many items were read."""
    clean = paths.stage("clean")
    reads = (
        Source(ItemText, stage_pages(paths, "clean", ItemText)),
        Source(Mention, stage_pages(paths, "mentions", Mention)),
    )
    stage = PageStage("names_of_page", stage_version("link"), reads, _OF_PAGES)
    spread = over_workers(_names, stage.classes, params)
    return make_tables(stage, spread, paths, count_rows(clean), folder=folder)


def _names(pages: list[PageRows]) -> list[PageRows]:
    found = names_on_pages([named_page(items, mentions) for items, mentions in pages])
    return [([one.cast], one.people, one.places, one.bodies, one.spots) for one in found]
