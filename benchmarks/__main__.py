"""`python -m benchmarks`: measure, write a corpus, or make the page of results anew."""

from __future__ import annotations

from pathlib import Path

import click

from benchmarks.corpus import Size, write_corpus
from benchmarks.measurements import FULL, MEASUREMENTS, Sizes, changed, warm_up
from benchmarks.report import table, write_report
from benchmarks.results import load, save

NAMES = tuple(measure.__name__ for measure in MEASUREMENTS)
FOLDER = click.Path(path_type=Path)
RESULTS = Path("docs/performance")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """How fast the pipeline is and what it takes."""


@main.command()
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@click.option("--full", is_flag=True, help="The sizes of the bars instead of a quick look; takes long.")
@click.option("--set", "changes", multiple=True, metavar="SIZE=NUMBER", help="Another size; see Sizes.")
@click.option("--out", type=FOLDER, default=Path("output/benchmarks"), show_default=True, help="For JSON.")
def run(names: tuple[str, ...], full: bool, changes: tuple[str, ...], out: Path) -> None:
    """Measure all, or what is named; print the figures and keep them as JSON."""
    sizes = changed(FULL if full else Sizes(), changes)
    warm_up()
    for measure in MEASUREMENTS:
        if not names or measure.__name__ in names:
            click.echo(f"{measure.__name__}: {measure.__doc__}", err=True)
            save(out, measure(sizes))
            click.echo(table(load(out, (measure.__name__,))))


@main.command()
@click.argument("results", type=FOLDER, default=RESULTS)
@click.option("--page", type=FOLDER, default=Path("docs/performance.md"), show_default=True)
def report(results: Path, page: Path) -> None:
    """Write table and plots of the results in a folder into the page of figures."""
    write_report(load(results, NAMES), results, page)
    click.echo(page)


@main.command()
@click.argument("folder", type=FOLDER)
@click.option("--pages", type=int, default=100, show_default=True)
@click.option("--items", type=int, default=5, show_default=True, help="Items a page, in the mean.")
@click.option("--seed", type=int, default=1, show_default=True)
def corpus(folder: Path, pages: int, items: int, seed: int) -> None:
    """Write made-up pages into a folder."""
    click.echo(f"{write_corpus(folder, Size(pages, items, seed)):,} items on {pages:,} pages in {folder}")


if __name__ == "__main__":
    main(prog_name="python -m benchmarks")
