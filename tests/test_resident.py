"""What stays in a process: the same answers as here, also when the process is killed."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import PipelineError
from pipeline.parallel import Asked, placed
from pipeline.params import Params

FORKED, SERIAL = Params(workers=2), Params(executor="serial")


class Sum:
    """Adds up what it is told; dies once where a mark is still to be made, or always."""

    def __init__(self, start: int, mark: Path | None = None, always: bool = False) -> None:
        self._sum, self._mark, self._always = start, mark, always

    def add(self, number: int) -> int:
        if number == 3 and (self._always or (self._mark and not self._mark.exists())):
            if self._mark:
                self._mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        self._sum += number
        return self._sum

    def fail(self) -> None:
        raise PipelineError("no such model")

    def process(self) -> int:
        return os.getpid()


def asked(things: list[Asked], method: str, *arguments: int) -> list[int]:
    for thing in things:
        thing.ask(method, *arguments)
    return [thing.answer() for thing in things]


def sums(things: list[Asked]) -> list[list[int]]:
    try:
        return [asked(things, "add", number) for number in (1, 2, 3, 4)]
    finally:
        for thing in things:
            thing.end()


EXPECTED = [[11, 21], [13, 23], [16, 26], [20, 30]]


@pytest.mark.parametrize("params", [SERIAL, FORKED])
def test_each_keeps_its_state(params: Params) -> None:
    assert sums(placed([partial(Sum, 10), partial(Sum, 20)], params)) == EXPECTED


def test_each_has_a_process_of_its_own_where_there_are_several() -> None:
    here = os.getpid()
    two = placed([partial(Sum, 0)] * 2, FORKED)
    assert len({here, *asked(two, "process")}) == 3
    for thing in two:
        thing.end()
    assert asked(placed([partial(Sum, 0)], FORKED), "process") == [here]
    assert asked(placed([partial(Sum, 0)] * 2, SERIAL), "process") == [here, here]


def test_a_killed_one_is_made_again_and_asked_all_again(tmp_path: Path) -> None:
    things = placed([partial(Sum, 10), partial(Sum, 20, tmp_path / "killed")], FORKED)
    assert sums(things) == EXPECTED
    assert (tmp_path / "killed").exists()


def test_one_that_always_dies_is_an_error() -> None:
    with pytest.raises(PipelineError, match="died"):
        sums(placed([partial(Sum, 10), partial(Sum, 20, None, True)], FORKED))


@pytest.mark.parametrize("params", [SERIAL, FORKED])
def test_what_goes_wrong_there_is_raised_here(params: Params) -> None:
    things = placed([partial(Sum, 0)] * 2, params)
    with pytest.raises(PipelineError, match="no such model"):
        asked(things, "fail")
    for thing in things:
        thing.end()


def test_no_process_is_left_where_nobody_says_that_it_is_the_end() -> None:
    things = placed([partial(Sum, 0)] * 2, FORKED)
    processes = asked(things, "process")
    del things
    for process in processes:
        assert _ends(process)


def _ends(process: int, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if os.waitpid(process, os.WNOHANG)[0]:
                return True
        except ChildProcessError:  # has been waited for
            return True
        time.sleep(0.05)
    return False
