"""Pages that stayed are not done again, and the rows are those of a run that remembers nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml

from pipeline.jobs import PageRows, over_workers
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.remembered import (
    Made,
    PageStage,
    Source,
    make_tables,
)
from pipeline.schema.dataset import DecisionRow, PageText, RejectedSpan
from pipeline.schema.flow import SourcePage
from pipeline.storage.pages import page_columns
from pipeline.storage.tables import read_rows, write_rows
from pipeline.versions import RESOURCES, sources

ROOT = Path(__file__).parent.parent
SERIAL = Params(executor="serial")
LOST = [DecisionRow("items", 2, "join", False, "no such page was read")]


def page(number: int, text: str) -> SourcePage:
    return SourcePage(f"p{number:03}", f"p{number:03}.txt", "0" * 64, None, None, None, "en", text)


PAGES = [page(number, f"word {number} " * (number % 7)) for number in range(40)]


@dataclass
class Splitter:
    """Gives a page a row for each of its words and one for its text; notes the pages it is asked for."""

    asked: list[str]

    def __call__(self, pages: list[PageRows]) -> list[PageRows]:
        self.asked += [page.page_id for ((page,),) in pages]
        return [(words_of(page), [PageText(page.page_id, page.text)], []) for ((page,),) in pages]


def words_of(page: SourcePage) -> list[RejectedSpan]:
    return [RejectedSpan(page.page_id, n, n + 1, word, "menu") for n, word in enumerate(page.text.split())]


def made(
    folder: Path,
    pages: Sequence[SourcePage],
    version: bytes = b"1",
    params: Params = SERIAL,
) -> tuple[Made, list[str], dict[str, bytes]]:
    """What comes of pages: how many were remembered, which were asked for, the tables' bytes."""
    paths, splitter = Paths(output=folder), Splitter([])
    write_rows(paths.stage("pages"), SourcePage, pages)
    source = Source(SourcePage, page_columns(paths.stage("pages"), SourcePage))
    tables = {"rejected": RejectedSpan, "texts": PageText, "decided_items": DecisionRow}
    stage = PageStage("segment", version, (source,), tables)
    spread = over_workers(splitter, stage.classes, params)
    done = make_tables(stage, spread, paths, len(pages), {"decided_items": LOST})
    assert done.read == len(pages)
    return done, splitter.asked, {name: paths.stage(name).read_bytes() for name in tables}


def test_rows_come_in_the_order_of_pages(tmp_path: Path) -> None:
    made(tmp_path, PAGES)
    rows = list(read_rows(Paths(output=tmp_path).stage("rejected"), RejectedSpan))
    assert rows == [row for one in PAGES for row in words_of(one)]


CHANGES: dict[str, tuple[list[SourcePage], list[int]]] = {
    "nothing": (PAGES, []),
    "a page first": ([page(-1, "new"), *PAGES], [-1]),
    "a page between": ([*PAGES[:9], page(900, "new"), *PAGES[9:]], [900]),
    "a page last": ([*PAGES, page(99, "new")], [99]),
    "a page gone": ([*PAGES[:3], *PAGES[4:]], []),
    "pages written anew": ([replace(p, text="other") if p in PAGES[2:4] else p for p in PAGES], [2, 3]),
    "other order": ([*PAGES[20:], *PAGES[:20]], []),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_what_changed_is_done_and_the_bytes_are_those_of_a_first_run(
    change: str, tmp_path: Path
) -> None:
    pages, changed = CHANGES[change]
    made(tmp_path / "a", PAGES)
    again, asked, tables = made(tmp_path / "a", pages)
    assert asked == [f"p{number:03}" for number in changed]
    assert again.remembered == len(pages) - len(changed)
    assert tables == made(tmp_path / "b", pages)[2]
    assert made(tmp_path / "a", pages)[1:] == ([], tables)  # what was taken over can be taken over again


@pytest.mark.parametrize("workers", [2, 3])
def test_workers_change_no_byte(workers: int, tmp_path: Path) -> None:
    alone = made(tmp_path / "a", PAGES)[2]
    assert made(tmp_path / "b", PAGES, params=Params(workers=workers))[2] == alone


def unlink(path: Path) -> None:
    path.unlink()


def cut_short(path: Path) -> None:
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-9])


@pytest.mark.parametrize("damage", [unlink, cut_short, lambda path: path.write_text("{}")])
@pytest.mark.parametrize("name", ["note.json", "pages.parquet", "texts.parquet"])
def test_a_damaged_store_is_as_if_it_were_not_there(
    name: str, damage: Callable[[Path], None], tmp_path: Path
) -> None:
    first = made(tmp_path, PAGES)[2]
    damage(tmp_path / ".cache" / "pages" / "segment" / name)
    _, asked, tables = made(tmp_path, PAGES)
    assert len(asked) == len(PAGES) and tables == first


def test_without_a_store_or_with_another_version_all_is_done_again(tmp_path: Path) -> None:
    first = made(tmp_path, PAGES)[2]
    assert len(made(tmp_path, PAGES, b"2")[1]) == len(PAGES)
    shutil.rmtree(tmp_path / ".cache")
    assert made(tmp_path, PAGES, b"2")[1:] == ([one.page_id for one in PAGES], first)
    assert len(made(tmp_path, PAGES, b"")[1]) == len(PAGES)  # nothing may be remembered


def test_tables_that_were_deleted_or_changed_come_back(tmp_path: Path) -> None:
    first = made(tmp_path, PAGES)[2]
    Paths(output=tmp_path).stage("texts").unlink()
    write_rows(Paths(output=tmp_path).stage("rejected"), RejectedSpan, [])
    assert made(tmp_path, PAGES)[1:] == ([], first)


@pytest.mark.parametrize("stage", RESOURCES)
def test_the_version_covers_all_that_the_stage_depends_on(stage: str) -> None:
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    covered = sources(stage)
    deps = [ROOT / dep for dep in stages[stage]["deps"] if dep.startswith("pipeline/")]
    outside = {"curation", "parallel", "steps", "storage"}  # these carry rows about and change none
    assert [
        dep
        for dep in deps
        if not any(own == dep or own in dep.parents or dep in own.parents for own in covered)
        and dep.relative_to(ROOT / "pipeline").parts[0] not in outside
    ] == []
