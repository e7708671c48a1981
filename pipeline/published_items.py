"""The published tables that follow the items: made page by page; tellings are then sorted by event."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

import pyarrow as pa

from pipeline.jobs import PageRows, over_workers
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.publish import publish_item
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import DateRow, EventMention, Item, MentionRow
from pipeline.schema.flow import CleanItem, DateMention, LinkedMention, RawItem, ToldEvent
from pipeline.stage_pages import stage_pages
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.pages import by_page
from pipeline.storage.sorting import column_of, sorted_columns
from pipeline.storage.tables import count_rows, open_table
from pipeline.versions import stage_version

_READS = {"items": RawItem, "clean": CleanItem, "dates": DateMention, "linked": LinkedMention}
_BY_ITEM = "event_mentions_by_item"


def write_items(paths: Paths, params: Params, folder: Path) -> int:
    """Write the tables to a folder; returns of how many items the rows were those of the last run."""
    order = column_of(paths.stage("items"), "item_id")
    by_place = ("telling.item_id", "telling.trigger_start")
    told = sorted_columns(paths.stage("tellings"), ToldEvent, by_place, order)
    stage = PageStage(
        "publish",
        stage_version("publish"),
        (
            *(Source(row, stage_pages(paths, name, row)) for name, row in _READS.items()),
            Source(
                ToldEvent, by_page(batch for table in told for batch in table.combine_chunks().to_batches())
            ),
        ),
        {"items": Item, "dates": DateRow, "mentions": MentionRow, _BY_ITEM: EventMention},
    )
    spread = over_workers(_publish, stage.classes, params)
    made = make_tables(stage, spread, paths, count_rows(paths.stage("items")), folder=folder)
    by_item = folder / f"{_BY_ITEM}.parquet"
    with open_table(folder / "event_mentions.parquet", EventMention) as table:
        for columns in sorted_columns(by_item, EventMention, ("event_id", "item_id", "trigger_start")):
            table.add_columns(columns)
    by_item.unlink()
    return made.remembered


def _batches(table: pa.Table) -> list[pa.RecordBatch]:
    return list(table.combine_chunks().to_batches())


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling under the name of its item, as `cogroup` wants it."""

    row: ToldEvent

    @property
    def item_id(self) -> str:
        return self.row.telling.item_id


def _publish(pages: list[PageRows]) -> list[PageRows]:
    return [_publish_page(*page) for page in pages]


def _publish_page(
    items: list[RawItem],
    cleaned: list[CleanItem],
    dates: list[DateMention],
    mentions: list[LinkedMention],
    told: list[ToldEvent],
) -> PageRows:
    grouped = cogroup(items, attrgetter("item_id"), cleaned, dates, mentions, map(_Told, told))
    found = [
        publish_item(raw, only(clean, raw.item_id), dated, named, [one.row for one in tellings])
        for raw, (clean, dated, named, tellings) in grouped
    ]
    nested = [
        [row for one in found for row in getattr(one, name)] for name in ("dates", "mentions", "tellings")
    ]
    return [one.item for one in found], *nested
