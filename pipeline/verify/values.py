"""Values that say the same thing twice, or can only lie within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import pyarrow.compute as pc

from pipeline.verify.dataset import Dataset, declared, key_names, key_of
from pipeline.verify.finding import Finding, shown

_YEARLESS = re.compile(r"--(\d\d)(?:-(\d\d))?")
_LENGTHS = {"day": 10, "month": 7, "year": 4}
_PATTERNS = (
    ("pages", "sha256", r"^[0-9a-f]{64}$"),
    ("pages", "language", r"^[a-z]{2}$"),
    ("places", "country_code", r"^[A-Z]{2}$"),
)
_BOUNDS = (
    ("events", "confidence", 0, 1),
    ("corrections", "confidence", 0, 1),
    ("places", "latitude", -90, 90),
    ("places", "longitude", -180, 180),
)


def patterns(data: Dataset) -> Iterator[Finding]:
    """Codes and hashes that are none."""
    for table, name, pattern in _PATTERNS:
        if table in data.tables:
            where = ~pc.match_substring_regex(pc.field(name), pattern)
            for *key, value in data.rows(table, *key_names(table), name, where=where):
                yield Finding(table, key_of(key), f"{name} {shown(value)} does not match {pattern}")


def bounds(data: Dataset) -> Iterator[Finding]:
    """Numbers out of their range; counts and offsets below zero; half a pair of coordinates."""
    for table, name, low, high in _BOUNDS:
        if table in data.tables:
            # Not filtered while reading: a file's statistics of a column leave out what is not a number.
            for *key, value in data.rows(table, *key_names(table), name):
                if value is None or low <= value <= high:
                    continue
                yield Finding(table, key_of(key), f"{name} {value} is not within {low} and {high}")
    for table in sorted(data.tables):
        yield from _below_zero(data, table)
    if "places" in data.tables:
        where = pc.field("latitude").is_valid() != pc.field("longitude").is_valid()
        for (key,) in data.rows("places", "place_id", where=where):
            yield Finding("places", key_of([key]), "has only one of latitude and longitude")


def _below_zero(data: Dataset, table: str) -> Iterator[Finding]:
    names = [f.name for f in declared()[table] if f.type is int and f.name != "geonames_id"]
    keys = key_names(table)
    where = reduce(or_, (pc.field(name) < 0 for name in names), pc.scalar(False))
    for row in data.rows(table, *keys, *names, where=where) if names else ():
        for name, value in zip(names, row[len(keys) :], strict=True):
            if value < 0:
                yield Finding(table, key_of(row[: len(keys)]), f"{name} is {value}")


def date_expressions(data: Dataset) -> Iterator[Finding]:
    """`dates`: value, first day, last day and precision agree."""
    columns = ("value", "date_start", "date_end", "precision")
    for *key, value, start, end, precision in data.rows("dates", *key_names("dates"), *columns):
        for problem in (*_value(value, start, precision), *_span(start, end, precision)):
            yield Finding("dates", key_of(key), problem)


def _value(value: str | None, start: date | None, precision: str | None) -> Iterator[str]:
    if value is None:
        if start is not None or precision is not None:
            yield "value is null, but not date_start and precision"
        return
    if yearless := _YEARLESS.fullmatch(value):
        month, day = (int(part) if part else 1 for part in yearless.groups())
        if not (1 <= month <= 12 and 1 <= day <= 31):
            yield f"value {shown(value)} is no date"
        if start is not None:
            yield f"value {shown(value)} has no year, but date_start has"
        return
    if start is None or precision not in _LENGTHS:
        yield f"value {shown(value)} needs date_start and precision"
    elif value != start.isoformat()[: _LENGTHS[precision]]:
        yield f"value {shown(value)} is not date_start {start} to the {precision}"


def _span(start: date | None, end: date | None, precision: str | None) -> Iterator[str]:
    if (start is None) != (end is None):
        yield f"only one of date_start {start} and date_end {end}"
    if start is not None and end is not None and end < start:
        yield f"date_end {end} is before date_start {start}"
    yield from _first_day("date_start", start, precision)


def _first_day(name: str, day: date | None, precision: str | None) -> Iterator[str]:
    if day is not None and precision is None:
        yield f"{name} {day} has no precision"
    if day is None:
        return
    if (precision in ("month", "year") and day.day != 1) or (precision == "year" and day.month != 1):
        yield f"{name} {day} is not the first day of its {precision}"


def event_dates(data: Dataset) -> Iterator[Finding]:
    """`events`: first day, last day and precision agree."""
    columns = ("date_start", "date_end", "date_precision")
    for event, start, end, precision in data.rows("events", "event_id", *columns):
        problems: list[Any] = list(_span(start, end, precision))
        if start is None and precision is not None:
            problems.append("date_precision without a date")
        for problem in problems:
            yield Finding("events", key_of([event]), problem)


def published_dates(data: Dataset) -> Iterator[Finding]:
    """`items`: published date, precision and source are all there or none is."""
    columns = ("published_on", "published_precision", "published_source")
    for item, day, precision, source in data.rows("items", "item_id", *columns):
        if len({day is None, precision is None, source is None}) > 1:
            yield Finding("items", key_of([item]), f"only some of {', '.join(columns)} are null")
        for problem in _first_day("published_on", day, precision or "day"):
            yield Finding("items", key_of([item]), problem)
