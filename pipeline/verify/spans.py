"""Offsets: every row's words stand where it says, in the page's text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.verify.dataset import Dataset, key_names, key_of
from pipeline.verify.finding import Finding, shown
from pipeline.verify.reading import Reading, Repair, fold

PORTION = 64_000_000
"""Characters of page text in memory at a time."""

LOOSE = "begins or ends with white space"
NEEDED = frozenset({"page_texts", "items", "corrections"})


@dataclass(frozen=True, slots=True)
class Spans:
    """Columns of a table that hold offsets and the text that they stand for.

    `inside` are the offsets that enclose them, in the same row.
    """

    table: str
    start: str
    end: str
    text: str
    inside: tuple[str, str] | None = None


IN_ITEMS = (
    Spans("dates", "start", "end", "text"),
    Spans("mentions", "start", "end", "text"),
    Spans("event_mentions", "start", "end", "sentence"),
    Spans("event_mentions", "trigger_start", "trigger_end", "trigger", ("start", "end")),
)
ON_PAGES = (Spans("corrections", "start", "end", "original"), Spans("rejected_spans", "start", "end", "text"))

Items = dict[str, tuple[str, int, int]]


def spans(data: Dataset) -> Iterator[Finding]:
    """All offsets of all tables, a portion of the pages at a time."""
    for texts in _portions(data):
        pages = pc.field("page_id").isin(_ids(texts))
        readings = _readings(data, texts)
        items: Items = {}
        for item, page, start, end in data.rows("items", "item_id", "page_id", "start", "end", where=pages):
            items[item] = page, start, end
        yield from _items(data, readings)
        for columns in ON_PAGES:
            if columns.table in data.tables:
                yield from _as_they_stand(data, texts, columns)
        for columns in IN_ITEMS:
            if columns.table in data.tables:
                yield from _in_items(data, readings, items, columns)


def _portions(data: Dataset) -> Iterator[dict[str, str]]:
    texts: dict[str, str] = {}
    size = 0
    for page, text in data.rows("page_texts", "page_id", "text"):
        texts[page] = text
        size += len(text)
        if size > PORTION:
            yield texts
            texts, size = {}, 0
    yield texts


def _readings(data: Dataset, texts: dict[str, str]) -> dict[str, Reading]:
    repairs: defaultdict[str, list[Repair]] = defaultdict(list)
    rows = data.rows(
        "corrections", "page_id", "start", "end", "corrected", where=pc.field("page_id").isin(_ids(texts))
    )
    for page, start, end, corrected in rows:
        repairs[page].append(Repair(start, end, corrected))
    return {page: Reading(text, repairs[page]) for page, text in texts.items()}


def _items(data: Dataset, readings: dict[str, Reading]) -> Iterator[Finding]:
    """The headline and each line of the body stand, in order, between the item's offsets."""
    names = ("item_id", "page_id", "start", "end", "headline", "text")
    for item, page, start, end, headline, text in data.rows(
        "items", *names, where=pc.field("page_id").isin(_ids(readings))
    ):
        reading = readings[page]
        if problem := _range(start, end, len(reading.text)):
            yield Finding("items", key_of([item]), problem)
            continue
        if _loose(reading.text[start:end]):
            yield Finding("items", key_of([item]), f"start {start} to end {end} {LOOSE}")
        whole = fold(reading.repaired(start, end))
        if headline is not None and fold(headline) not in whole:
            yield Finding("items", key_of([item]), f"headline {shown(headline)} is not between its offsets")
        at = 0
        for line in text.split("\n"):
            at = whole.find(fold(line), at)
            if at < 0:
                yield Finding("items", key_of([item]), f"text {shown(line)} is not between its offsets")
                break
            at += len(fold(line))


def _as_they_stand(data: Dataset, texts: dict[str, str], columns: Spans) -> Iterator[Finding]:
    """Rows that hold the page's own characters, repaired in nothing."""
    keys = key_names(columns.table)
    names = (*keys, "page_id", columns.start, columns.end, columns.text)
    where = pc.field("page_id").isin(_ids(texts))
    for *key, page, start, end, text in data.rows(columns.table, *names, where=where):
        raw = texts[page]
        problem = _range(start, end, len(raw))
        if problem is None and raw[start:end] != text:
            problem = f"{columns.text} {shown(text)} is not {shown(raw[start:end])}, which stands there"
        if problem:
            yield Finding(columns.table, key_of(key), problem)


def _in_items(data: Dataset, readings: dict[str, Reading], items: Items, columns: Spans) -> Iterator[Finding]:
    """Rows that hold the repaired reading of a stretch of an item."""
    keys = key_names(columns.table)
    outer = columns.inside or ("start", "end")
    names = (*keys, "item_id", columns.start, columns.end, columns.text, *outer)
    where = pc.field("item_id").isin(_ids(items))
    for *key, item, start, end, text, outer_start, outer_end in data.rows(columns.table, *names, where=where):
        page, item_start, item_end = items[item]
        reading = readings[page]
        problem = _range(start, end, len(reading.text))
        if problem is None and not item_start <= start < end <= item_end:
            problem = f"{columns.start} {start} to {columns.end} {end} is not within its item"
        if problem is None and not outer_start <= start < end <= outer_end:
            problem = f"{columns.start} {start} to {columns.end} {end} is not within its sentence"
        raw = reading.text[start:end]
        if problem is None and _loose(raw):
            problem = f"{columns.start} {start} to {columns.end} {end} {LOOSE}"
        if problem is None and not reading.agrees(start, end, text):
            problem = f"{columns.text} {shown(text)} is not {shown(raw)}, which stands there"
        if problem:
            yield Finding(columns.table, key_of(key), problem)


def _loose(raw: str) -> bool:
    return raw != raw.strip()


def _ids(found: Iterable[str]) -> pa.Array:
    return pa.array(found, pa.string())


def _range(start: int, end: int, length: int) -> str | None:
    if 0 <= start < end <= length:
        return None
    return f"offsets {start} to {end} are no span of the page's {length} characters"
