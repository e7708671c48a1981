"""What is noted of a table's pages is what stands in it; a table that is another one is read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_remembered import PAGES, SERIAL, Splitter

from pipeline.jobs import over_workers
from pipeline.paths import Paths
from pipeline.remembered import PageStage, Source, make_tables
from pipeline.schema.dataset import DecisionRow, PageText, RejectedSpan
from pipeline.schema.flow import SourcePage
from pipeline.stage_pages import NotedPage, stage_pages
from pipeline.storage.pages import PageColumns, PagePart, page_columns
from pipeline.storage.tables import read_rows, write_rows


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Tables that a stage has written and noted."""
    paths, splitter = Paths(output=tmp_path), Splitter([])
    write_rows(paths.stage("pages"), SourcePage, PAGES)
    source = Source(SourcePage, page_columns(paths.stage("pages"), SourcePage))
    stage = PageStage(
        "segment", b"1", (source,), {"items": RejectedSpan, "texts": PageText, "decided": DecisionRow}
    )
    make_tables(stage, over_workers(splitter, stage.classes, SERIAL), paths, len(PAGES))
    return paths


def told(parts: Iterator[PagePart]) -> list[tuple[str, int, bytes, object]]:
    return [(part.page_id, part.count, part.digest, part.rows.to_pylist()) for part in parts]


def read(paths: Paths) -> list[tuple[str, int, bytes, object]]:
    return told(page_columns(paths.stage("items"), RejectedSpan))


def test_what_is_noted_is_what_stands_there(paths: Paths) -> None:
    assert all(isinstance(part, NotedPage) for part in stage_pages(paths, "items", RejectedSpan))
    assert told(stage_pages(paths, "items", RejectedSpan)) == read(paths)


def test_another_table_is_read(paths: Paths) -> None:
    rows = list(read_rows(paths.stage("items"), RejectedSpan))
    write_rows(paths.stage("items"), RejectedSpan, rows[:-1])
    assert all(isinstance(part, PageColumns) for part in stage_pages(paths, "items", RejectedSpan))
    assert told(stage_pages(paths, "items", RejectedSpan)) == read(paths)


def test_without_notes_the_table_is_read(paths: Paths) -> None:
    expected = told(stage_pages(paths, "items", RejectedSpan))
    shutil.rmtree(paths.cache)
    assert told(stage_pages(paths, "items", RejectedSpan)) == expected


def test_a_damaged_note_is_as_if_it_were_not_there(paths: Paths) -> None:
    expected = told(stage_pages(paths, "items", RejectedSpan))
    (paths.cache / "pages" / "segment" / "pages.parquet").write_bytes(b"")
    assert told(stage_pages(paths, "items", RejectedSpan)) == expected
