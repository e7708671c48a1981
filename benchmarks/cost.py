"""What a command costs: time on the clock, time of the processor, memory; medians of alternated rounds."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
THREADS = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""No arithmetic library may use a second core where one process is measured."""

BYTECODE = {"PYTHONDONTWRITEBYTECODE": ""}
"""Python may keep its bytecode, as it does unless told otherwise: nobody compiles spaCy at every start."""

RUSAGE_UNIT = 1024
"""Bytes in the unit of `ru_maxrss`, on Linux."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of all processes, and the most memory that one of them held, in MiB."""

    wall: float
    cpu: float
    peak: float


def cost_of(command: Sequence[str], folder: Path = ROOT) -> Cost:
    """Run a command in a folder and return what it and its children took.

    Raises RuntimeError with what it printed where it fails.
    """
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | THREADS | BYTECODE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{said}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RUSAGE_UNIT / 2**20)


def side_by_side(ways: Mapping[str, Callable[[], Cost]], rounds: int) -> dict[str, Cost]:
    """The median cost of each way, all ways run in turn `rounds` times: a busy minute hits all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, run in ways.items():
            costs[name].append(run())
    return {name: median_of(found) for name, found in costs.items()}


def median_of(costs: Sequence[Cost]) -> Cost:
    """The median of each figure.

    >>> median_of([Cost(1, 1, 5), Cost(3, 2, 4), Cost(2, 9, 6)])
    Cost(wall=2, cpu=2, peak=5)
    """
    return Cost(*(median(values) for values in zip(*map(astuple, costs), strict=True)))
