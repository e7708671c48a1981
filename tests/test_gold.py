"""The figures on the gold pages do not fall below what the README promises."""

from __future__ import annotations

import json
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    (ROOT / "tests" / "gold" / "floors.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def metrics(
    tmp_path_factory: pytest.TempPathFactory, pipeline: Callable[..., subprocess.CompletedProcess[str]]
) -> dict[str, Any]:
    """metrics.json of a run of `evaluate`."""
    output = tmp_path_factory.mktemp("gold")
    done = pipeline("evaluate", "--output", output)
    assert done.returncode == 0, done.stderr
    metrics: dict[str, Any] = json.loads((output / "metrics.json").read_text(encoding="utf-8"))
    return metrics


@pytest.mark.parametrize(("part", "area"), [(part, area) for part, areas in FLOORS.items() for area in areas])
def test_figures_hold(part: str, area: str, metrics: dict[str, Any]) -> None:
    assert metrics["parts"][part][area]["f1"] >= FLOORS[part][area]


def test_confident_events_are_right(metrics: dict[str, Any]) -> None:
    assert metrics["confidence"]["above_0.8"]["p"] >= 0.9


def test_no_gold_page_is_missing(metrics: dict[str, Any]) -> None:
    assert metrics["pages_missing"] == 0
