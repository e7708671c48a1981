"""The stages in order, and how one is run.

The modules of `pipeline.steps` are the edges: `run(paths, params)` reads a stage's tables, calls the
pure functions of the stage's package and writes what comes out.
"""

from __future__ import annotations

import time
from importlib import import_module

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


def run_stages(paths: Paths, params: Params, names: tuple[str, ...], quiet: bool = False) -> None:
    """Run some stages, one after another, while no other run may write to the same folder."""
    from pipeline.lock import writing

    with writing(paths):
        for name in names:
            _run(name, paths, params, quiet)


def _run(name: str, paths: Paths, params: Params, quiet: bool) -> None:
    from pipeline.progress import say

    begun = time.perf_counter()
    try:
        outcome = import_module(f"pipeline.steps.{name}").run(paths, params)
    except BaseException as error:
        error.add_note(f"the stage {name}")
        raise
    if not quiet:
        say(name, outcome, time.perf_counter() - begun)
