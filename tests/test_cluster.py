"""Work over a cluster: the same results in the same order, also when a worker is killed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from chunk_work import MANY, always_killed, failing, squares, squares_but_killed_once

from pipeline.errors import PipelineError
from pipeline.parallel import ordered_map
from pipeline.parallel.cluster import connected, disconnect
from pipeline.params import Params

CLUSTER = Params(executor="dask", workers=2)


@pytest.fixture(scope="module", autouse=True)
def closed_in_the_end() -> Iterator[None]:
    """Its threads must be gone before other tests fork."""
    yield
    disconnect()


def test_results_come_in_order() -> None:
    assert list(ordered_map(squares, iter(MANY), CLUSTER)) == squares(list(MANY))


def test_a_killed_workers_chunk_is_done_again(tmp_path: Path) -> None:
    work = partial(squares_but_killed_once, mark=tmp_path / "killed")
    assert list(ordered_map(work, iter(MANY), CLUSTER)) == squares(list(MANY))
    assert (tmp_path / "killed").exists()


def test_workers_that_always_die_are_an_error() -> None:
    with pytest.raises(PipelineError, match="died"):
        list(ordered_map(always_killed, iter(MANY), CLUSTER))


def test_an_error_in_a_worker_is_raised_here() -> None:
    with pytest.raises(PipelineError, match="no such model"):
        list(ordered_map(failing, iter(MANY), CLUSTER))


def test_a_cluster_that_runs_already_is_used() -> None:
    running = connected("", 2).scheduler.address
    assert list(ordered_map(squares, iter(MANY), replace(CLUSTER, scheduler=running))) == squares(list(MANY))


def test_a_cluster_that_does_not_answer_is_an_error() -> None:
    with pytest.raises(PipelineError, match="--scheduler"):
        list(ordered_map(squares, iter(MANY), replace(CLUSTER, scheduler="nowhere")))
