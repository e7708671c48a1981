"""Files, schemas, nulls, choices and keys: what each table says by itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.schema.arrow import schema_of
from pipeline.schema.dataset import TABLES
from pipeline.verify.dataset import Dataset, declared, key_names, key_of
from pipeline.verify.finding import Finding, shown

PACKAGE = "datapackage.json"


def files(folder: Path) -> tuple[list[Finding], frozenset[str]]:
    """Missing, unreadable and unexpected files; and the tables that further checks can read."""
    findings: list[Finding] = []
    usable: set[str] = set()
    for name, row in TABLES:
        path = folder / f"{name}.parquet"
        if not path.is_file():
            findings.append(Finding(name, "", f"{path.name} is missing"))
            continue
        try:
            with pq.ParquetFile(path) as file:
                found = file.schema_arrow
                for group in range(file.num_row_groups):
                    file.read_row_group(group, columns=[])
        except (pa.ArrowException, OSError) as error:
            findings.append(
                Finding(name, "", f"{path.name} is not a readable Parquet file: {shown(str(error))}")
            )
            continue
        wrong = list(_schema(name, schema_of(row), found))
        findings += (finding for finding, _ in wrong)
        if not any(fatal for _, fatal in wrong):
            usable.add(name)
    expected = {f"{name}.parquet" for name, _ in TABLES} | {PACKAGE}
    for extra in sorted(path.name for path in folder.iterdir() if path.name not in expected):
        findings.append(Finding("dataset", "", f"{extra} does not belong to the dataset"))
    return findings, frozenset(usable)


def _schema(table: str, wanted: pa.Schema, found: pa.Schema) -> Iterator[tuple[Finding, bool]]:
    """Differences, and whether they keep the table from further checks."""
    for field in wanted:
        index = found.get_field_index(field.name)
        if index < 0:
            yield Finding(table, "", f"column {field.name} is missing"), True
            continue
        other = found.field(index)
        if other.type != field.type:
            yield Finding(table, "", f"column {field.name} is {other.type}, not {field.type}"), True
        elif other.nullable != field.nullable:
            yield Finding(table, "", f"column {field.name}: nullable is {other.nullable}"), False
        if any((other.metadata or {}).get(key) != value for key, value in (field.metadata or {}).items()):
            yield Finding(table, "", f"column {field.name} is not described as declared"), False
    for name in found.names:
        if name not in wanted.names:
            yield Finding(table, "", f"column {name} is not declared"), False
    if wanted.names != found.names and set(wanted.names) == set(found.names):
        yield Finding(table, "", "the columns stand in another order"), False
    if any((found.metadata or {}).get(key) != value for key, value in (wanted.metadata or {}).items()):
        yield Finding(table, "", "the table is not described as declared"), False


def nulls(data: Dataset, table: str) -> Iterator[Finding]:
    """Nulls in columns that allow none."""
    names = [field.name for field in declared()[table] if not field.nullable]
    where = reduce(or_, (pc.field(name).is_null() for name in names))
    keys = key_names(table)
    for row in data.rows(table, *keys, *names, where=where):
        for name, value in zip(names, row[len(keys) :], strict=True):
            if value is None:
                yield Finding(table, key_of(row[: len(keys)]), f"{name} is null")


def choices(data: Dataset, table: str) -> Iterator[Finding]:
    """Values outside a column's choices."""
    for field in declared()[table]:
        if not field.column.choices:
            continue
        allowed = pa.array(field.column.choices)
        where = pc.field(field.name).is_valid() & ~pc.field(field.name).isin(allowed)
        for *key, value in data.rows(table, *key_names(table), field.name, where=where):
            yield Finding(
                table, key_of(key), f"{field.name} {shown(value)} is not one of {allowed.to_pylist()}"
            )


def keys(data: Dataset, table: str) -> Iterator[Finding]:
    """Keys that more than one row has."""
    names = key_names(table)
    counted = data.column(table, *names).group_by(names).aggregate([([], "count_all")])
    many = counted.filter(pc.field("count_all") > 1)
    for row in many.to_pylist():
        key = key_of([row[name] for name in names])
        yield Finding(table, key, f"{row['count_all']} rows have this key ({', '.join(names)})")
