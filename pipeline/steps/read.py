"""raw/ → pages; files that are what they were are not decoded again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter

import pyarrow as pa

from pipeline.costs import Outcome, counted
from pipeline.last_run import LastRun, PageNote, note_run
from pipeline.memo import fingerprint
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.read import PageFile, page_files, read_page
from pipeline.schema.arrow import to_table
from pipeline.schema.flow import SourcePage
from pipeline.storage.pages import digest_of
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
            digests = [fingerprint(version, *file.stands_for) for file in some]
            numbers = [last.number(file.page_id, digest) for file, digest in zip(some, digests, strict=True)]
            contents: list[bytes] = []
            for columns, own in _rows(some, numbers, last):
                table.add_columns(columns)
                contents += own
            notes += (
                PageNote(file.page_id, digest, (1,), (content,))
                for file, digest, content in zip(some, digests, contents, strict=True)
            )
            known += len(numbers) - numbers.count(None)
    note_run(store, {"source_pages": paths.stage("pages")}, notes)
    return Outcome(counted(table.count, "page"), table.count, known)


def _rows(
    files: list[PageFile], numbers: list[int | None], last: LastRun
) -> Iterator[tuple[pa.Table, list[bytes]]]:
    """The rows of some files, those of the last run by their numbers in it; and a digest of each."""
    places = (
        (place, number, None if number is None else number - place) for place, number in enumerate(numbers)
    )
    for _, own in groupby(places, key=itemgetter(2)):  # new ones together, and those that followed each other
        (place, first, _), *others = own
        count = 1 + len(others)
        if first is None:
            pages = [to_table((read_page(file),), SourcePage) for file in files[place : place + count]]
            yield pa.concat_tables(pages), [digest_of(page.to_batches()[0]) for page in pages]
        else:
            contents = [last.note(number).contents[0] for number in range(first, first + count)]
            yield last.rows(first, first + count)[0], contents
