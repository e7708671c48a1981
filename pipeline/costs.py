"""What a run took, stage by stage."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


def counted(number: int, thing: str, things: str = "") -> str:
    """A number with what it counts; `things` is the plural where it is not the word with an s.

    >>> counted(1, "page"), counted(2, "page"), counted(0, "person", "people")
    ('1 page', '2 pages', '0 people')
    """
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a stage says of itself: a line for the user, how many rows it worked through, how many of
    their results were remembered from earlier runs."""

    text: str
    rows: int
    remembered: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of the processor in one stage, its forked workers included.

    The processor time of a cluster's workers is theirs and not in it.
    """

    stage: str
    wall: float
    cpu: float
    rows: int
    remembered: int

    @property
    def rate(self) -> float:
        """Rows in a second."""
        return self.rows / self.wall if self.wall else 0.0


class Stopwatch:
    """Seconds since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), cpu_seconds()

    def cost(self, stage: str, outcome: Outcome) -> Cost:
        """What a stage that ends now has taken."""
        wall, cpu = time.perf_counter() - self._wall, cpu_seconds() - self._cpu
        return Cost(stage, wall, cpu, outcome.rows, outcome.remembered)


def cpu_seconds() -> float:
    """Processor time of this process and of its finished children so far."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def shares(costs: Sequence[Cost]) -> str:
    """One line: how long all took, and the stages that took most of it.

    >>> shares([Cost("read", 1.0, 1.0, 9, 0), Cost("recognize", 3.0, 6.0, 50, 40)])
    '4.0 s: recognize 3.0 s (40 of 50 remembered), read 1.0 s'
    """
    total = sum(cost.wall for cost in costs)
    longest = sorted(costs, key=lambda cost: -cost.wall)[:4]
    return f"{total:.1f} s: " + ", ".join(
        f"{cost.stage} {cost.wall:.1f} s"
        + (f" ({cost.remembered} of {cost.rows} remembered)" if cost.remembered else "")
        for cost in longest
    )


def as_json(costs: Sequence[Cost], settings: object) -> str:
    """All costs and the run's settings, seconds to the millisecond; memory in MiB."""
    unit = 1 if sys.platform == "darwin" else 1024
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    stages = [
        {key: round(value, 3) if isinstance(value, float) else value for key, value in asdict(cost).items()}
        | {"rows_per_second": round(cost.rate, 1)}
        for cost in costs
    ]
    written = {
        "settings": settings,
        "wall": round(sum(cost.wall for cost in costs), 3),
        "cpu": round(cpu_seconds(), 3),
        "peak_memory": round(max(peaks) * unit / 2**20),
        "stages": stages,
    }
    return json.dumps(written, indent=2) + "\n"


def write_profile(path: Path, costs: Sequence[Cost], settings: object) -> None:
    """Write `as_json` to a file; raises PipelineError where the disk refuses."""
    from pipeline.storage.files import write_text

    write_text(path, as_json(costs, settings))
