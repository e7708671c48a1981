"""All rows → output/dataset/, written aside and swapped in whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline.costs import Outcome
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.publish import organizations, people, places, publish_item, publish_page
from pipeline.publish.entities import Tally
from pipeline.publish.items import PublishedItem
from pipeline.schema.datapackage import write_datapackage
from pipeline.schema.dataset import (
    TABLES,
    Correction,
    DecisionRow,
    Event,
    EventMention,
    EventOrganization,
    EventPerson,
    PageText,
    RejectedSpan,
)
from pipeline.schema.flow import (
    CleanItem,
    DateMention,
    Entity,
    LinkedMention,
    RawItem,
    SourcePage,
    ToldEvent,
)
from pipeline.storage.cogroup import cogroup, only
from pipeline.storage.files import swap_folder
from pipeline.storage.sorting import column_of, sorted_rows
from pipeline.storage.tables import count_rows, open_table, read_rows, write_rows

_ROWS = dict(TABLES)

CURATED = ("items", "mentions", "entities", "events")
"""The curation files, each applied by a stage of its own."""


def run(paths: Paths, params: Params) -> Outcome:
    """Write the contract's tables."""
    fresh = paths.output / f".dataset.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        counts = _write(paths, fresh)
        write_datapackage(fresh)
        swap_folder(fresh, paths.dataset)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return Outcome(f"{counts['events']} events in {paths.dataset}", count_rows(paths.stage("items")))


def _write(paths: Paths, folder: Path) -> dict[str, int]:
    counts: dict[str, int] = {}

    def write(name: str, rows: Iterable[Any]) -> None:
        counts[name] = write_rows(folder / f"{name}.parquet", _ROWS[name], rows)

    pages = cogroup(_pages(paths), attrgetter("page_id"), read_rows(paths.stage("items"), RawItem))
    write("pages", (publish_page(page, len(items)) for page, (items,) in pages))
    write("page_texts", (PageText(page.page_id, page.text) for page in _pages(paths)))
    tally = Tally()
    _write_items(paths, folder, tally)
    for event in _events(paths):
        tally.add_event(event)
    write("people", people(_entities(paths), tally))
    write("organizations", organizations(_entities(paths), tally))
    write("places", places(_entities(paths), tally))
    write("events", _events(paths))
    write("event_people", _event_people(_events(paths)))
    write("event_organizations", _event_organizations(_events(paths)))
    write("rejected_spans", read_rows(paths.stage("rejected"), RejectedSpan))
    write("corrections", read_rows(paths.stage("corrections"), Correction))
    decided = (read_rows(paths.stage(f"decided_{file}"), DecisionRow) for file in CURATED)
    write("decisions", sorted(chain.from_iterable(decided), key=lambda row: (row.file, row.line)))
    return counts


def _pages(paths: Paths) -> Iterator[SourcePage]:
    return read_rows(paths.stage("pages"), SourcePage)


def _entities(paths: Paths) -> Iterator[Entity]:
    return read_rows(paths.stage("entities"), Entity)


def _events(paths: Paths) -> Iterator[Event]:
    return read_rows(paths.stage("events"), Event)


def _write_items(paths: Paths, folder: Path, tally: Tally) -> None:
    """The tables that follow the items, all in one pass; tellings are then sorted by event."""
    by_item = folder / "event_mentions_by_item.parquet"
    with ExitStack() as stack:
        items, dates, mentions = (
            stack.enter_context(open_table(folder / f"{name}.parquet", _ROWS[name]))
            for name in ("items", "dates", "mentions")
        )
        tellings = stack.enter_context(open_table(by_item, EventMention))
        for item, linked in _published(paths):
            tally.add_item(linked)
            items.add((item.item,))
            dates.add(item.dates)
            mentions.add(item.mentions)
            tellings.add(item.tellings)
    told = sorted_rows(by_item, EventMention, ("event_id", "item_id", "trigger_start"))
    write_rows(folder / "event_mentions.parquet", EventMention, told)
    by_item.unlink()


def _published(paths: Paths) -> Iterator[tuple[PublishedItem, list[LinkedMention]]]:
    order = column_of(paths.stage("items"), "item_id")
    by_place = ("telling.item_id", "telling.trigger_start")
    streams = (
        read_rows(paths.stage("clean"), CleanItem),
        read_rows(paths.stage("dates"), DateMention),
        read_rows(paths.stage("linked"), LinkedMention),
        map(_Told, sorted_rows(paths.stage("tellings"), ToldEvent, by_place, order)),
    )
    raw_items = read_rows(paths.stage("items"), RawItem)
    for raw, (cleaned, dates, mentions, told) in cogroup(raw_items, attrgetter("item_id"), *streams):
        clean = only(cleaned, raw.item_id)
        yield publish_item(raw, clean, dates, mentions, [one.row for one in told]), mentions


@dataclass(frozen=True, slots=True)
class _Told:
    """A telling under the name of its item, as `cogroup` wants it."""

    row: ToldEvent

    @property
    def item_id(self) -> str:
        return self.row.telling.item_id


def _event_people(events: Iterable[Event]) -> Iterator[EventPerson]:
    for event in events:
        for part in event.people:
            yield EventPerson(event.event_id, part.person_id, part.role)


def _event_organizations(events: Iterable[Event]) -> Iterator[EventOrganization]:
    for event in events:
        for part in event.organizations:
            yield EventOrganization(event.event_id, part.organization_id, part.role)
