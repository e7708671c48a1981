"""The tables of stages by page, unread where the stage that wrote one noted what stands in it.

A stage asks of a page first whether it is what it was. Its digest tells, and is in the notes of the last
run of the stage before (`pipeline.last_run`); rows are read of those pages alone that are not remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.last_run import ParquetRows, noted
from pipeline.paths import Paths
from pipeline.schema.column import fields_of
from pipeline.storage.pages import PagePart, page_columns

_NOTED_BY = {
    "pages": "read",
    "items": "segment",
    "clean": "normalize",
    "parses": "parse",
    "dates": "resolve_dates",
    "told": "extract",
}
"""The stage that notes what stands in a table, where one does."""


@dataclass(frozen=True, slots=True)
class NotedPage:
    """The rows that a table has of one page, by their place in it: read when they are asked for."""

    page_id: str
    digest: bytes
    count: int
    _start: int
    _table: ParquetRows

    @property
    def rows(self) -> pa.RecordBatch:
        """The rows."""
        rows = self._table.rows(self._start, self._start + self.count)
        return pa.concat_batches(rows.to_batches())


def stage_pages(paths: Paths, name: str, row: type[Any]) -> Iterator[PagePart]:
    """The rows of a stage table by page, in its order; pages without rows are left out.

    Raises PipelineError as `read_rows` does.
    """
    path = paths.stage(name)
    notes = noted(paths.cache / "pages" / _NOTED_BY[name], path) if name in _NOTED_BY else None
    if notes is None:
        return page_columns(path, row)
    return _noted_pages(path, notes, row)


def _noted_pages(path: Path, notes: list[tuple[str, bytes, int]], row: type[Any]) -> Iterator[PagePart]:
    table = ParquetRows(path, [field.name for field in fields_of(row)])
    start = 0
    for page_id, digest, count in notes:
        if count:
            yield NotedPage(page_id, digest, count, start, table)
        start += count
