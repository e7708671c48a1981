"""One function over many inputs, in this process or over forked ones, results in order."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from pipeline.errors import PipelineError
from pipeline.params import Params

Input = TypeVar("Input")
Output = TypeVar("Output")
Work = Callable[[list[Input]], list[Output]]

CHUNK = 64
"""Inputs handed to a worker at once: large enough for the model's batches, small enough to share out."""

IN_FLIGHT = 3
"""Chunks a worker that are handed out before the oldest result is taken: bounds the memory."""

TRIES = 3
"""How often a chunk is handed out before its worker's death counts as its fault."""

WATCH_SECONDS = 0.5
"""How often a worker looks whether its parent still lives."""


def ordered_map(function: Work[Input, Output], inputs: Iterable[Input], params: Params) -> Iterator[Output]:
    """`function` over chunks of the inputs; its results one by one in the inputs' order.

    The function must be pure and importable by name. With `processes` it runs in forked workers,
    which share what this process had loaded before; an exception in one is raised here, and the work
    of a worker that dies (killed, out of memory) is handed out again.

    Raises PipelineError where workers die `TRIES` times over the same work.
    """
    chunks = _chunks(inputs)
    workers = params.workers or os.cpu_count() or 1
    first = list(islice(chunks, 2))
    every = chain(first, chunks)
    if params.executor == "serial" or workers == 1 or len(first) < 2:
        results: Iterator[list[Output]] = map(function, every)
    else:
        results = _forked(function, every, workers)
    return chain.from_iterable(results)


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    source = iter(inputs)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _forked(
    function: Work[Input, Output], chunks: Iterator[list[Input]], workers: int
) -> Iterator[list[Output]]:
    """Chunks over a pool, oldest result first; a pool that broke is replaced."""
    waiting: deque[list[Input]] = deque()
    failures = 0
    while True:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, context, _end_with, (os.getpid(),)) as pool:
            running: deque[Future[list[Output]]] = deque()
            try:
                running.extend(pool.submit(function, chunk) for chunk in waiting)
                while True:
                    for chunk in islice(chunks, workers * IN_FLIGHT - len(running)):
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


def _end_with(parent: int) -> None:
    """Let this worker end when its parent is killed: it would hold the lock of the output folder."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
