"""Same pages, same bytes: whatever the order of files, the workers, hash seed, zone, locale and date."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from raw_folder import ROOT, chronicle, command, run

SHARED_OUT = 40
"""So many pages are more than one worker gets, in every stage."""

PAGES = ("press-release-oslo.txt", "timeline-colon-entries.txt", "undated-briefs.txt")


def make(raw: Path, names: list[str], stamp: int) -> Path:
    """The same pages, made in the given order and with the given times."""
    raw.mkdir(parents=True)
    for name in names:
        if name == "chronicle.txt":
            for number in range(SHARED_OUT):
                (raw / f"{number}-{name}").write_text(chronicle(2 + number % 5), encoding="utf-8")
        else:
            shutil.copy(ROOT / "tests" / "gold" / "pages" / name, raw / name)
    for path in raw.iterdir():
        os.utime(path, (stamp, stamp))
    return raw


def contents(output: Path) -> dict[str, bytes]:
    files = [*(output / "dataset").iterdir(), *(output / "stages").iterdir(), output / "report.html"]
    return {file.name: file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What comes out of an ordinary run with two workers."""
    folder = tmp_path_factory.mktemp("usual")
    raw = make(folder / "raw", [*PAGES, "chronicle.txt"], 1_700_000_000)
    done = run(raw, folder / "out", "--workers", "2", TZ="UTC", PYTHONHASHSEED="0")
    assert done.returncode == 0, done.stderr
    return contents(folder / "out")


def test_surroundings_change_no_byte(usual: dict[str, bytes], tmp_path: Path) -> None:
    raw = make(tmp_path / "elsewhere" / "raw", ["chronicle.txt", *reversed(PAGES)], 86_400)
    env = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711", "LC_ALL": "C", "OMP_NUM_THREADS": "1"}
    done = run(raw, tmp_path / "out", "--workers", "1", **env)
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == usual


def test_a_cluster_changes_no_byte(usual: dict[str, bytes], tmp_path: Path) -> None:
    raw = make(tmp_path / "raw", [*PAGES, "chronicle.txt"], 86_400)
    done = run(raw, tmp_path / "out", "--executor", "dask", "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == usual


@pytest.mark.skipif(not shutil.which("faketime"), reason="needs Debian's faketime")
def test_the_system_date_changes_no_byte(usual: dict[str, bytes], tmp_path: Path) -> None:
    raw = make(tmp_path / "raw", [*PAGES, "chronicle.txt"], 86_400)
    done = subprocess.run(
        ["faketime", "1999-12-31 23:30:00", *command(raw, tmp_path / "out", "--executor", "serial")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "out") == usual
