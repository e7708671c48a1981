"""Stages that look at a page alone: spread over the workers, pages that are what they were not done again.

What such a stage reads of a page travels as columns and becomes rows where the work is; what it finds
comes back as columns, and so does what the last run had found for the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.jobs import Classes, Job, Spread, is_full, job_of_columns, no_rows
from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.memo import fingerprint
from pipeline.paths import Paths
from pipeline.progress import tracked
from pipeline.storage.cogroup import cogroup
from pipeline.storage.pages import PagePart, digest_of
from pipeline.storage.tables import open_table

PORTION = 512
"""Remembered pages that are copied at once: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a stage reads: rows of a class, by page."""

    row: type[Any]
    pages: Iterable[PagePart]


@dataclass(frozen=True, slots=True)
class PageStage:
    """A stage that looks at a page alone.

    The first of `reads` names the pages, the others follow its order. `makes` names the stage tables and
    their row classes. `version` stands for all else that the rows depend on; empty, nothing is remembered.
    """

    name: str
    version: bytes
    reads: tuple[Source, ...]
    makes: Mapping[str, type[Any]]

    @property
    def classes(self) -> tuple[Classes, Classes]:
        """The row classes that it reads, and those that it makes."""
        return tuple(source.row for source in self.reads), tuple(self.makes.values())


@dataclass(frozen=True, slots=True)
class Made:
    """How many rows of its first source a stage went through, how many of them were of pages that were
    remembered, and how many rows each of its tables has."""

    read: int
    remembered: int
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Portion:
    """What was found in some pages: their rows in the first source, and the rows of each table."""

    read: int
    tables: tuple[pa.Table, ...]


@dataclass(frozen=True, slots=True)
class _Ahead:
    """A page whose turn comes: its rows in the first source, and its number if the last run knows it."""

    page_id: str
    digest: bytes
    read: int
    number: int | None


def make_tables(
    stage: PageStage,
    spread: Spread,
    paths: Paths,
    total: int,
    last: Mapping[str, Sequence[Any]] | None = None,
    folder: Path | None = None,
) -> Made:
    """Write the tables of a stage; `last` has rows that come after those of the pages.

    `total` is the number of rows of the first source; `folder` is another one than that of the stage tables.
    Raises what `open_table` and `ordered_map` raise, and
    PipelineError where what the stage reads comes from different runs.
    """
    store = paths.cache / "pages" / stage.name if stage.version else None
    work = _Pages(stage, LastRun(store, tuple(stage.makes)))
    files = {name: folder / f"{name}.parquet" if folder else paths.stage(name) for name in stage.makes}
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(open_table(files[name], row)) for name, row in stage.makes.items()
        }
        for found in tracked(work.found(spread), total, stage.name, attrgetter("read")):
            for table, rows in zip(tables.values(), found.tables, strict=True):
                table.add_columns(rows)
        for name, more in (last or {}).items():
            tables[name].add(more)
    if store:
        note_run(store, files, work.notes)
    return Made(work.read, work.remembered, {name: table.count for name, table in tables.items()})


class _Pages:
    """The pages of a stage, one after another: each is remembered, or in a job that somebody works on."""

    def __init__(self, stage: PageStage, last: LastRun) -> None:
        self._stage, self._last = stage, last
        self._ahead: deque[_Ahead] = deque()
        self.notes: list[PageNote] = []
        self.read = self.remembered = 0

    def found(self, spread: Spread) -> Iterator[_Portion]:
        """What is found in the pages, in their order, some pages at a time."""
        for done in spread(self._jobs()):
            yield from self._known()
            pages = [self._noted(counts, contents) for counts, contents in _told(done)]
            tables = tuple(pa.Table.from_batches([batch]) for batch in done.batches)
            yield _Portion(sum(page.read for page in pages), tables)
        yield from self._known()

    def _jobs(self) -> Iterator[Job]:
        """Pages that are not remembered, neighbours together."""
        waiting: list[tuple[pa.RecordBatch, ...]] = []
        none = tuple(no_rows(source.row) for source in self._stage.reads)
        for page_id, parts in _in_step(self._stage.reads):
            digests = (part.digest if part else b"" for part in parts)
            digest = fingerprint(self._stage.version, *digests)
            number = self._last.number(page_id, digest)
            if waiting and (number is not None or is_full(waiting)):
                yield job_of_columns(waiting)
                waiting = []
            leader = parts[0]
            self._ahead.append(_Ahead(page_id, digest, leader.count if leader else 0, number))
            if number is None:
                rows = zip(parts, none, strict=True)
                waiting.append(tuple(part.rows if part else empty for part, empty in rows))
        if waiting:
            yield job_of_columns(waiting)

    def _known(self) -> Iterator[_Portion]:
        """The remembered pages that come next; those that followed each other in the last run at once."""
        while self._ahead and (first := self._ahead[0].number) is not None:
            stop, read = first, 0
            while self._ahead and self._ahead[0].number == stop and stop < first + PORTION:
                note = self._last.note(stop)
                read += self._noted(note.counts, note.contents).read
                stop += 1
            self.remembered += read
            yield _Portion(read, self._last.rows(first, stop))

    def _noted(self, counts: tuple[int, ...], contents: tuple[bytes, ...]) -> _Ahead:
        page = self._ahead.popleft()
        self.notes.append(PageNote(page.page_id, page.digest, counts, contents))
        self.read += page.read
        return page


def _told(job: Job) -> Iterator[tuple[tuple[int, ...], tuple[bytes, ...]]]:
    """Of each page of a job how many rows of each class it has, and a digest of them."""
    firsts = [0] * len(job.batches)
    for counts in job.counts():
        own = zip(job.batches, firsts, counts, strict=True)
        yield counts, tuple(digest_of(pa.concat_batches([rows.slice(at, n)])) for rows, at, n in own)
        firsts = [at + n for at, n in zip(firsts, counts, strict=True)]


def _in_step(sources: Sequence[Source]) -> Iterator[tuple[str, tuple[PagePart | None, ...]]]:
    """What each source has of each page, None where it has no rows."""
    leader, *others = sources
    for page, found in cogroup(leader.pages, attrgetter("page_id"), *(other.pages for other in others)):
        yield page.page_id, (page, *(parts[0] if parts else None for parts in found))
