"""The stages in order, and how one is run.

The modules of `pipeline.steps` are the edges: `run(paths, params)` reads a stage's tables, calls the
pure functions of the stage's package and writes what comes out.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

from pipeline.costs import Cost, Outcome, Stopwatch
from pipeline.params import Params
from pipeline.paths import Paths

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


def run_stages(paths: Paths, params: Params, names: tuple[str, ...], quiet: bool = False) -> list[Cost]:
    """Run some stages, one after another, while no other run may write to the same folder.

    Returns what each took.
    """
    from pipeline.lock import writing

    with writing(paths):
        return list(_costs(paths, params, names, quiet))


def _costs(paths: Paths, params: Params, names: tuple[str, ...], quiet: bool) -> Iterator[Cost]:
    from pipeline.progress import say

    for name in names:
        outcome, cost = _run(paths, params, name)
        if not quiet:
            say(name, outcome.text, cost.wall)
        yield cost


def _run(paths: Paths, params: Params, name: str) -> tuple[Outcome, Cost]:
    """Run a stage: what it says of itself, and what it took."""
    watch = Stopwatch()
    try:
        outcome: Outcome = import_module(f"pipeline.steps.{name}").run(paths, params)
    except BaseException as error:
        error.add_note(f"the stage {name}")
        raise
    return outcome, watch.cost(name, outcome)
