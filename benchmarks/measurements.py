"""The measurements: each a function from sizes to a result, with the bars that the project set itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.cluster import digests, killed_midway
from benchmarks.corpus import Size
from benchmarks.cost import ROOT, Cost, cost_of, median_of, side_by_side
from benchmarks.flow import flow, processes
from benchmarks.results import Figure, Result


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much to measure with. `growth` are numbers of pages with `growth_items` items each."""

    rounds: int = 1
    cold_pages: int = 30
    warm_pages: int = 60
    growth: tuple[int, ...] = (30, 60, 120)
    growth_items: int = 5
    cluster_pages: int = 200
    link_mentions: int = 5_000
    link_names: int = 1_000
    reduce_mentions: int = 20_000


FULL = Sizes(
    rounds=3,
    cold_pages=400,
    warm_pages=5_000,
    growth=(1_000, 2_000, 5_000, 10_000),
    growth_items=2,
    cluster_pages=50_000,
    link_mentions=100_000,
    link_names=20_000,
    reduce_mentions=1_000_000,
)
"""The sizes of the bars; hours on a small machine."""


def changed(sizes: Sizes, changes: Sequence[str]) -> Sizes:
    """Sizes with some of them set otherwise.

    >>> changed(Sizes(), ("rounds=5", "growth=10,20")).growth
    (10, 20)

    Raises ValueError where a change is no number, TypeError where there is no such size.
    """
    values: dict[str, Any] = {}
    for change in changes:
        name, _, value = change.partition("=")
        numbers = tuple(int(part) for part in value.split(","))
        values[name] = numbers if name == "growth" else numbers[0]
    return replace(sizes, **values)


def warm_up() -> None:
    """Run every way once, so that bytecode is there and the disk has been read."""
    with flow(Size(1)) as made:
        texts = str(made.texts())
        for way in ("naive", "bare"):
            cost_of((sys.executable, "-m", f"benchmarks.{way}", texts))
        made.cold()


def cold(sizes: Sizes) -> Result:
    """First run over a corpus, beside the naive script and beside the bare model on the same texts."""
    with flow(Size(sizes.cold_pages)) as made:
        texts = str(made.texts())
        items = made.rows("clean")
        ways: dict[str, Callable[[], Cost]] = {
            "naive script": lambda: cost_of((sys.executable, "-m", "benchmarks.naive", texts)),
            "naive, language told": lambda: cost_of((sys.executable, "-m", "benchmarks.naive", texts, "en")),
            "bare nlp.pipe": lambda: cost_of((sys.executable, "-m", "benchmarks.bare", texts)),
            "pipeline, one process": made.cold,
            "pipeline, two processes": lambda: made.cold(*processes(2)),
        }
        costs = side_by_side(ways, sizes.rounds)
        rmtree(made.paths.cache)
        places = made.make_table_of_places()
    naive, told, bare, one, two = (costs[name] for name in ways)
    figures = (
        Figure(f"naive script, {items:,} items", naive.cpu, "s of processor"),
        Figure("naive script that tells dateparser the language", told.cpu, "s of processor"),
        Figure("bare nlp.pipe over the same texts", bare.cpu, "s of processor"),
        Figure("pipeline, one process", one.cpu, "s of processor"),
        Figure(
            "pipeline, one process, to bare nlp.pipe", one.cpu / bare.cpu, "times the processor", at_most=1.25
        ),
        Figure("pipeline, one process, to naive", naive.wall / one.wall, "times the throughput"),
        Figure(
            "pipeline, two processes, to naive", naive.wall / two.wall, "times the throughput", at_least=8
        ),
        Figure(
            "pipeline, two processes, to naive that tells the language",
            told.wall / two.wall,
            "times the throughput",
        ),
        Figure("two processes to one", one.wall / two.wall, "times the throughput", at_least=1.8),
        Figure("most memory of one process", one.peak, "MiB"),
        Figure(
            "made before: the tables of places and words, once an output folder", places.cpu, "s of processor"
        ),
    )
    bars = {name: [(0.0, costs[name].wall)] for name in ways}
    return Result("cold", "Cold run", figures, bars)


def warm(sizes: Sizes) -> Result:
    """The same corpus again: with one page added, with nothing changed."""
    with ExitStack() as stack:
        one = stack.enter_context(flow(Size(1)))
        made = stack.enter_context(flow(Size(sizes.warm_pages)))
        cold = made.cold()
        unchanged = [made.again() for _ in range(sizes.rounds)]
        start = [one.cold() for _ in range(sizes.rounds)]
        added: list[Cost] = []
        for _ in range(sizes.rounds):
            made.add_page(len(added))
            added.append(made.again())
    first, same, more = (median_of(costs) for costs in (start, unchanged, added))
    figures = (
        Figure(f"cold run of {sizes.warm_pages:,} pages, one process", cold.cpu, "s of processor"),
        Figure("start-up: one page", first.cpu, "s of processor"),
        Figure("one page added", more.cpu, "s of processor"),
        Figure("one page added, beyond start-up, to cold", 100 * (more.cpu - first.cpu) / cold.cpu, "%", 3),
        Figure("nothing changed", same.cpu, "s of processor"),
        Figure("nothing changed, to start-up", same.cpu / first.cpu, "times", at_most=1.05),
    )
    return Result("warm", "Warm run", figures)


def repro(sizes: Sizes) -> Result:
    """`dvc repro` with nothing changed, in a fresh copy of the repository."""
    dvc = (str(Path(sys.executable).with_name("dvc")), "repro")
    with TemporaryDirectory(prefix="benchmark-") as folder:
        subprocess.run(("git", "clone", "--quiet", str(ROOT), folder), check=True)
        first = cost_of(dvc, Path(folder))
        again = median_of([cost_of(dvc, Path(folder)) for _ in range(sizes.rounds)])
    figures = (
        Figure("dvc repro of a fresh copy", first.wall, "s"),
        Figure("dvc repro, nothing changed", again.wall, "s", at_most=3),
    )
    return Result("repro", "dvc repro", figures)


def growth(sizes: Sizes) -> Result:
    """Cold runs of growing corpora: time a page beyond start-up, and memory."""
    with flow(Size(1)) as one:
        start = one.cold()
    costs: dict[int, Cost] = {}
    for pages in sizes.growth:
        with flow(Size(pages, sizes.growth_items)) as made:
            costs[pages] = made.cold()
    each = {pages: 1000 * (cost.cpu - start.cpu) / pages for pages, cost in costs.items()}
    smallest, largest = min(costs), max(costs)
    ratio = each[largest] / each[smallest]
    figures = (
        Figure("start-up: one page", start.cpu, "s of processor"),
        *(Figure(f"{pages:,} pages, each", value, "ms of processor") for pages, value in each.items()),
        Figure(f"a page of {largest:,} to a page of {smallest:,}", ratio, "times", at_most=1.15),
        *(Figure(f"{pages:,} pages, most memory", cost.peak, "MiB") for pages, cost in costs.items()),
    )
    series = {
        "ms of processor a page": [(float(pages), value) for pages, value in each.items()],
        "most memory, MiB": [(float(pages), cost.peak) for pages, cost in costs.items()],
    }
    return Result("growth", "Growth", figures, series)


def cluster(sizes: Sizes) -> Result:
    """One process, then a local Dask cluster of which a worker is killed when half is parsed."""
    with flow(Size(sizes.cluster_pages, items=1)) as made:
        serial = made.cold()
        items, expected = made.rows("clean"), digests(made.paths.dataset)
        spread, killed = killed_midway(made, workers=2, items=items)
        same = digests(made.paths.dataset) == expected
    figures = (
        Figure(f"{sizes.cluster_pages:,} pages, {items:,} items, one process", serial.wall, "s"),
        Figure("the same over a Dask cluster of two, one worker killed", spread.wall, "s"),
        Figure("most memory of the one process", serial.peak, "MiB"),
        Figure("most memory of the process that asks the cluster", spread.peak, "MiB"),
        Figure("processor time of the process that asks the cluster", spread.cpu, "s of processor"),
        Figure("workers killed", float(killed), "", at_least=1),
        Figure("the same bytes", float(same), "", at_least=1),
    )
    return Result("cluster", "Cluster", figures)


def linking(sizes: Sizes) -> Result:
    """Linking alone: mentions of made-up people, bodies and places."""
    arguments = (str(sizes.link_mentions), str(sizes.link_names))
    command = (sys.executable, "-m", "benchmarks.link", *arguments)
    cost = median_of([cost_of(command) for _ in range(sizes.rounds)])
    figures = (
        Figure(f"{sizes.link_mentions:,} mentions of {sizes.link_names:,} names", cost.cpu, "s of processor"),
        Figure("most memory", cost.peak, "MiB"),
    )
    return Result("linking", "Linking", figures)


def reduce(sizes: Sizes) -> Result:
    """Linking, joining and publishing of a whole corpus's rows, from Parquet to Parquet."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        ours, options = (sys.executable, "-m"), ("--output", folder, "--executor", "serial")
        cost_of((*ours, "benchmarks.stage_tables", folder, str(sizes.reduce_mentions)))
        link = cost_of((*ours, "pipeline", "link", *options))
        join = cost_of((*ours, "benchmarks.joining", folder))
        publish = cost_of((*ours, "pipeline", "publish", *options))
    mentions = f"{sizes.reduce_mentions:,} mentions"
    costs = {f"link {mentions}": link, f"join tellings of {mentions}": join, f"publish {mentions}": publish}
    figures = tuple(
        figure
        for what, cost in costs.items()
        for figure in (
            Figure(what, cost.cpu, "s of processor"),
            Figure(f"{what}, most memory", cost.peak, "MiB", at_most=4096),
        )
    )
    return Result("reduce", "Reduce side", figures)


MEASUREMENTS: tuple[Callable[[Sizes], Result], ...] = (cold, warm, repro, growth, cluster, linking, reduce)
