"""The tables of a dataset folder, read column by column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from pipeline.schema.column import Field, fields_of
from pipeline.schema.dataset import TABLES
from pipeline.verify.finding import shown

BATCH = 2048
LONG = 32  # rows of a table of whole pages that are in memory at a time


class Dataset:
    """A dataset folder. `tables` are those that can be read and have the columns declared."""

    def __init__(self, folder: Path, tables: frozenset[str]) -> None:
        self.folder = folder
        self.tables = tables

    def path(self, table: str) -> Path:
        """The file of a table."""
        return self.folder / f"{table}.parquet"

    def column(self, table: str, *names: str, where: pc.Expression | None = None) -> pa.Table:
        """Some columns of a table, of all rows or of those that an expression picks."""
        return ds.dataset(self.path(table)).to_table(columns=list(names), filter=where)

    def rows(self, table: str, *names: str, where: pc.Expression | None = None) -> Iterator[tuple[Any, ...]]:
        """Some columns, row by row, a batch in memory at a time."""
        size = LONG if table == "page_texts" else BATCH
        scan = ds.dataset(self.path(table)).to_batches(
            columns=sorted(set(names)), filter=where, batch_size=size, batch_readahead=1, fragment_readahead=1
        )
        for batch in scan:
            values = {name: batch.column(name).to_pylist() for name in set(names)}
            yield from zip(*(values[name] for name in names), strict=True)

    def schema(self, table: str) -> pa.Schema:
        """The schema that stands in the file."""
        return pq.read_schema(self.path(table))


@cache
def declared() -> dict[str, tuple[Field, ...]]:
    """The declared columns of each table."""
    return {name: fields_of(row) for name, row in TABLES}


def key_names(table: str) -> list[str]:
    """The columns that identify a row of a table."""
    return [field.name for field in declared()[table] if field.column.key]


def key_of(values: Sequence[Any]) -> str:
    """A row's key as it is told in a finding."""
    return shown("/".join(str(value) for value in values), 120).strip("'\"")
