"""Counts, and the lists and spans of days that are made by counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.verify.dataset import Dataset, key_of
from pipeline.verify.finding import Finding, shown
from pipeline.verify.references import ENTITY_KEYS, ENTITY_TABLES


def items_of_pages(data: Dataset) -> Iterator[Finding]:
    """`pages.item_count`, and the positions of the items: 0, 1, 2 ... down the page."""
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for page, position, start in data.rows("items", "page_id", "position", "start"):
        places[page].append((start, position))
    for page, count in data.rows("pages", "page_id", "item_count"):
        if count != len(places[page]):
            yield _wrong("pages", page, "item_count", count, len(places[page]))
    for page, found in sorted(places.items()):
        positions = [position for _, position in sorted(found)]
        if positions != list(range(len(found))):
            yield Finding("items", key_of([page]), f"positions down the page are {shown(positions)}")


def texts_of_pages(data: Dataset) -> Iterator[Finding]:
    """Every page has one text, as long as it says."""
    lengths = {}
    for page, text in data.rows("page_texts", "page_id", "text"):
        lengths[page] = len(text)
    for page, count in data.rows("pages", "page_id", "character_count"):
        if page not in lengths:
            yield Finding("page_texts", key_of([page]), "the page has no text here")
        elif lengths[page] != count:
            yield _wrong("pages", page, "character_count", count, lengths[page])


def mentions_of_entities(data: Dataset, kind: str) -> Iterator[Finding]:
    """`mention_count` and `item_count` of people, organisations or places."""
    table, key = ENTITY_TABLES[kind], ENTITY_KEYS[kind]
    found = data.column("mentions", "entity_id", "item_id", where=pc.field("entity_kind") == kind)
    mentions = _tally(found, "entity_id")
    items = _tally(found.group_by(["entity_id", "item_id"]).aggregate([]), "entity_id")
    for entity, mention_count, item_count in data.rows(table, key, "mention_count", "item_count"):
        if mention_count != mentions[entity]:
            yield _wrong(table, entity, "mention_count", mention_count, mentions[entity])
        if item_count != items[entity]:
            yield _wrong(table, entity, "item_count", item_count, items[entity])


def _tally(table: pa.Table, name: str) -> Counter[str]:
    counted = table.group_by([name]).aggregate([([], "count_all")])
    return Counter(dict(zip(counted[name].to_pylist(), counted["count_all"].to_pylist(), strict=True)))


def tellings_of_events(data: Dataset) -> Iterator[Finding]:
    """`mention_count` and `item_ids` of events; its trigger and sentence are those of a telling."""
    items: defaultdict[str, set[str]] = defaultdict(set)
    tellings: Counter[str] = Counter()
    said: defaultdict[str, set[int]] = defaultdict(set)
    for event, item, trigger, sentence in data.rows(
        "event_mentions", "event_id", "item_id", "trigger", "sentence"
    ):
        items[event].add(item)
        tellings[event] += 1
        said[event].add(hash((trigger, sentence)))
    for event, count, listed, trigger, sentence in data.rows(
        "events", "event_id", "mention_count", "item_ids", "trigger", "sentence"
    ):
        if count != tellings[event]:
            yield _wrong("events", event, "mention_count", count, tellings[event])
        if listed != sorted(items[event]):
            yield _wrong("events", event, "item_ids", listed, sorted(items[event]))
        if hash((trigger, sentence)) not in said[event]:
            yield Finding("events", key_of([event]), "no telling has this trigger and sentence")


def days_of_participants(data: Dataset, column: str, key: str) -> Iterator[Finding]:
    """`first_date` and `last_date` of people or organisations: of the events they take part in."""
    days: dict[str, tuple[date, date]] = {}
    for day, parts in data.rows("events", "date_start", column):
        for part in parts if day is not None else ():
            first, last = days.get(part[key], (day, day))
            days[part[key]] = min(first, day), max(last, day)
    for who, first, last in data.rows(column, key, "first_date", "last_date"):
        wanted = days.get(who, (None, None))
        if (first, last) != wanted:
            told = tuple(day and day.isoformat() for day in (first, last))
            right = tuple(day and day.isoformat() for day in wanted)
            yield _wrong(column, who, "first_date, last_date", told, right)


def _wrong(table: str, key: str, column: str, told: object, counted: object) -> Finding:
    return Finding(table, key_of([key]), f"{column} is {shown(told)}, but counted {shown(counted)}")
