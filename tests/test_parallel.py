"""Work over processes: the same results in the same order, also when a worker is killed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from chunk_work import MANY, always_killed, failing, squares, squares_but_killed_once

from pipeline.errors import PipelineError
from pipeline.parallel import ordered_map
from pipeline.params import Params

SERIAL = Params(executor="serial")
FORKED = Params(workers=2)


@pytest.mark.parametrize("params", [SERIAL, Params(workers=1), Params(workers=3)])
def test_results_come_in_order(params: Params) -> None:
    assert list(ordered_map(squares, iter(MANY), params)) == squares(list(MANY))


def test_a_killed_workers_chunk_is_done_again(tmp_path: Path) -> None:
    work = partial(squares_but_killed_once, mark=tmp_path / "killed")
    assert list(ordered_map(work, iter(MANY), FORKED)) == squares(list(MANY))
    assert (tmp_path / "killed").exists()


def test_workers_that_always_die_are_an_error() -> None:
    with pytest.raises(PipelineError, match="died"):
        list(ordered_map(always_killed, iter(MANY), FORKED))


@pytest.mark.parametrize("params", [SERIAL, FORKED])
def test_an_error_in_a_worker_is_raised_here(params: Params) -> None:
    with pytest.raises(PipelineError, match="no such model"):
        list(ordered_map(failing, iter(MANY), params))


def test_what_forked_workers_share_is_loaded_before_they_are_forked() -> None:
    loaded: list[int] = []
    list(ordered_map(squares, [1], FORKED, lambda: loaded.append(1)))
    assert not loaded
    list(ordered_map(squares, iter(MANY), FORKED, lambda: loaded.append(1)))
    assert loaded == [1]
