"""One function over many inputs, in this process or over forked ones, results in order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from pipeline.params import Params

Input = TypeVar("Input")
Output = TypeVar("Output")

CHUNK = 64
"""Inputs handed to a worker at once: large enough for the model's batches, small enough to share out."""


def ordered_map(
    function: Callable[[list[Input]], list[Output]], inputs: Iterable[Input], params: Params
) -> Iterator[Output]:
    """`function` over chunks of the inputs; its results one by one in the inputs' order.

    The function must be pure and importable by name. With `processes` it runs in forked workers,
    which share what this process had loaded before; an exception in one is raised here.
    """
    chunks = _chunks(inputs)
    workers = params.workers or os.cpu_count() or 1
    first = list(islice(chunks, 2))
    if params.executor == "serial" or workers == 1 or len(first) < 2:
        for chunk in first:
            yield from function(chunk)
        for chunk in chunks:
            yield from function(chunk)
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        for results in pool.imap(function, _chain(first, chunks)):
            yield from results


def _chunks(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    source = iter(inputs)
    while chunk := list(islice(source, CHUNK)):
        yield chunk


def _chain(first: list[list[Input]], rest: Iterator[list[Input]]) -> Iterator[list[Input]]:
    yield from first
    yield from rest
