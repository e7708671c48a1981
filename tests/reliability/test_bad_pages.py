"""Every bad page ends in a row with a reason or is read; the good page beside it is always complete."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from bad_pages import ARTICLE, BAD_PAGES, PASSED_OVER, PROBLEM, BadPage

from pipeline.errors import PipelineError
from pipeline.read import read_pages

Pipeline = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


def test_there_are_enough_kinds() -> None:
    assert len({page.label for page in BAD_PAGES}) == len(BAD_PAGES) >= 60


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> dict[str, dict[str, object]]:
    """All bad pages in one folder, run through the whole pipeline: the table of pages by path."""
    folder = tmp_path_factory.mktemp("bad")
    raw = folder / "raw"
    raw.mkdir()
    (raw / "good.txt").write_text(ARTICLE, encoding="utf-8")
    for page in BAD_PAGES:
        page.make(raw)
    done = pipeline("run", "--raw", raw, "--output", folder / "out")
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    return {row["path"]: row for row in pq.read_table(folder / "out/dataset/pages.parquet").to_pylist()}


@pytest.mark.parametrize("page", BAD_PAGES, ids=lambda page: page.label)
def test_it_is_read_or_says_why_not(page: BadPage, everything: dict[str, dict[str, object]]) -> None:
    row = everything.get(page.path)
    if page.expect == PASSED_OVER:
        assert row is None
    elif page.expect == PROBLEM:
        assert row and row["problem"] and row["item_count"] == 0
    else:
        assert row and row["problem"] is None and row["item_count"]


def test_the_good_page_is_complete(everything: dict[str, dict[str, object]]) -> None:
    assert everything["good.txt"]["problem"] is None and everything["good.txt"]["item_count"] == 1


MANIFESTS = (
    ("path,url\ngood.txt,x\nmissing.txt,y\n", "line 3"),
    ("file,url\ngood.txt,x\n", "columns"),
    ("path,retrieved_on\ngood.txt,31.12.2013\n", "line 2"),
    ("path,retrieved_on\ngood.txt,2013-02-30\n", "line 2"),
    ("path,url\ngood.txt,x\ngood.txt,y\n", "line 3"),
    ("path,url\n../secret.txt,x\n", "line 2"),
    ("path,url\n/etc/passwd,x\n", "line 2"),
    ("path,language\ngood.txt,English\n", "line 2"),
    ("path,url\ngood.txt,x,y,z\n", "line 2"),
)


@pytest.mark.parametrize(("text", "names"), MANIFESTS)
def test_a_wrong_manifest_is_named_with_its_line(text: str, names: str, raw: Path) -> None:
    (raw / "pages.csv").write_text(text, encoding="utf-8")
    with pytest.raises(PipelineError, match=r"pages\.csv") as caught:
        list(read_pages(raw))
    assert names in str(caught.value) and "\n" not in str(caught.value)


def test_a_page_that_may_not_be_read_is_a_problem(raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "locked.txt").write_text(ARTICLE, encoding="utf-8")
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "locked.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    pages = {page.path: page for page in read_pages(raw)}
    assert "Permission denied" in (pages["locked.txt"].problem or "")
    assert pages["good.txt"].problem is None


def test_a_page_that_changes_while_it_is_read_is_a_problem(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "written.txt").write_text(ARTICLE, encoding="utf-8")
    whole = Path.read_bytes

    def read_and_append(path: Path) -> bytes:
        data = whole(path)
        if path.name == "written.txt":
            path.write_bytes(data + b"One more line.")
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_append)
    pages = {page.path: page for page in read_pages(raw)}
    assert pages["written.txt"].problem == "changed while it was read: run again"
    assert pages["written.txt"].text == "" and pages["good.txt"].problem is None
