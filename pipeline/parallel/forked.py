"""Chunks over forked processes, which share what this process had loaded before."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

from pipeline.errors import PipelineError
from pipeline.params import Params

Input = TypeVar("Input")
Output = TypeVar("Output")

IN_FLIGHT = 3
"""Chunks a worker that are handed out before the oldest result is taken: bounds the memory."""

TRIES = 3
"""How often a chunk is handed out before its worker's death counts as its fault."""

WATCH_SECONDS = 0.5
"""How often a worker looks whether its parent still lives."""


def over_forks(
    function: Callable[[list[Input]], list[Output]], chunks: Iterator[list[Input]], params: Params
) -> Iterator[list[Output]]:
    """An executor: chunks over a pool, oldest result first; a pool that broke is replaced.

    Raises PipelineError where workers die `TRIES` times over the same work.
    """
    waiting: deque[list[Input]] = deque()
    failures = 0
    while True:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(params.cores, context, end_with, (os.getpid(),)) as pool:
            running: deque[Future[list[Output]]] = deque()
            try:
                running.extend(pool.submit(function, chunk) for chunk in waiting)
                while True:
                    for chunk in islice(chunks, params.cores * IN_FLIGHT - len(running)):
                        waiting.append(chunk)
                        running.append(pool.submit(function, chunk))
                    if not running:
                        return
                    result = running[0].result()
                    running.popleft()
                    waiting.popleft()
                    failures = 0
                    yield result
            except BrokenProcessPool:
                failures += 1
                if failures == TRIES:
                    raise PipelineError(
                        f"worker processes died {TRIES} times over the same work (out of memory?); "
                        "try --workers 1, or leave out the largest page"
                    ) from None


def end_with(parent: int) -> None:
    """Let this worker end when its parent is killed: it would hold the lock of the output folder."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
