"""Datasets that several tests read, made once a session."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parent.parent


def run_pipeline(*arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
    """`python -m pipeline ...` in the project's folder, output captured."""
    import os

    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def pipeline() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command line."""
    return run_pipeline


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a run on the example page."""
    output = tmp_path_factory.mktemp("example") / "output"
    done = run_pipeline("run", "--raw", ROOT / "raw", "--output", output)
    assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session")
def tables(example: Path) -> dict[str, list[dict[str, Any]]]:
    """The example's tables as lists of dicts."""
    return {
        path.stem: pq.read_table(path).to_pylist() for path in sorted((example / "dataset").glob("*.parquet"))
    }
