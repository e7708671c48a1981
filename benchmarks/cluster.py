"""A run over a local Dask cluster of which a worker is killed when half of the items are parsed."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

from benchmarks.cost import Cost
from benchmarks.flow import Flow

POLL_SECONDS = 0.5


def killed_midway(made: Flow, workers: int, items: int) -> tuple[Cost, bool]:
    """What the run costs, the workers' processor time left out, and whether a worker was killed in it."""
    from distributed import Client, LocalCluster

    cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    with closing(cluster), closing(Client(cluster)) as client:
        with _killer(made.paths.memo, items // 2, client.run(os.getpid)) as killed:
            cost = made.cold("--executor", "dask", "--scheduler", cluster.scheduler_address)
        return cost, killed.is_set()


@contextmanager
def _killer(memo: Path, rows: int, pids: dict[str, int]) -> Iterator[Event]:
    """Kills one of the processes as soon as the memo has so many rows; the event tells that it did."""
    ended, killed = Event(), Event()

    def watch() -> None:
        while not ended.is_set() and not killed.is_set():
            time.sleep(POLL_SECONDS)
            if _rows(memo) >= rows:
                os.kill(min(pids.values()), signal.SIGKILL)
                killed.set()
                print("killed a worker", file=sys.stderr)

    thread = Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        ended.set()
        thread.join()


def _rows(memo: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{memo}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM memo").fetchone()[0])
    except sqlite3.Error:
        return 0


def digests(folder: Path) -> dict[str, str]:
    """A digest of every file in a folder."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
