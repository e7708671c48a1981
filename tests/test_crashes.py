"""Killed runs, full disks, dying workers and faults: the last good dataset stays, and one line says why."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from raw_folder import ROOT, command, digest, make_raw, run

from pipeline.verify import verify

KILLS = int(os.environ.get("KILLS", "1"))
"""How many runs are killed; `docs/reliability.md` has the figures of a longer run."""


class World:
    """Two folders of pages, the dataset of each, and an output folder that holds that of the first."""

    def __init__(self, folder: Path) -> None:
        self.raws = (make_raw(folder / "a", 70), make_raw(folder / "b", 66))
        self.output = folder / "out"
        self.seconds = 0.0
        self.digests = []
        for raw, output in zip(self.raws, (self.output, folder / "other"), strict=True):
            start = time.monotonic()
            done = run(raw, output, "--workers", "2")
            assert done.returncode == 0, done.stderr
            assert verify(output / "dataset", raw) == []
            self.seconds = time.monotonic() - start
            self.digests.append(digest(output / "dataset"))

    def now(self) -> str | None:
        return digest(self.output / "dataset")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("crashes"))


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_run_leaves_a_whole_dataset_and_the_next_is_as_if_undisturbed(
    number: int, world: World
) -> None:
    before = world.now()
    raw = world.raws[(number + 1) % 2]
    moment = random.Random(number).uniform(0.1, 1.0) * world.seconds
    process = subprocess.Popen(
        command(raw, world.output, "--workers", "2"), cwd=ROOT, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + moment
    seen = set()
    while time.monotonic() < end and process.poll() is None:
        seen.add(world.now())
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert seen | {world.now()} <= {before, world.digests[(number + 1) % 2]}
    done = run(raw, world.output, "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert world.now() == world.digests[(number + 1) % 2]
    assert {path.name for path in world.output.glob(".*")} <= {".lock", ".cache"}
    assert not list(world.output.glob("stages/.*"))


FAULT = """
import os, signal, sys
import pipeline.jobs, pipeline.steps.{stage} as step
from pipeline.cli import main
from pipeline.schema.arrow import RowError
pipeline.jobs.PAGES_A_JOB = 1
def fault(*arguments, **named):
    {fault}
step.{function} = fault
main(sys.argv[1:])
"""


def failed(world: World, stage: str, function: str, fault: str, *options: str, **env: str) -> str:
    """stderr of a run that remembers no page, with a fault put into a stage."""
    shutil.rmtree(world.output / ".cache" / "pages", ignore_errors=True)
    script = FAULT.format(stage=stage, function=function, fault=fault)
    arguments = command(world.raws[0], world.output, "--workers", "2", "--force")[3:]
    before = world.now()
    done = subprocess.run(
        [sys.executable, "-c", script, *options, *arguments],
        cwd=ROOT, env=os.environ | env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == (130 if "KeyboardInterrupt" in fault else 1), done.stderr
    assert before is not None and world.now() == before
    return done.stderr


@pytest.mark.parametrize(
    ("stage", "function", "fault", "says"),
    [
        ("segment", "segment_page", "raise MemoryError", "out of memory in the stage segment"),
        ("segment", "segment_page", "os.kill(os.getpid(), signal.SIGKILL)", "worker processes died"),
        ("segment", "segment_page", "raise ValueError('odd')", "fault of the program in the stage segment"),
        (
            "normalize",
            "make_tables",
            "raise RowError('item: null')",
            "in the stage normalize (RowError: item",
        ),
        ("normalize", "make_tables", "raise KeyboardInterrupt", "stopped in the stage normalize"),
        ("read", "read_page", "raise RecursionError", "in the stage read (RecursionError"),
    ],
)
def test_a_fault_ends_in_one_line(stage: str, function: str, fault: str, says: str, world: World) -> None:
    stderr = failed(world, stage, function, fault)
    last = stderr.strip().splitlines()[-1]
    assert says in last and "Traceback" not in stderr
    assert last.startswith(("error: ", "stopped "))


def test_the_traceback_is_shown_where_it_is_asked_for(world: World) -> None:
    assert "Traceback" in failed(world, "read", "read_page", "raise ValueError", "--debug")
    assert "Traceback" in failed(world, "read", "read_page", "raise ValueError", PIPELINE_DEBUG="1")


@pytest.mark.parametrize(("stage", "room"), [("run", 0), ("run", 6_000), ("publish", 0)])
def test_a_full_disk_is_one_line_and_the_last_dataset_stays(stage: str, room: int, world: World) -> None:
    before = world.now()
    done = subprocess.run(
        command(world.raws[1], world.output, stage=stage),
        cwd=ROOT, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("error: ") and "cannot be written" in last and str(world.output) in last
    assert "Traceback" not in done.stderr
    assert before is not None and world.now() == before
    assert not list(world.output.glob("stages/.*")) and not list(world.output.glob(".dataset.*"))


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that root may not write to")
def test_an_output_that_may_not_be_written_is_named(world: World) -> None:
    done = run(world.raws[0], Path("/proc/self/out"))
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert done.stderr.startswith("error: /proc/self/out: cannot be written")


def test_a_second_run_waits_or_says_that_another_writes(world: World, tmp_path: Path) -> None:
    output = tmp_path / "out"
    runs = [
        subprocess.Popen(command(raw, output), cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for raw in world.raws
    ]
    said = [process.communicate()[1] for process in runs]
    codes = [process.returncode for process in runs]
    assert sorted(codes) == [0, 1], said
    assert digest(output / "dataset") == world.digests[codes.index(0)]
    assert "another run is writing" in said[codes.index(1)] and "Traceback" not in said[codes.index(1)]


@pytest.mark.parametrize("stage", ["resolve_dates", "extract", "publish"])
def test_stage_tables_of_two_runs_are_named_with_the_remedy(stage: str, world: World, tmp_path: Path) -> None:
    raw = make_raw(tmp_path / "raw", 3)
    (raw / "chronicle.txt").unlink()
    output = tmp_path / "out"
    shutil.copytree(world.output, output)
    before = digest(output / "dataset")
    for early in ("read", "segment"):
        assert subprocess.run(command(raw, output, stage=early), cwd=ROOT, check=False).returncode == 0
    if stage != "publish":
        assert subprocess.run(command(raw, output, stage="normalize"), cwd=ROOT, check=False).returncode == 0
    done = subprocess.run(
        command(raw, output, stage=stage), cwd=ROOT, capture_output=True, text=True, check=False
    )
    last = done.stderr.strip().splitlines()[-1]
    assert done.returncode == 1 and last.startswith("error: ") and "run all stages" in last
    assert digest(output / "dataset") == before
