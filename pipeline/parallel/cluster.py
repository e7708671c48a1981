"""Chunks over a Dask cluster: one that runs already, or one of processes on this machine.

The workers need this package in the same version, the language model and nothing else: no file is
shared, rows travel with the work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pipeline.errors import PipelineError
from pipeline.params import Params

if TYPE_CHECKING:
    from distributed import Client, Future

Input = TypeVar("Input")
Output = TypeVar("Output")

IN_FLIGHT = 3
"""Chunks a worker that are handed out before the oldest result is taken: bounds the memory."""

SECONDS_TO_CONNECT = 20


def over_cluster(
    function: Callable[[list[Input]], list[Output]], chunks: Iterator[list[Input]], params: Params
) -> Iterator[list[Output]]:
    """An executor: chunks over the cluster's workers, oldest result first.

    Dask hands the work of a lost worker to another one. Raises PipelineError where the cluster cannot
    be reached or gives a chunk up, after `distributed.scheduler.allowed-failures` lost workers.
    """
    client = connected(params.scheduler, params.cores)
    from distributed import KilledWorker

    running: deque[Future] = deque()
    try:
        while True:
            free = max(1, sum(client.nthreads().values())) * IN_FLIGHT - len(running)
            for chunk in islice(chunks, max(0, free)):  # a lost worker leaves less than none
                running.append(client.submit(function, chunk, pure=False))
            if not running:
                return
            yield running[0].result()
            running.popleft()
    except KilledWorker:
        raise PipelineError(
            "workers of the cluster died again and again over the same work (out of memory?); "
            "give them more memory, or leave out the largest page"
        ) from None
    finally:
        client.cancel(list(running))


_clients: dict[str, Client] = {}


def connected(scheduler: str, workers: int) -> Client:
    """A client of the cluster at an address, or of a new one of local processes where there is none.

    It stays connected for the stages that follow. Raises PipelineError where Dask is not installed or
    nobody answers.
    """
    if scheduler not in _clients:
        _clients[scheduler] = _connect(scheduler, workers)
    return _clients[scheduler]


def disconnect() -> None:
    """Leave every cluster, and end what was started here."""
    while _clients:
        _, client = _clients.popitem()
        cluster = client.cluster
        client.close()
        if cluster is not None:
            cluster.close()


def _connect(scheduler: str, workers: int) -> Client:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise PipelineError("--executor dask needs `pip install 'chronicle-pipeline[dask]'`") from None
    try:
        if scheduler:
            return Client(scheduler, timeout=SECONDS_TO_CONNECT)
        return Client(LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None))
    except (OSError, ValueError) as error:
        raise PipelineError(f"--scheduler {scheduler}: no cluster answers there ({error})") from error
