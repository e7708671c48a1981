"""`dvc repro` on a fresh clone makes what is committed: same bytes as dvc.lock, `git status` clean."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone of the last commit, with an empty cache."""
    folder = tmp_path_factory.mktemp("clone") / "project"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    return folder


def run(clone: Path, *command: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {
        "PATH": path,
        "DVC_SITE_CACHE_DIR": str(clone.parent / "site"),
        "DVC_NO_ANALYTICS": "1",
    }
    done = subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a git checkout: nothing to clone")
def test_a_fresh_clone_reproduces_what_is_committed(clone: Path) -> None:
    dvc = shutil.which("dvc", path=str(Path(sys.executable).parent))
    assert dvc, "dvc is not in the environment; run `make test`"
    run(clone, dvc, "repro")
    changed = run(clone, "git", "status", "--porcelain")
    assert changed == "", "commit what `dvc repro` changes: " + run(clone, "git", "diff")[:3000]
    assert (clone / "output" / "dataset" / "events.parquet").exists()
    assert "up to date" in run(clone, dvc, "repro") + run(clone, dvc, "status")
    assert '"event_full"' in run(clone, dvc, "metrics", "show", "--json")
