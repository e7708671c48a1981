"""All rows → output/dataset/, written aside and swapped in whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.costs import Outcome, counted
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.publish import organizations, people, places, publish_page
from pipeline.publish.entities import Tally
from pipeline.published_items import write_items
from pipeline.schema.arrow import from_table
from pipeline.schema.datapackage import write_datapackage
from pipeline.schema.dataset import (
    TABLES,
    Correction,
    DecisionRow,
    Event,
    EventOrganization,
    EventPerson,
    Page,
    PageText,
    RejectedSpan,
)
from pipeline.schema.flow import Entity, LinkedMention, SourcePage
from pipeline.storage.files import swap_folder
from pipeline.storage.pages import row_groups
from pipeline.storage.sorting import column_of
from pipeline.storage.tables import count_rows, open_table, read_columns, read_rows, write_rows

_ROWS = dict(TABLES)

CURATED = ("items", "mentions", "entities", "events")
"""The curation files, each applied by a stage of its own."""


def run(paths: Paths, params: Params) -> Outcome:
    """Write the contract's tables."""
    fresh = paths.output / f".dataset.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        remembered = write_items(paths, params, fresh)
        tally = _counted(paths)
        _write_pages(paths, fresh)
        events = _write_events(paths, fresh, tally)
        _write_entities(paths, fresh, tally)
        _write_notes(paths, fresh)
        write_datapackage(fresh)
        swap_folder(fresh, paths.dataset)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    items = count_rows(paths.stage("items"))
    return Outcome(f"{counted(events, 'event')} in {paths.dataset}", items, remembered)


def _write(folder: Path, name: str, rows: Iterable[Any]) -> None:
    write_rows(folder / f"{name}.parquet", _ROWS[name], rows)


def _counted(paths: Paths) -> Tally:
    """How often, and in how many items, each entity is named."""
    columns = pa.Table.from_batches([read_columns(paths.stage("linked"), LinkedMention)])
    groups = columns.group_by(["entity_kind", "entity_id"], use_threads=False)
    counts = groups.aggregate([("item_id", "count"), ("item_id", "count_distinct")]).to_pydict()
    tally = Tally()
    for kind, name, mentions, items in zip(*counts.values(), strict=True):
        tally.add_mentions((kind, name), mentions, items)
    return tally


def _write_pages(paths: Paths, folder: Path) -> None:
    counts = column_of(paths.stage("items"), "page_id").value_counts()
    items = {count["values"]: count["counts"] for count in counts.to_pylist()}
    with ExitStack() as stack:
        pages, texts = (
            stack.enter_context(open_table(folder / f"{name}.parquet", row))
            for name, row in (("pages", Page), ("page_texts", PageText))
        )
        for page in read_rows(paths.stage("pages"), SourcePage):
            pages.add((publish_page(page, items.get(page.page_id, 0)),))
            texts.add((PageText(page.page_id, page.text),))


def _write_events(paths: Paths, folder: Path, tally: Tally) -> int:
    with ExitStack() as stack:
        events, persons, bodies = (
            stack.enter_context(open_table(folder / f"{name}.parquet", _ROWS[name]))
            for name in ("events", "event_people", "event_organizations")
        )
        for batch in row_groups(paths.stage("events"), Event):
            columns = pa.Table.from_batches([batch])
            events.add_columns(columns)
            for event in from_table(columns, Event):
                tally.add_event(event)
                persons.add(EventPerson(event.event_id, p.person_id, p.role) for p in event.people)
                bodies.add(
                    EventOrganization(event.event_id, o.organization_id, o.role) for o in event.organizations
                )
        return events.count


def _write_entities(paths: Paths, folder: Path, tally: Tally) -> None:
    for name, rows in (("people", people), ("organizations", organizations), ("places", places)):
        _write(folder, name, rows(_entities(paths), tally))


def _entities(paths: Paths) -> Iterator[Entity]:
    return read_rows(paths.stage("entities"), Entity)


def _write_notes(paths: Paths, folder: Path) -> None:
    """What was left out, repaired and decided."""
    _write(folder, "rejected_spans", read_rows(paths.stage("rejected"), RejectedSpan))
    _write(folder, "corrections", read_rows(paths.stage("corrections"), Correction))
    decided = (read_rows(paths.stage(f"decided_{file}"), DecisionRow) for file in CURATED)
    _write(folder, "decisions", sorted(chain.from_iterable(decided), key=lambda row: (row.file, row.line)))
