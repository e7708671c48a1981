"""What is made already is not made again, and whatever changes is noticed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from raw_folder import make_raw

from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.stages import DATASET_STAGES, run_stages
from pipeline.unchanged import is_done, note_done, read_state

SERIAL = Params(executor="serial")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """A finished run."""
    folder = tmp_path_factory.mktemp("unchanged")
    paths = Paths(make_raw(folder / "raw"), folder / "out", folder / "curation")
    paths.curation.mkdir()
    read = read_state(paths, SERIAL)
    run_stages(paths, SERIAL, (*DATASET_STAGES, "report"), quiet=True)
    note_done(paths, read)
    return paths


def test_a_finished_run_is_done_however_its_work_is_spread(made: Paths) -> None:
    assert is_done(made, SERIAL)
    assert is_done(made, Params(workers=3))


def a_page_more(paths: Paths) -> Path:
    return paths.raw / "more.txt"


def other_decisions(paths: Paths) -> Path:
    return paths.curation / "events.csv"


def a_damaged_table(paths: Paths) -> Path:
    return paths.dataset / "events.parquet"


def a_lost_stage(paths: Paths) -> Path:
    return paths.stage("parses")


@pytest.mark.parametrize("change", [a_page_more, other_decisions, a_damaged_table, a_lost_stage])
def test_a_change_is_noticed(change: Callable[[Paths], Path], made: Paths) -> None:
    path = change(made)
    before = path.read_bytes() if path.exists() else None
    if path == made.stage("parses"):
        path.unlink()
    else:
        path.write_bytes(b"changed")
    assert not is_done(made, SERIAL)
    path.unlink(missing_ok=True) if before is None else path.write_bytes(before)
    assert is_done(made, SERIAL)


def test_another_model_is_noticed(made: Paths) -> None:
    assert not is_done(made, replace(SERIAL, model="another"))


def test_no_run_yet_is_not_done(tmp_path: Path) -> None:
    assert not is_done(Paths(tmp_path, tmp_path / "out", tmp_path / "curation"), SERIAL)
