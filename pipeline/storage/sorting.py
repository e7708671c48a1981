"""Tables read in another order than they were written in, as columns, without an object a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.schema.arrow import from_table
from pipeline.schema.column import fields_of
from pipeline.storage.tables import ROW_GROUP, check_columns, readable

Row = TypeVar("Row")


def sorted_rows(path: Path, row: type[Row], by: Sequence[str], leaders: Any = None) -> Iterator[Row]:
    """As `sorted_columns`, row by row."""
    for columns in sorted_columns(path, row, by, leaders):
        yield from from_table(columns, row)


def sorted_columns(path: Path, row: type[Any], by: Sequence[str], leaders: Any = None) -> Iterator[pa.Table]:
    """The rows of a table, sorted by columns; one inside a nested row is written `outer.inner`.

    Strings go by code points. `leaders`, a column, lists all values of the first of the columns in the
    order that its rows are wanted in instead. Raises PipelineError as `read_rows` does.
    """
    keys = {name: column_of(path, name) for name in by}
    if leaders is not None:
        keys[by[0]] = pc.index_in(keys[by[0]], value_set=leaders)
    order = pc.sort_indices(pa.table(keys), [(name, "ascending") for name in by])
    with readable(path):
        table = pq.ParquetFile(path).read()
    check_columns(path, (field.name for field in fields_of(row)), table.schema)
    for start in range(0, len(order), ROW_GROUP):
        yield table.take(order.slice(start, ROW_GROUP))


def column_of(path: Path, name: str) -> Any:
    """One column of a table, the others unread; raises PipelineError as `read_rows` does."""
    with readable(path):
        check_columns(path, (name.partition(".")[0],), pq.read_schema(path))
        column = pq.ParquetFile(path).read([name]).column(0)
    for inner in name.split(".")[1:]:
        column = pc.struct_field(column, inner)
    return column
