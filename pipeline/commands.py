"""The commands that are no stage: the whole flow, and what is done with a finished dataset."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from pipeline.costs import shares, write_profile
from pipeline.doubtful import DOUBTFUL_BELOW
from pipeline.errors import PipelineError
from pipeline.export.formats import FORMATS
from pipeline.options import stage_options
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.stages import DATASET_STAGES, run_stages
from pipeline.unchanged import is_done, note_done, read_state

NOT_ALL_READ = 3
"""Exit code of `run --strict` where a page was not read."""

FOLDER = click.Path(path_type=Path)


def dataset_in(folder: Path) -> Path:
    """The folder of a dataset, where it or the output folder around it is named.

    Raises PipelineError where neither is.
    """
    for found in (folder, folder / "dataset"):
        if any(found.glob("*.parquet")):
            return found
    raise PipelineError(f"{folder}: no dataset there; name the folder of its tables, such as output/dataset")


@click.command()
@stage_options
@click.option("--strict", is_flag=True, help="Exit with 3 where a page was not read.")
@click.option("--profile", type=FOLDER, help="JSON file to write to where the time went.")
@click.option("--force", is_flag=True, help="Run every stage, also where nothing has changed.")
def run(paths: Paths, params: Params, strict: bool, profile: Path | None, force: bool) -> None:
    """Make the dataset and the review page from a folder of pages.

    Where pages, decisions, code and libraries are those of the last run, and what it wrote is as it was,
    nothing is made again.
    """
    from pipeline.curation import check_decisions
    from pipeline.extract import load_event_types
    from pipeline.recognize import require_model
    from pipeline.summary import print_summary

    require_model(params.model)
    check_decisions(paths.curation, {kind.name for kind in load_event_types()})
    if not force and is_done(paths, params):
        costs = []
        click.echo("nothing has changed since the last run", err=True)
    else:
        read = read_state(paths, params)
        costs = run_stages(paths, params, (*DATASET_STAGES, "report"))
        note_done(paths, read)
    unread = print_summary(paths)
    if costs:
        click.echo(f"Took {shares(costs)}.", err=True)
    if profile:
        write_profile(profile, costs, asdict(params))
    if strict and unread:
        sys.exit(NOT_ALL_READ)


@click.command()
@click.option("--output", type=FOLDER, default=Path("output"), show_default=True)
def summary(output: Path) -> None:
    """Print what the dataset holds."""
    from pipeline.summary import print_summary

    print_summary(Paths(output=output))


@click.command()
@click.argument("dataset", type=FOLDER, default=Path("output/dataset"))
@click.option("--raw", type=FOLDER, help="Folder of pages, to compare their checksums too.")
def verify(dataset: Path, raw: Path | None) -> None:
    """Check a dataset against its contract: schemas, keys, references, offsets, counts."""
    from pipeline.verify import verify as check

    dataset = dataset_in(dataset)
    findings = check(dataset, raw)
    for finding in findings:
        click.echo(finding, err=True)
    if findings:
        sys.exit(1)
    click.echo(f"{dataset}: all as it should be")


@click.command()
@click.option("--check", is_flag=True, help="Only say whether the generated pages of docs/ are up to date.")
def docs(check: bool) -> None:
    """Write the generated pages of docs/ anew."""
    from pipeline.docs import write_docs

    stale = write_docs(Path("docs"), check=check)
    for path in stale:
        click.echo(f"{path}: {'out of date' if check else 'written'}")
    if check and stale:
        sys.exit(1)


@click.command()
@click.option("--to", type=click.Choice(FORMATS), required=True, help="Format to write.")
@click.option("--output", type=FOLDER, default=Path("output"), show_default=True)
@click.option("--out", type=FOLDER, help="File (csv: folder) to write.")
def export(to: str, output: Path, out: Path | None) -> None:
    """Write the dataset in another format, in output/export/ if nothing else is said."""
    from pipeline.export import default_name
    from pipeline.export import export as write_export

    target = out or output / "export" / default_name(to)
    write_export(Paths(output=output).dataset, to, target)
    click.echo(target)


@click.command()
@click.option("--output", type=FOLDER, default=Path("output"), show_default=True)
@click.option(
    "--below",
    type=click.FloatRange(0, 1),
    default=DOUBTFUL_BELOW,
    show_default=True,
    help="List events that are less sure than this; more are listed where it is higher.",
)
def review(output: Path, below: float) -> None:
    """Write the doubtful cases as rows to decide on, in output/review/."""
    from pipeline.steps.review import write_review

    for path, count in write_review(Paths(output=output), below):
        click.echo(f"{path}: {count} to decide; fill in `decision` and move the rows to curation/{path.name}")


@click.command("keep-ids")
@click.option("--output", type=FOLDER, default=Path("output"), show_default=True)
@click.option("--curation", type=FOLDER, default=Path("curation"), show_default=True)
def keep_ids(output: Path, curation: Path) -> None:
    """Note the ids of the last run in curation/ids.csv: later runs keep them, whatever pages come."""
    from pipeline.steps.keep_ids import write_ledger

    path, count, new = write_ledger(Paths(output=output, curation=curation))
    click.echo(f"{path}: {count} ids are kept, {new} of them new")


@click.command()
@click.argument("dataset", type=FOLDER)
@click.argument("gold", type=FOLDER)
@click.option("--errors", type=FOLDER, help="CSV file to write every error to.")
def score(dataset: Path, gold: Path, errors: Path | None) -> None:
    """Compare any dataset with a folder of gold labels and print the figures."""
    from pipeline.evaluate import evaluate, write_errors
    from pipeline.summary import print_figures

    evaluation = evaluate(dataset_in(dataset), gold)
    print_figures(evaluation)
    if errors:
        write_errors(evaluation, errors)


COMMANDS: tuple[click.Command, ...] = (run, summary, review, keep_ids, verify, export, score, docs)
