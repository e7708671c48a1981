"""One function over many inputs, in this process or over many, results in order.

An executor is a function that maps chunks: it takes what is done with one, the chunks and the settings,
and yields what comes out of each, in the chunks' order, the work of lost workers done again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from pipeline.params import Params

Input = TypeVar("Input")
Output = TypeVar("Output")
Work = Callable[[list[Input]], list[Output]]

CHUNK = 64
"""Inputs handed to a worker at once: large enough for the model's batches, small enough to share out."""


def ordered_map(
    function: Work[Input, Output],
    inputs: Iterable[Input],
    params: Params,
    prepare: Callable[[], object] | None = None,
    chunk: int | None = None,
) -> Iterator[Output]:
    """`function` over chunks of the inputs, `CHUNK` or `chunk` each; its results one by one, in order.

    The function must be pure and importable by name. An exception in a worker is raised here. `prepare`
    loads what forked workers should share instead of loading it each; it runs only where any are forked.

    Raises PipelineError where workers die again and again over the same work.
    """
    chunks = _chunks(inputs, chunk or CHUNK)
    first = list(islice(chunks, 2))
    every = chain(first, chunks)
    if (
        len(first) < 2
        or params.executor == "serial"
        or (params.executor == "processes" and params.cores == 1)
    ):
        return chain.from_iterable(map(function, every))
    if params.executor == "dask":
        from pipeline.parallel.cluster import over_cluster

        return chain.from_iterable(over_cluster(function, every, params))
    from pipeline.parallel.forked import over_forks

    if prepare:
        prepare()
    return chain.from_iterable(over_forks(function, every, params))


def _chunks(inputs: Iterable[Input], size: int) -> Iterator[list[Input]]:
    source = iter(inputs)
    while chunk := list(islice(source, size)):
        yield chunk
