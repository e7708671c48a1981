"""A dataset that says what the gold labels say: the starting point of the tests, to be spoilt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.evaluate.fold import plain
from pipeline.evaluate.gold import GoldEntity, GoldEvent, GoldItem, GoldPage
from pipeline.schema.arrow import to_table
from pipeline.schema.dataset import (
    TABLES,
    Correction,
    DateRow,
    Event,
    EventMention,
    Item,
    MentionRow,
    Organization,
    OrganizationRole,
    Page,
    PageText,
    Person,
    PersonRole,
    Place,
)

Tables = dict[str, list[Any]]


def perfect_dataset(pages: Sequence[GoldPage], text_of: Callable[[str], str]) -> Tables:
    """The tables that a faultless pipeline would make of the labelled pages."""
    tables: Tables = {name: [] for name, _ in TABLES}
    for page in pages:
        _add_page(tables, page, text_of(page.page))
    _add_entities(tables, pages)
    _add_events(tables, pages)
    return tables


def write_dataset(tables: Tables, folder: Path) -> Path:
    """The tables as Parquet files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, row in TABLES:
        pq.write_table(to_table(tables[name], row), folder / f"{name}.parquet")
    return folder


def change(rows: list[Any], wanted: Callable[[Any], bool], **changes: Any) -> None:
    """Replace columns of the rows that are wanted, in place."""
    rows[:] = [replace(row, **changes) if wanted(row) else row for row in rows]


def drop(rows: list[Any], unwanted: Callable[[Any], bool]) -> None:
    """Remove rows, in place."""
    rows[:] = [row for row in rows if not unwanted(row)]


def item_id(page: GoldPage, item: GoldItem) -> str:
    return f"{page.page}#{item.start}"


def entity_id(entity: GoldEntity) -> str:
    return entity.id or plain(entity.name)


def day(value: str | None) -> tuple[date | None, str | None]:
    """A gold date as first day and precision."""
    if not value or value.startswith("--"):
        return None, None
    parts = [int(part) for part in value.split("-")]
    return date(*[*parts, 1, 1][:3]), ("year", "month", "day")[len(parts) - 1]


def _add_page(tables: Tables, page: GoldPage, text: str) -> None:
    tables["pages"].append(
        Page(
            page.page, f"{page.page}.txt", "0" * 64, None, None, None, "en", len(text), len(page.items), None
        )
    )
    tables["page_texts"].append(PageText(page.page, text))
    for number, typo in enumerate(page.typos):
        tables["corrections"].append(
            Correction(page.page, None, typo.text, typo.fix, "spelling", 1.0, number, number + 1)
        )
    for position, item in enumerate(page.items):
        known = item_id(page, item)
        published, precision = day(item.published)
        tables["items"].append(
            Item(known, page.page, position, item.headline, published, precision, "dateline", "", False,
                 item.start, item.end, "gold")
        )  # fmt: skip
        for number, entity in enumerate(item.entities):
            for form in entity.surfaces:
                start = item.start + number
                tables["mentions"].append(
                    MentionRow(f"{known}@{len(tables['mentions'])}", known, entity.kind, entity_id(entity),
                               form, start, start + 1, "gold")
                )  # fmt: skip
        for number, said in enumerate(item.dates):
            first, precision = day(said.value)
            start = item.start + number
            tables["dates"].append(
                DateRow(known, said.text, said.value, first, first, precision, False, None, start, start + 1,
                        "gold")
            )  # fmt: skip


def _add_entities(tables: Tables, pages: Iterable[GoldPage]) -> None:
    entities = {
        (e.kind, entity_id(e)): e for page in reversed(list(pages)) for i in page.items for e in i.entities
    }
    for (kind, known), entity in sorted(entities.items()):
        if kind == "person":
            tables["people"].append(Person(known, entity.name, (), 1, 1, None, None))
        elif kind == "organization":
            tables["organizations"].append(Organization(known, entity.name, None, (), 1, 1, None, None))
        else:
            tables["places"].append(Place(known, entity.name, "other", (), None, None, None, None, 1, 1))


def _add_events(tables: Tables, pages: Iterable[GoldPage]) -> None:
    names = {row.person_id: row.name for row in tables["people"]}
    names |= {row.organization_id: row.name for row in tables["organizations"]}
    told: dict[str, list[tuple[GoldItem, GoldEvent]]] = {}
    for page in pages:
        for item in page.items:
            for number, event in enumerate(item.events):
                known = event.same_as or f"{item_id(page, item)} {number}"
                told.setdefault(known, []).append((item, event))
                for place, telling in enumerate(event.tellings):
                    start = item.start + 10 * number + place
                    tables["event_mentions"].append(
                        EventMention(known, item_id(page, item), telling.trigger, telling.sentence_prefix,
                                     start, start + 1, start, start + 2, "gold")
                    )  # fmt: skip
    for known, tellings in told.items():
        tables["events"].append(_event(known, tellings, names))


def _event(known: str, tellings: Sequence[tuple[GoldItem, GoldEvent]], names: dict[str, str]) -> Event:
    sure = [event.date for _, event in tellings if event.date and not event.unsure] or [tellings[0][1].date]
    first, precision = day(max(sure, key=lambda value: len((value or "").strip("-"))))
    people: list[tuple[str, str, str]] = []
    organizations: list[tuple[str, str, str]] = []
    for item, event in tellings:
        bearers = {form: entity for entity in item.actors for form in entity.surfaces}
        for part in event.participants:
            if entity := bearers.get(part.name):
                row = (entity_id(entity), names[entity_id(entity)], part.role)
                rows = people if entity.kind == "person" else organizations
                rows += [row] if row not in rows else []
    event = tellings[0][1]
    return Event(
        known, event.type, None, None, event.tellings[0].trigger, event.tellings[0].sentence_prefix, first,
        first, precision, None, None, tuple(PersonRole(*row) for row in people),
        tuple(OrganizationRole(*row) for row in organizations), (), len(tellings), 0.9,
    )  # fmt: skip
