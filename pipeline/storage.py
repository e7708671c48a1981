"""Rows to Parquet and back: the only place where tables touch the disk.

Every file is written aside and then renamed, so that a crash leaves the last good one; the bytes
depend on the rows alone (fixed compression, row groups and no clock).
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import PipelineError
from pipeline.schema.arrow import from_table, schema_of, to_table
from pipeline.schema.column import fields_of

Row = TypeVar("Row")
Key = TypeVar("Key")

BATCH = 1_024
"""Rows that are Python objects at a time."""

ROW_GROUP, ROW_GROUP_BYTES = 16 * BATCH, 2**24
"""Most rows in a row group, and the size of its columns at which it ends: bounds what a reader must hold."""


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A path to write to; what stands there at the end is put in place, and nothing after an error."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        aside.replace(path)
    except OSError as error:
        why = error.strerror or error
        raise PipelineError(
            f"{path}: cannot be written ({why}); make room or pick another --output"
        ) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


class TableWriter:
    """Rows to one Parquet file as they come; `count` says how many there have been.

    Of all that was added, at most `BATCH` rows are Python objects and one row group is columns.
    """

    def __init__(self, file: pq.ParquetWriter, row: type[Any]) -> None:
        self._file, self._row = file, row
        self._rows: list[Any] = []
        self._tables: list[pa.Table] = []
        self.count = 0

    def add(self, rows: Iterable[Any]) -> None:
        """Write rows after those before; raises RowError where one breaks its declaration."""
        source = iter(rows)
        while batch := list(islice(source, BATCH - len(self._rows))):
            self._rows += batch
            if len(self._rows) == BATCH:
                self._to_columns()

    def finish(self) -> None:
        """Write what is still held."""
        self._to_columns()
        self._flush()

    def _to_columns(self) -> None:
        if self._rows:
            self._tables.append(to_table(self._rows, self._row))
            self.count += len(self._rows)
            self._rows = []
        rows, size = (sum(getattr(t, what) for t in self._tables) for what in ("num_rows", "nbytes"))
        if rows >= ROW_GROUP or size >= ROW_GROUP_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._tables:
            table = pa.concat_tables(self._tables).combine_chunks()
            self._file.write_table(table, row_group_size=ROW_GROUP)
            self._tables = []


@contextmanager
def open_table(path: Path, row: type[Any]) -> Iterator[TableWriter]:
    """A table to write rows to as they come; it takes the old file's place at the end.

    Raises RowError where a row breaks its declaration, PipelineError where the disk refuses; both
    leave the old file as it was.
    """
    with _aside(path) as aside, pq.ParquetWriter(aside, schema_of(row), compression="zstd") as file:
        table = TableWriter(file, row)
        yield table
        table.finish()


def write_rows(path: Path, row: type[Row], rows: Iterable[Row]) -> int:
    """Write rows as one Parquet file; returns how many. Raises what `open_table` raises."""
    with open_table(path, row) as table:
        table.add(rows)
    return table.count


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 text file; raises PipelineError where the disk refuses."""
    with _aside(path) as aside:
        aside.write_text(text, encoding="utf-8")


def read_rows(path: Path, row: type[Row]) -> Iterator[Row]:
    """The rows of a file that `write_rows` wrote, one row group in memory at a time.

    Raises PipelineError where the file is missing or not of that row class.
    """
    columns = [field.name for field in fields_of(row)]
    with _opened(path) as file:
        for group in range(file.num_row_groups):
            yield from from_table(file.read_row_group(group, columns), row)


def _opened(path: Path) -> pq.ParquetFile:
    try:
        return pq.ParquetFile(path)
    except FileNotFoundError:
        raise PipelineError(
            f"{path}: missing; run the stage that makes it, or `python -m pipeline run`"
        ) from None
    except (pa.ArrowInvalid, OSError) as error:
        raise PipelineError(
            f"{path}: not a readable Parquet file ({error}); delete it and run again"
        ) from None


def count_rows(path: Path) -> int:
    """How many rows a table has, without reading them; PipelineError where it is missing."""
    with _opened(path) as file:
        return int(file.metadata.num_rows)


def per_key(
    leaders: Iterable[Row], key: Callable[[Any], Key], *streams: Iterable[Any]
) -> Iterator[tuple[Row, tuple[list[Any], ...]]]:
    """Each leader with the rows of every stream that share its key, all read in step.

    The streams' keys must come in the leaders' order. Raises PipelineError where they do not: the
    tables come from different runs.

    >>> list(per_key(["a", "b"], lambda row: row[0], ["a1", "a2", "b1"], ["b9"]))
    [('a', (['a1', 'a2'], [])), ('b', (['b1'], ['b9']))]
    >>> list(per_key(["a"], lambda row: row[0], ["b1"]))
    Traceback (most recent call last):
    ...
    pipeline.errors.PipelineError: the stage tables differ at 'b'; run all stages: `python -m pipeline run`
    """
    iterators = [iter(stream) for stream in streams]
    heads = [next(iterator, None) for iterator in iterators]
    for leader in leaders:
        wanted, found = key(leader), []
        for index, iterator in enumerate(iterators):
            rows: list[Any] = []
            while (head := heads[index]) is not None and key(head) == wanted:
                rows.append(head)
                heads[index] = next(iterator, None)
            found.append(rows)
        yield leader, tuple(found)
    for head in heads:
        if head is not None:
            raise _misfit(key(head))


def only(rows: list[Row], key: object) -> Row:
    """The one row that a stage must have written for a key; PipelineError where it wrote none or more.

    >>> only(["a1"], "a")
    'a1'
    """
    if len(rows) != 1:
        raise _misfit(key)
    return rows[0]


def _misfit(key: object) -> PipelineError:
    return PipelineError(f"the stage tables differ at {key!r}; run all stages: `python -m pipeline run`")


def swap_folder(fresh: Path, target: Path) -> None:
    """Put a finished folder in the place of an older one; the target never holds a mix.

    On Linux the two change places in one step; elsewhere the target is away for a moment, and the lock
    brings the older one back after a kill just then.
    """
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists() and _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step, where the system can."""
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    paths = os.fsencode(one), os.fsencode(other)
    return rename is not None and (rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
