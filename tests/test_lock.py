"""Two writers never mix, and a killed one leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.errors import PipelineError
from pipeline.lock import writing
from pipeline.paths import Paths


def test_a_second_run_says_that_another_is_writing(tmp_path: Path) -> None:
    with (
        FileLock(tmp_path / ".lock"),
        pytest.raises(PipelineError, match="another run is writing"),
        writing(Paths(output=tmp_path)),
    ):
        pass


def test_what_a_killed_run_left_is_mended(tmp_path: Path) -> None:
    (tmp_path / ".dataset.old").mkdir()
    (tmp_path / ".dataset.old" / "events.parquet").write_text("last good")
    (tmp_path / ".dataset.4711").mkdir()
    (tmp_path / "stages").mkdir()
    (tmp_path / "stages" / ".pages.parquet.4711").write_text("half")
    with writing(Paths(output=tmp_path)):
        assert (tmp_path / "dataset" / "events.parquet").read_text() == "last good"
        left = {p.name for p in tmp_path.rglob("*") if p.name != ".lock"}
    assert left == {"dataset", "events.parquet", "stages"}


def test_an_output_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with (
        pytest.raises(PipelineError, match=r"out: cannot be written"),
        writing(Paths(output=tmp_path / "out")),
    ):
        pass
