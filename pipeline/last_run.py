"""What the last run made of each page, kept as columns: pages that are what they were are not done again.

A folder of its own for each stage, beside the outputs: the tables that it wrote (links to the same files)
and `pages.parquet`, which says of each page by what digest its rows were made and how many there are in each
table. It never changes a result: digests hold all that the rows depend on, `note.json` has a checksum of
every file, and a store that does not match is as if it were not there. Deleting it is safe.
"""

from __future__ import annotations

import json
import os
import shutil
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from hashlib import file_digest
from itertools import accumulate
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import PipelineError
from pipeline.storage.files import write_text, written_aside

_PAGES, _NOTE, _SUFFIX = "pages.parquet", "note.json", ".parquet"


@dataclass(frozen=True, slots=True)
class PageNote:
    """What is noted of a page: the digest of what its rows were made of, their number in each table, and
    for who reads them a digest of the rows that each table has (`storage.pages.digest_of`)."""

    page_id: str
    digest: bytes
    counts: tuple[int, ...]
    contents: tuple[bytes, ...] = ()


class LastRun:
    """The tables of a stage as the last run wrote them, by page; none where `folder` has no whole store."""

    def __init__(self, folder: Path | None, tables: Sequence[str]) -> None:
        self._notes = notes = _read(folder, tables) if folder else []
        self._numbers = {(note.page_id, note.digest): number for number, note in enumerate(notes)}
        counts = zip(*(note.counts for note in notes), strict=True)
        self._starts = [[0, *accumulate(column)] for column in counts]
        self._tables = [ParquetRows(folder / _name(table)) for table in tables] if folder and notes else []

    def number(self, page_id: str, digest: bytes) -> int | None:
        """The number of a page whose rows were made of the same; None where there was none."""
        return self._numbers.get((page_id, digest))

    def note(self, number: int) -> PageNote:
        """What is noted of a page."""
        return self._notes[number]

    def counts(self) -> list[tuple[int, ...]]:
        """How many rows each page has in each table."""
        return [note.counts for note in self._notes]

    def whole(self) -> tuple[pa.Table, ...] | None:
        """All rows of each table; None where nothing is remembered."""
        return tuple(table.whole() for table in self._tables) or None

    def rows(self, first: int, stop: int) -> tuple[pa.Table, ...]:
        """The rows of each table that pages `first`..`stop` had."""
        pairs = zip(self._tables, self._starts, strict=True)
        return tuple(table.rows(starts[first], starts[stop]) for table, starts in pairs)


def note_run(folder: Path, tables: Mapping[str, Path | pa.Table], notes: Sequence[PageNote]) -> None:
    """Keep what a run has made for the next one, files or columns; nothing where the disk refuses."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, table in tables.items():
            if isinstance(table, Path):
                _link(table, folder / _name(name))
            else:
                pq.write_table(table, folder / _name(name), compression="zstd")
        columns = {
            "page_id": pa.array([note.page_id for note in notes], pa.string()),
            "digest": pa.array([note.digest for note in notes], pa.binary()),
            "counts": pa.array([note.counts for note in notes], pa.list_(pa.int64())),
            "contents": pa.array([note.contents for note in notes], pa.list_(pa.binary())),
        }
        with written_aside(folder / _PAGES) as aside:
            pq.write_table(pa.table(columns), aside)
        sums = {name: _sum(folder / name) for name in (_PAGES, *map(_name, tables))}
        write_text(folder / _NOTE, json.dumps(sums))
    except (OSError, PipelineError):
        shutil.rmtree(folder, ignore_errors=True)


def noted(folder: Path, table: Path) -> list[tuple[str, bytes, int]] | None:
    """What a run noted of the rows that a table has of each page: page, digest, number; None where it
    noted nothing, or the table is not the one that it wrote."""
    try:
        sums: dict[str, str] = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        names = [name for name in sums if name != _PAGES]
        place = [sums[name] for name in names].index(_sum(table))
        notes = _read(folder, [name.removesuffix(_SUFFIX) for name in names])
        return [(note.page_id, note.contents[place], note.counts[place]) for note in notes] or None
    except (OSError, ValueError, IndexError):
        return None


class ParquetRows:
    """Any rows of a Parquet file by their numbers; the row group that was read last stays in memory."""

    def __init__(self, path: Path, columns: Sequence[str] | None = None) -> None:
        self._file, self._columns = pq.ParquetFile(path), columns
        metadata = self._file.metadata
        sizes = (metadata.row_group(group).num_rows for group in range(metadata.num_row_groups))
        self._starts = [0, *accumulate(sizes)]
        self._read: tuple[int, pa.Table] | None = None

    def rows(self, first: int, stop: int) -> pa.Table:
        """Some rows, one at least."""
        parts = list(self._parts(first, stop))
        return pa.concat_tables(parts) if parts else self._file.schema_arrow.empty_table()

    def whole(self) -> pa.Table:
        """All rows."""
        return self._file.read(use_threads=False)

    def _parts(self, first: int, stop: int) -> Iterator[pa.Table]:
        while first < stop:
            group = bisect_right(self._starts, first) - 1
            if self._read is None or self._read[0] != group:
                self._read = group, self._file.read_row_group(group, self._columns, use_threads=False)
            start, end = self._starts[group], min(stop, self._starts[group + 1])
            yield self._read[1].slice(first - start, end - first)
            first = end


def _read(folder: Path, tables: Sequence[str]) -> list[PageNote]:
    try:
        sums = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        if sums != {name: _sum(folder / name) for name in (_PAGES, *map(_name, tables))}:
            return []
        columns = pq.ParquetFile(folder / _PAGES).read().to_pydict()
        rows = zip(*(columns[field.name] for field in fields(PageNote)), strict=True)
        return [PageNote(name, digest, tuple(counts), tuple(own)) for name, digest, counts, own in rows]
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return []


def _name(table: str) -> str:
    return table + _SUFFIX


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or one without links
        shutil.copy2(source, target)
