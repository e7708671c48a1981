"""What the tests of executors have done with chunks of numbers: importable by name, as workers need it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.parallel import CHUNK

MANY = range(CHUNK * 7 + 3)


def squares(numbers: list[int]) -> list[int]:
    return [number * number for number in numbers]


def squares_but_killed_once(numbers: list[int], mark: Path) -> list[int]:
    """Ends its process at one of the chunks, the first time."""
    if CHUNK * 3 in numbers and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return squares(numbers)


def always_killed(numbers: list[int]) -> list[int]:
    os.kill(os.getpid(), signal.SIGKILL)
    return numbers


def failing(numbers: list[int]) -> list[int]:
    raise PipelineError("no such model")
