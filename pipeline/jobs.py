"""Pages on their way to the workers and back: as columns, which travel, and as rows where work is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, pairwise
from typing import Any

import pyarrow as pa

from pipeline.parallel import ordered_map
from pipeline.params import Params
from pipeline.schema.arrow import from_table, schema_of, to_table

PageRows = tuple[list[Any], ...]
"""The rows that a page has in each of several tables."""

PageWork = Callable[[list[PageRows]], list[PageRows]]
"""What is done with pages, and what comes of each."""

Classes = tuple[type[Any], ...]

PAGES_A_JOB, ROWS_A_JOB = 16, 64
"""Where a job ends: small enough to share out, large enough for the model's batches."""


@dataclass(frozen=True, slots=True)
class Job:
    """Whole pages as columns: a batch for each of several row classes, and where in it each page begins."""

    batches: tuple[pa.RecordBatch, ...]
    starts: tuple[tuple[int, ...], ...]

    def counts(self) -> Iterator[tuple[int, ...]]:
        """How many rows of each class each page has."""
        return zip(*([b - a for a, b in pairwise(starts)] for starts in self.starts), strict=True)


Spread = Callable[[Iterator[Job]], Iterator[Job]]
"""What becomes of jobs, in their order."""


def over_workers(
    function: PageWork,
    classes: tuple[Classes, Classes],
    params: Params,
    prepare: Callable[[], object] | None = None,
) -> Spread:
    """What is done with pages, over the workers: rows of the first classes to rows of the second.

    `prepare` is that of `ordered_map`.
    """
    reads, makes = classes
    work = partial(_work, function=function, reads=reads, makes=makes)
    return lambda jobs: ordered_map(work, jobs, params, prepare, chunk=1)


def _work(jobs: list[Job], function: PageWork, reads: Classes, makes: Classes) -> list[Job]:
    return [job_of(function(rows_of(job, reads)), makes) for job in jobs]


def rows_of(job: Job, classes: Sequence[type[Any]]) -> list[PageRows]:
    """The pages of a job as rows."""
    columns = []
    for batch, starts, row in zip(job.batches, job.starts, classes, strict=True):
        rows = list(from_table(pa.Table.from_batches([batch]), row))
        columns.append([rows[start:stop] for start, stop in pairwise(starts)])
    return list(zip(*columns, strict=True))


def job_of(pages: Sequence[PageRows], classes: Sequence[type[Any]]) -> Job:
    """The rows of pages as columns; raises RowError where one breaks its declaration."""
    batches, starts = [], []
    for row, parts in zip(classes, zip(*pages, strict=True), strict=True):
        table = to_table((one for rows in parts for one in rows), row)
        batches.append(pa.concat_batches(table.to_batches() or [no_rows(row)]))
        starts.append((0, *accumulate(map(len, parts))))
    return Job(tuple(batches), tuple(starts))


def is_full(pages: Sequence[tuple[pa.RecordBatch, ...]]) -> bool:
    """Whether some pages are enough for a job."""
    return len(pages) >= PAGES_A_JOB or sum(batches[0].num_rows for batches in pages) >= ROWS_A_JOB


def job_of_columns(pages: Sequence[tuple[pa.RecordBatch, ...]]) -> Job:
    """The columns of pages as a job."""
    batches, starts = [], []
    for parts in zip(*pages, strict=True):
        starts.append((0, *accumulate(part.num_rows for part in parts)))
        batches.append(pa.concat_batches([part for part in parts if part.num_rows] or parts[:1]))
    return Job(tuple(batches), tuple(starts))


def no_rows(row: type[Any]) -> pa.RecordBatch:
    """A page's columns where it has no rows."""
    return pa.RecordBatch.from_pylist([], schema_of(row))
