"""What a finished dataset holds, as a person wants to see it first."""

from __future__ import annotations

from itertools import islice

from rich.console import Console
from rich.table import Table

from pipeline.costs import counted
from pipeline.curation import unread_files
from pipeline.evaluate import Evaluation, figure_rows
from pipeline.paths import Paths
from pipeline.progress import ERR
from pipeline.schema.dataset import DecisionRow, Event, Page
from pipeline.storage.dataset import published
from pipeline.storage.tables import count_rows

COUNTED = ("pages", "items", "people", "organizations", "places", "dates", "events", "corrections")
ONE = {"people": "person"}
"""The singular of a table's name where it is not the name without its s."""

FIRST = 10
"""Events shown."""


def print_summary(paths: Paths) -> int:
    """Print where the dataset is, its counts and first events; name the pages that were not read.

    Returns how many pages were not read.
    """
    console = Console(highlight=False)
    numbers = [(name, count_rows(paths.dataset / f"{name}.parquet")) for name in COUNTED]
    counts = ", ".join(counted(number, ONE.get(name, name[:-1]), name) for name, number in numbers)
    console.print(f"\nThe dataset is in [bold]{paths.dataset}[/]: {counts}.", soft_wrap=True)
    if paths.report.exists():
        console.print(f"Look at it in a browser: [bold]{paths.report}[/]", soft_wrap=True)
    console.print(_events(paths))
    unread = [page for page in published(paths.dataset, Page) if page.problem]
    for page in unread:
        ERR.print(f"warning: {page.path} was not read: {page.problem}", soft_wrap=True, markup=False)
    if strange := unread_files(paths.curation):
        ERR.print(f"warning: {strange}", soft_wrap=True, markup=False)
    for row in published(paths.dataset, DecisionRow):
        if not row.applied:
            where = f"{paths.curation / row.file}.csv line {row.line}"
            ERR.print(f"warning: {where} was not carried out: {row.problem}", soft_wrap=True, markup=False)
    return len(unread)


def _events(paths: Paths) -> Table:
    table = Table("date", "type", "place", "who", "told", title="The first events", title_justify="left")
    dated = [
        (event.date_start, event.event_id, event)
        for event in published(paths.dataset, Event)
        if event.date_start
    ]
    for day, _, event in islice(sorted(dated), FIRST):
        who = [f"{person.name} ({person.role})" for person in event.people]
        who += [f"{body.name} ({body.role})" for body in event.organizations]
        shown = day.isoformat()[: {"year": 4, "month": 7}.get(event.date_precision or "", 10)]
        table.add_row(
            shown, event.event_type, event.place_name or "", ", ".join(who), str(event.mention_count)
        )
    return table


def print_figures(evaluation: Evaluation) -> None:
    """Print precision, recall and F1 of every area, all pages first and then each part.

    Where the labels have nothing of an area, there is no figure to give.
    """
    table = Table("part", "area", "p", "r", "f1", "n")
    for part, area, *figures, count in figure_rows(evaluation):
        shown = (f"{figure:.3f}" if count else "n/a" for figure in figures)
        table.add_row(part, area, *shown, str(count))
    Console(highlight=False).print(table)
