"""Tables page by page, as columns: without an object a row, and ready to travel to another process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.schema.column import fields_of
from pipeline.storage.tables import check_columns, readable

_NUMBER_OF_ITEM = r"#[^#]*$"
"""What the id of an item has after that of its page."""


class PagePart(Protocol):
    """What a table has of one page: its rows, how many there are, and a digest that stands for them."""

    @property
    def page_id(self) -> str: ...
    @property
    def rows(self) -> pa.RecordBatch: ...
    @property
    def count(self) -> int: ...
    @property
    def digest(self) -> bytes: ...


@dataclass(frozen=True, slots=True)
class PageColumns:
    """The rows that a table has of one page; equal rows have the same bytes, wherever they came from."""

    page_id: str
    rows: pa.RecordBatch

    @property
    def count(self) -> int:
        """How many rows there are."""
        return int(self.rows.num_rows)

    @property
    def digest(self) -> bytes:
        """What stands for the rows."""
        return digest_of(self.rows)


def digest_of(rows: pa.RecordBatch) -> bytes:
    """A digest of some rows; `rows` is no slice of others."""
    return sha256(rows.serialize()).digest()


def page_columns(path: Path, row: type[Any]) -> Iterator[PageColumns]:
    """The rows of a table by page, in its order, in which those of a page lie together.

    The page is what the column `page_id` says, or the id of an item. One row group is in memory at a time.
    Raises PipelineError as `read_rows` does.
    """
    return by_page(row_groups(path, row))


def by_page(batches: Iterable[pa.RecordBatch]) -> Iterator[PageColumns]:
    """As `page_columns`, of columns that have been read."""
    last: PageColumns | None = None
    for batch in batches:
        for page_id, start, stop in runs(pages_of(batch)):
            parts = [batch.slice(start, stop - start)]
            if last is not None and last.page_id == page_id:  # it goes on in another row group
                parts.insert(0, last.rows)
            elif last is not None:
                yield last
            last = PageColumns(page_id, pa.concat_batches(parts))
    if last is not None:
        yield last


def row_groups(path: Path, row: type[Any]) -> Iterator[pa.RecordBatch]:
    """A table as columns, one row group in memory at a time; raises PipelineError as `read_rows` does."""
    columns = [field.name for field in fields_of(row)]
    with readable(path), pq.ParquetFile(path) as file:
        check_columns(path, columns, file.schema_arrow)
        for group in range(file.num_row_groups):
            yield from file.read_row_group(group, columns, use_threads=False).combine_chunks().to_batches()


def pages_of(batch: pa.RecordBatch | pa.Table) -> Any:
    """For each row the page that it is of."""
    if "page_id" in batch.schema.names:
        return batch.column("page_id")
    nested = "telling" in batch.schema.names
    items = pc.struct_field(batch.column("telling"), "item_id") if nested else batch.column("item_id")
    return pc.replace_substring_regex(items, _NUMBER_OF_ITEM, "")


def runs(values: Any) -> Iterator[tuple[Any, int, int]]:
    """Stretches of equal values: the value, first index and end."""
    if not len(values):
        return
    changes = pc.indices_nonzero(pc.not_equal(values[1:], values[:-1])).to_pylist()
    starts = [0, *(index + 1 for index in changes)]
    for start, stop in zip(starts, [*starts[1:], len(values)], strict=True):
        yield values[start].as_py(), start, stop
