"""raw/ → pages; files that are what they were are not decoded again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter

import pyarrow as pa

from pipeline.costs import Outcome
from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.memo import fingerprint
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.read import PageFile, page_files, read_page
from pipeline.schema.arrow import to_table
from pipeline.schema.flow import SourcePage
from pipeline.storage.tables import open_table
from pipeline.versions import stage_version

PORTION = 64
"""Pages that are held at once."""


def run(paths: Paths, params: Params) -> Outcome:
    """Decode every page under raw/."""
    store, version = paths.cache / "pages" / "read", stage_version("read")
    last = LastRun(store, ("source_pages",))
    notes: list[PageNote] = []
    known = 0
    with open_table(paths.stage("pages"), SourcePage) as table:
        files = page_files(paths.raw)
        while some := list(islice(files, PORTION)):
            new = [PageNote(f.page_id, fingerprint(version, *f.stands_for), (1,)) for f in some]
            numbers = [last.number(note.page_id, note.digest) for note in new]
            for columns in _rows(some, numbers, last):
                table.add_columns(columns)
            notes += new
            known += len(numbers) - numbers.count(None)
    note_run(store, {"source_pages": paths.stage("pages")}, notes)
    return Outcome(f"{table.count} pages", table.count, known)


def _rows(files: list[PageFile], numbers: list[int | None], last: LastRun) -> Iterator[pa.Table]:
    """The rows of some files, those of the last run by their numbers in it."""
    places = (
        (place, number, None if number is None else number - place) for place, number in enumerate(numbers)
    )
    for _, own in groupby(places, key=itemgetter(2)):  # new ones together, and those that followed each other
        (place, first, _), *others = own
        if first is None:
            yield to_table(map(read_page, files[place : place + len(others) + 1]), SourcePage)
        else:
            yield from last.rows(first, first + len(others) + 1)
