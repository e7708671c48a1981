"""Objects that stay in forked processes of their own, and are asked one thing after another.

For work whose state is too large to travel: it is made where it stays, only questions and answers go to
and fro. Where a process dies, a new one makes its object anew and is asked all over again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, Protocol, TypeVar

from pipeline.errors import PipelineError
from pipeline.parallel.forked import TRIES, end_with
from pipeline.params import Params

Thing = TypeVar("Thing")

_FORK = multiprocessing.get_context("fork")


class Asked(Protocol):
    """Something that is asked to call one of its methods, and answers later."""

    def ask(self, method: str, *arguments: Any) -> None:
        """Begin with a method; the answer to the question before must have been taken."""

    def answer(self) -> Any:
        """What the method returned; raises what it raised."""

    def end(self) -> None:
        """Nothing more will be asked."""


def placed(make: Sequence[Callable[[], Any]], params: Params) -> list[Asked]:
    """What the functions make: each in a process of its own where several are made and the executor forks.

    What it answers must depend on what it was asked alone.
    """
    if params.executor == "processes" and params.cores > 1 and len(make) > 1:
        return [Resident(one) for one in make]
    return [Here(one) for one in make]


class Here(Generic[Thing]):
    """A thing in this process."""

    def __init__(self, make: Callable[[], Thing]) -> None:
        self._thing = make()
        self._asked: tuple[str, tuple[Any, ...]] = "", ()

    def ask(self, method: str, *arguments: Any) -> None:
        self._asked = method, arguments

    def answer(self) -> Any:
        method, arguments = self._asked
        return getattr(self._thing, method)(*arguments)

    def end(self) -> None:
        del self._thing


class Resident(Generic[Thing]):
    """A thing in a process of its own."""

    def __init__(self, make: Callable[[], Thing]) -> None:
        self._make = make
        self._asked: list[tuple[str, tuple[Any, ...]]] = []
        self._start()

    def ask(self, method: str, *arguments: Any) -> None:
        self._asked.append((method, arguments))
        self._send()

    def answer(self) -> Any:
        for _ in range(TRIES):
            try:
                failed, found = self._connection.recv()
            except (EOFError, ConnectionError):
                self._again()
                continue
            if failed:
                self._process.kill()
                raise found
            return found
        self._process.kill()
        raise PipelineError(
            f"worker processes died {TRIES} times over the same work (out of memory?); "
            "try --workers 1, or leave out the largest page"
        )

    def end(self) -> None:
        with suppress(ConnectionError):  # it may have died
            self._connection.send(None)
        self._process.join()

    def _start(self) -> None:
        self._connection, theirs = _FORK.Pipe()
        self._process = _FORK.Process(target=_serve, args=(self._make, theirs, os.getpid()), daemon=True)
        self._process.start()
        theirs.close()
        weakref.finalize(self, self._process.kill)  # also where nobody says that this is the end

    def _send(self) -> None:
        with suppress(ConnectionError):  # if it has died, `answer` notices
            self._connection.send(self._asked[-1])

    def _again(self) -> None:
        """Ask a new process all that the dead one was asked, up to the answer that is waited for."""
        self._process.join()
        self._start()
        *before, last = self._asked
        with suppress(EOFError, ConnectionError):  # if this one dies too, `answer` notices and counts
            for question in before:
                self._connection.send(question)
                self._connection.recv()
            self._connection.send(last)


def _serve(make: Callable[[], Any], parent: Connection, parent_id: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends, and with it this process
    end_with(parent_id)
    thing = None
    while question := parent.recv():
        method, arguments = question
        try:
            thing = make() if thing is None else thing
            answer = False, getattr(thing, method)(*arguments)
        except Exception as error:
            answer = True, error
        parent.send(answer)
