"""The stages in order, and how one is run.

The modules of `pipeline.steps` are the edges: `run(paths, params)` reads a stage's tables, calls the
pure functions of the stage's package and writes what comes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from pipeline.costs import Cost, Outcome, Stopwatch
from pipeline.params import Params
from pipeline.paths import Paths

if TYPE_CHECKING:
    from pipeline.parallel import Resident

STAGES: tuple[tuple[str, str], ...] = (
    ("read", "Decode the pages under raw/."),
    ("segment", "Cut pages into items with headlines and published dates."),
    ("normalize", "Repair typos, spacing and encoding beside the text."),
    ("recognize", "Parse items and find persons, organisations and places."),
    ("resolve_dates", "Read every date expression."),
    ("link", "Give each person, organisation and place one row."),
    ("extract", "Find events with type, roles, date and place; join their tellings."),
    ("publish", "Write the dataset's tables."),
    ("evaluate", "Run on the gold pages and compare with their labels."),
    ("report", "Write the review page."),
)

DATASET_STAGES = tuple(name for name, _ in STAGES if name not in ("evaluate", "report"))
"""The stages that make the dataset."""


BESIDE = {"resolve_dates": "link"}
"""Where processes are forked, the second stage, which needs one, runs beside the workers of the first:
neither reads what the other makes."""


def run_stages(paths: Paths, params: Params, names: tuple[str, ...], quiet: bool = False) -> list[Cost]:
    """Run some stages, one after another, while no other run may write to the same folder.

    Returns what each took.
    """
    from pipeline.lock import writing

    with writing(paths):
        return list(_costs(paths, params, names, quiet))


def _costs(paths: Paths, params: Params, names: tuple[str, ...], quiet: bool) -> Iterator[Cost]:
    from pipeline.parallel import Resident
    from pipeline.progress import say

    stages = _Stages(paths, params)
    forks = params.executor == "processes" and params.cores > 1
    begun: dict[str, Resident[_Stages]] = {}
    for name in names:
        if forks and (beside := BESIDE.get(name)) in names:
            begun[beside] = Resident(lambda: stages)
            begun[beside].ask("run", beside)
        if name in begun:
            outcome, cost = begun[name].answer()
            begun[name].end()
        else:
            outcome, cost = stages.run(name)
        if not quiet:
            say(name, outcome.text, cost.wall)
        yield cost


@dataclass(frozen=True, slots=True)
class _Stages:
    """The stages of one run."""

    paths: Paths
    params: Params

    def run(self, name: str) -> tuple[Outcome, Cost]:
        """Run a stage: what it says of itself, and what it took."""
        watch = Stopwatch()
        try:
            outcome: Outcome = import_module(f"pipeline.steps.{name}").run(self.paths, self.params)
        except BaseException as error:
            error.add_note(f"the stage {name}")
            raise
        return outcome, watch.cost(name, outcome)
