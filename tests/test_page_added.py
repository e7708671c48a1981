"""Pages added, changed and taken away: the same bytes as from scratch, whatever the last run left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from raw_folder import ROOT, chronicle

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.schema.flow import Mention
from pipeline.stages import DATASET_STAGES, run_stages
from pipeline.storage.tables import read_rows

GOLD = ("press-release-oslo.txt", "timeline-colon-entries.txt", "undated-briefs.txt")
PAGES = {
    "a/talks.txt": "Talks end without result\n\n3 May 2015\n\nThe talks in Lublin ended early. Orvak Kolverin"
    " stayed on with two nurses, and many spoke to Ndoto there.\n",
    "b/hearing.txt": "Hearing put off\n\n9 June 2015\n\nA court in Osh put off the hearing of the editor"
    " Aigul Bekova. Strand lawyers were not let in. Police detained two students.\n",
    "c/diary.txt": chronicle(9),
    "d/notes.txt": "Nurse released\n\n10 June 2015\n\nThe nurse Marta Kowalska was released in Lublin on 8"
    " June 2015.\n",
}

Change = dict[str, str | None]
"""Texts of pages that come or are written anew; None for those that go."""

CHANGES: dict[str, Change] = {
    "nothing new": {"d/plain.txt": "Rain\n\n4 May 2015\n\nIt rained in Lublin on 3 May 2015.\n"},
    "the same again": {"e/again.txt": PAGES["d/notes.txt"]},
    "the full name of someone": {
        "a/first.txt": "Lawyer fined\n\n5 May 2015\n\nThe lawyer Orvak Kolverin was fined in Lublin on 4 May"
        " 2015. Orvak Kolverin will appeal.\n"
    },
    "what a body is": {
        "z/last.txt": "New network\n\n6 May 2015\n\nThe organisation “Ndoto” opened an office in"
        " Osh on 5 May 2015. The NGO “Ndoto” helps nurses.\n"
    },
    "a word that others begin with": {
        "b/middle.txt": "Beach\n\n7 May 2015\n\nThey walked along the Strand near Lublin on 6 May 2015.\n"
    },
    "one written anew": {"b/hearing.txt": PAGES["b/hearing.txt"].replace("Osh", "Hue")},
    "one gone": {"c/diary.txt": None},
    "all at once": {
        "a/talks.txt": None,
        "c/diary.txt": chronicle(10),
        "e/unread.txt": "",
        "f/first.txt": "Editor free\n\n1 July 2015\n\nAigul Bekova, an editor, was released in Osh on 30 June"
        " 2015.\n",
    },
}
SAYS_SOMETHING_TO_OTHERS = ("the full name of someone", "what a body is")


def write(raw: Path, pages: Change) -> None:
    for name, text in pages.items():
        path = raw / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def run(folder: Path) -> dict[str, bytes]:
    """The dataset and the stage tables of `folder`/raw."""
    paths = Paths(folder / "raw", folder / "output", folder / "curation")
    run_stages(paths, Params(executor="serial"), (*DATASET_STAGES, "report"), quiet=True)
    files = [*paths.dataset.iterdir(), *(paths.output / "stages").iterdir(), paths.report]
    return {file.name: file.read_bytes() for file in files}


def names(folder: Path, page: str) -> list[tuple[str, str, str]]:
    rows = read_rows(Paths(output=folder / "output").stage("mentions"), Mention)
    return [(row.text, row.entity_kind, row.rule) for row in rows if row.item_id.startswith(page)]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of pages that has been run."""
    folder = tmp_path_factory.mktemp("before")
    write(folder / "raw", dict(PAGES))
    for name in GOLD:
        shutil.copy(ROOT / "tests" / "gold" / "pages" / name, folder / "raw" / name)
    run(folder)
    return folder


@pytest.mark.parametrize("change", CHANGES)
def test_bytes_are_those_of_a_run_from_scratch(change: str, before: Path, tmp_path: Path) -> None:
    folder, scratch = tmp_path / "folder", tmp_path / "scratch"
    shutil.copytree(before, folder)
    write(folder / "raw", CHANGES[change])
    shutil.copytree(folder / "raw", scratch / "raw")
    expected = run(scratch)
    assert run(folder) == expected
    told = names(folder, "a/talks" if (folder / "raw/a/talks.txt").exists() else "d/notes")
    if change in SAYS_SOMETHING_TO_OTHERS:
        assert told != names(before, "a/talks")
    assert run(folder) == expected  # what was taken over is taken over again


def test_one_page_after_another(before: Path, tmp_path: Path) -> None:
    folder, scratch = tmp_path / "folder", tmp_path / "scratch"
    shutil.copytree(before, folder)
    for change in ("the full name of someone", "what a body is", "one gone"):
        write(folder / "raw", CHANGES[change])
        found = run(folder)
    shutil.copytree(folder / "raw", scratch / "raw")
    assert found == run(scratch)


@pytest.mark.parametrize("lost", ["pages/names", "pages/extract", "pages", "."])
def test_what_is_remembered_may_be_deleted(lost: str, before: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    shutil.copytree(before, folder)
    expected = run(folder)
    shutil.rmtree(folder / "output" / ".cache" / lost)
    assert run(folder) == expected
