"""Rows to Parquet files and back, a batch at a time.

The bytes of a file depend on the rows alone: fixed compression, fixed row groups, no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import PipelineError
from pipeline.schema.arrow import from_table, schema_of, to_table
from pipeline.schema.column import fields_of
from pipeline.schema.nested import values_of
from pipeline.storage.files import written_aside

Row = TypeVar("Row")

BATCH = 1_024
"""Rows that are Python objects at a time."""

ROW_GROUP, ROW_GROUP_BYTES = 16 * BATCH, 2**24
"""Most rows in a row group, and the size of its columns at which it ends: bounds what a reader must hold."""


class TableWriter:
    """Rows to one Parquet file as they come; `count` says how many there have been.

    Of all that was added, at most `BATCH` rows are Python objects and one row group is columns. Rows and
    columns may come in any portions: the bytes are the same.
    """

    def __init__(self, file: pq.ParquetWriter, row: type[Any]) -> None:
        self._file, self._row, self._schema = file, row, schema_of(row)
        self._rows: list[Any] = []
        self._waiting: list[pa.RecordBatch] = []
        self._group: list[pa.RecordBatch] = []
        self._group_bytes = 0
        self.count = 0

    def add(self, rows: Iterable[Any]) -> None:
        """Write rows after those before; raises RowError where one breaks its declaration."""
        source = iter(rows)
        while batch := list(islice(source, BATCH - len(self._rows))):
            self._rows += batch
            if len(self._rows) == BATCH:
                self._to_columns()

    def add_columns(self, columns: pa.Table) -> None:
        """Write the rows of a table of the same class after those before."""
        self._to_columns()
        self._take(columns.cast(self._schema).to_batches())

    def finish(self) -> None:
        """Write what is still held."""
        self._to_columns()
        self._end_batch(self._waiting)
        self._flush()

    def _to_columns(self) -> None:
        if self._rows:
            self._take(to_table(self._rows, self._row).to_batches())
            self._rows = []

    def _take(self, batches: Iterable[pa.RecordBatch]) -> None:
        """Cut what comes into batches of `BATCH` rows, wherever it was cut before."""
        for batch in batches:
            self.count += batch.num_rows
            start = 0
            while start < batch.num_rows:
                room = BATCH - sum(waiting.num_rows for waiting in self._waiting)
                self._waiting.append(batch.slice(start, room))
                start += room
                if batch.num_rows >= start:
                    self._end_batch(self._waiting)
                    self._waiting = []

    def _end_batch(self, parts: list[pa.RecordBatch]) -> None:
        if not parts:
            return
        whole = pa.concat_batches(parts)
        self._group.append(whole)
        self._group_bytes += pa.ipc.get_record_batch_size(whole)
        if len(self._group) * BATCH >= ROW_GROUP or self._group_bytes >= ROW_GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._group:
            table = pa.Table.from_batches(self._group).combine_chunks()
            self._file.write_table(table, row_group_size=ROW_GROUP)
            self._group, self._group_bytes = [], 0


@contextmanager
def open_table(path: Path, row: type[Any]) -> Iterator[TableWriter]:
    """A table to write rows to as they come; it takes the old file's place at the end.

    Raises RowError where a row breaks its declaration, PipelineError where the disk refuses; both
    leave the old file as it was.
    """
    with written_aside(path) as aside, pq.ParquetWriter(aside, schema_of(row), compression="zstd") as file:
        table = TableWriter(file, row)
        yield table
        table.finish()


def write_rows(path: Path, row: type[Row], rows: Iterable[Row]) -> int:
    """Write rows as one Parquet file; returns how many. Raises what `open_table` raises."""
    with open_table(path, row) as table:
        table.add(rows)
    return table.count


def read_rows(path: Path, row: type[Row]) -> Iterator[Row]:
    """The rows of a file that `write_rows` wrote, one row group in memory at a time.

    Raises PipelineError where the file is missing, damaged or not of that row class.
    """
    columns = [field.name for field in fields_of(row)]
    with readable(path), pq.ParquetFile(path) as file:
        check_columns(path, columns, file.schema_arrow)
        for group in range(file.num_row_groups):
            yield from from_table(file.read_row_group(group, columns), row)


def read_columns(path: Path, row: type[Any]) -> pa.RecordBatch:
    """All rows of a table as columns, for tables that are small; raises PipelineError as `read_rows` does."""
    columns = [field.name for field in fields_of(row)]
    with readable(path):
        check_columns(path, columns, pq.read_schema(path))
        table = pq.ParquetFile(path).read(columns).combine_chunks()
        return pa.concat_batches(table.to_batches() or [pa.RecordBatch.from_pylist([], table.schema)])


def read_values(path: Path, row: type[Any], columns: Sequence[str]) -> list[Sequence[Any]]:
    """The values of some columns of a table, as those of `read_rows` have them; raises what it raises."""
    kinds = {field.name: field.type for field in fields_of(row)}
    with readable(path):
        check_columns(path, columns, pq.read_schema(path))
        table = pq.ParquetFile(path).read(list(columns)).combine_chunks()
        return [
            values_of(pa.concat_arrays(table.column(name).chunks), kinds[name]) if len(table) else ()
            for name in columns
        ]


def count_rows(path: Path) -> int:
    """How many rows a table has, without reading them; PipelineError where it is missing or damaged."""
    with readable(path), pq.ParquetFile(path) as file:
        return int(file.metadata.num_rows)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What goes wrong while a table is read, as a PipelineError that says what to do."""
    try:
        yield
    except FileNotFoundError:
        raise PipelineError(
            f"{path}: missing; run the stage that makes it, or `python -m pipeline run`"
        ) from None
    except (pa.ArrowException, OSError) as error:
        why = " ".join(str(error).split())
        raise PipelineError(f"{path}: not a readable Parquet file ({why}); delete it and run again") from None


def check_columns(path: Path, wanted: Iterable[str], found: pa.Schema) -> None:
    """Raise PipelineError where a table lacks a column: it is another table, or of another version."""
    missing = [name for name in wanted if name not in found.names]
    if missing:
        raise PipelineError(f"{path}: has no column {missing[0]}; run all stages: `python -m pipeline run`")
