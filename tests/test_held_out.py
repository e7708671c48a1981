"""The figures on pages that nobody tuned on do not fall below what the README promises."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.evaluate import Evaluation, evaluate
from pipeline.verify import verify

HELD_OUT = Path(__file__).parent / "held_out"
FLOORS: dict[str, float] = tomllib.loads((HELD_OUT / "floors.toml").read_text(encoding="utf-8"))["held_out"]


@pytest.fixture(scope="module")
def evaluation(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Callable[..., subprocess.CompletedProcess[str]]
) -> Evaluation:
    """Figures of a run on the held-out pages, whose dataset keeps the contract."""
    output = tmp_path_factory.mktemp("held-out")
    done = pipeline("run", "--raw", HELD_OUT / "pages", "--output", output)
    assert done.returncode == 0, done.stderr
    assert verify(output / "dataset", HELD_OUT / "pages") == []
    return evaluate(output / "dataset", HELD_OUT / "labels")


@pytest.mark.parametrize("area", FLOORS)
def test_figures_hold_on_pages_never_looked_at(area: str, evaluation: Evaluation) -> None:
    assert evaluation.figures[area].f1 >= FLOORS[area]


def test_confidence_means_the_same_there(evaluation: Evaluation) -> None:
    right, count = evaluation.confident_right
    assert count > 50
    assert right >= 0.9
