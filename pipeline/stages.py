"""The stages in order, and how one is run.

The modules of `pipeline.steps` are the edges: `run(paths, params)` reads a stage's tables, calls the
pure functions of the stage's package and writes what comes out.
"""

from __future__ import annotations

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
        return [_run(name, paths, params, quiet) for name in names]


def _run(name: str, paths: Paths, params: Params, quiet: bool) -> Cost:
    from pipeline.progress import say

    watch = Stopwatch()
    try:
        outcome: Outcome = import_module(f"pipeline.steps.{name}").run(paths, params)
    except BaseException as error:
        error.add_note(f"the stage {name}")
        raise
    cost = watch.cost(name, outcome)
    if not quiet:
        say(name, outcome.text, cost.wall)
    return cost
