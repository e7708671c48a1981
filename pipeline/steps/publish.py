"""All rows → output/dataset/, written aside and swapped in whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.publish import organizations, people, places, publish_item, publish_page
from pipeline.publish.entities import Tally
from pipeline.schema.datapackage import write_datapackage
from pipeline.schema.dataset import (
    TABLES,
    Correction,
    DecisionRow,
    Event,
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
from pipeline.storage import only, per_key, read_rows, swap_folder, write_rows

_ROWS = dict(TABLES)

CURATED = ("items", "mentions", "entities", "events")
"""The curation files, each applied by a stage of its own."""


def run(paths: Paths, params: Params) -> str:
    """Write the contract's tables."""
    fresh = paths.output / f".dataset.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        counts = _write(paths, fresh)
        write_datapackage(fresh)
        swap_folder(fresh, paths.dataset)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return f"{counts['events']} events in {paths.dataset}"


def _write(paths: Paths, folder: Path) -> dict[str, int]:
    counts: dict[str, int] = {}

    def write(name: str, rows: Iterable[Any]) -> None:
        counts[name] = write_rows(folder / f"{name}.parquet", _ROWS[name], rows)

    tally = Tally()
    events = list(read_rows(paths.stage("events"), Event))
    for event in events:
        tally.add_event(event)
    pages = per_key(_pages(paths), attrgetter("page_id"), read_rows(paths.stage("items"), RawItem))
    write("pages", (publish_page(page, len(items)) for page, (items,) in pages))
    write("page_texts", (PageText(page.page_id, page.text) for page in _pages(paths)))
    rows = _item_rows(paths, tally)
    for name in ("items", "dates", "mentions", "event_mentions"):
        write(name, rows[name])
    entities = list(read_rows(paths.stage("entities"), Entity))
    write("people", people(entities, tally))
    write("organizations", organizations(entities, tally))
    write("places", places(entities, tally))
    write("events", events)
    write("event_people", _event_people(events))
    write("event_organizations", _event_organizations(events))
    write("rejected_spans", read_rows(paths.stage("rejected"), RejectedSpan))
    write("corrections", read_rows(paths.stage("corrections"), Correction))
    decided = (read_rows(paths.stage(f"decided_{file}"), DecisionRow) for file in CURATED)
    write("decisions", sorted(chain.from_iterable(decided), key=lambda row: (row.file, row.line)))
    return counts


def _pages(paths: Paths) -> Iterator[SourcePage]:
    return read_rows(paths.stage("pages"), SourcePage)


def _item_rows(paths: Paths, tally: Tally) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {"items": [], "dates": [], "mentions": [], "event_mentions": []}
    told: dict[str, list[ToldEvent]] = {}
    for row in read_rows(paths.stage("tellings"), ToldEvent):
        told.setdefault(row.telling.item_id, []).append(row)
    streams = (
        read_rows(paths.stage("clean"), CleanItem),
        read_rows(paths.stage("dates"), DateMention),
        read_rows(paths.stage("linked"), LinkedMention),
    )
    raw_items = read_rows(paths.stage("items"), RawItem)
    for raw, (cleaned, dates, mentions) in per_key(raw_items, attrgetter("item_id"), *streams):
        tellings = sorted(told.get(raw.item_id, ()), key=lambda row: row.telling.trigger_start)
        published = publish_item(raw, only(cleaned, raw.item_id), dates, mentions, tellings)
        tally.add_item(mentions)
        rows["items"].append(published.item)
        rows["dates"].extend(published.dates)
        rows["mentions"].extend(published.mentions)
        rows["event_mentions"].extend(published.tellings)
    rows["event_mentions"].sort(key=lambda row: (row.event_id, row.item_id, row.trigger_start))
    return rows


def _event_people(events: Iterable[Event]) -> Iterator[EventPerson]:
    for event in events:
        for part in event.people:
            yield EventPerson(event.event_id, part.person_id, part.role)


def _event_organizations(events: Iterable[Event]) -> Iterator[EventOrganization]:
    for event in events:
        for part in event.organizations:
            yield EventOrganization(event.event_id, part.organization_id, part.role)
