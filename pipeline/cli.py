"""The command line: one command a stage, and `run` for all of them.

Exit codes: 0 done (pages that could not be read are named on stderr and in the table `pages`),
1 something to mend (one line says what and where), 2 wrong usage, 3 done, but with --strict some
page was not read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from pipeline.errors import PipelineError
from pipeline.export import FORMATS
from pipeline.params import EXECUTORS, Params, load_params
from pipeline.paths import Paths
from pipeline.stages import DATASET_STAGES, STAGES, run_stages

NOT_ALL_READ = 3


def _options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every stage takes; the command gets `paths` and `params`."""

    def wrapped(
        raw: Path,
        output: Path,
        curation: Path,
        params: Path,
        model: str | None,
        executor: str | None,
        workers: int | None,
        **rest: Any,
    ) -> None:
        settings = load_params(params)
        settings = replace(
            settings,
            model=settings.model if model is None else model,
            executor=settings.executor if executor is None else executor,
            workers=settings.workers if workers is None else workers,
        )
        command(Paths(raw, output, curation), settings, **rest)

    wrapped.__name__, wrapped.__doc__ = command.__name__, command.__doc__
    wrapped.__dict__.update(command.__dict__)
    folder = click.Path(path_type=Path)
    for option in (
        click.option("--workers", type=int, help="Processes; 0 for one a core."),
        click.option("--executor", type=click.Choice(EXECUTORS), help="How items are spread."),
        click.option("--model", help="Installed spaCy pipeline to use."),
        click.option("--curation", type=folder, default=Path("curation"), help="Decisions."),
        click.option("--params", type=folder, default=Path("params.yaml"), help="Settings file."),
        click.option(
            "--output", type=folder, default=Path("output"), show_default=True, help="Where to write."
        ),
        click.option("--raw", type=folder, default=Path("raw"), show_default=True, help="Folder of pages."),
    ):
        wrapped = option(wrapped)
    return wrapped


class _Commands(click.Group):
    """A group whose commands end in one line, not a traceback, where the user can mend it."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PipelineError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(1)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Raw page text in, a Parquet dataset of dated events linked to people, organisations and places out."""


@main.command()
@_options
@click.option("--strict", is_flag=True, help="Exit with 3 where a page was not read.")
def run(paths: Paths, params: Params, strict: bool) -> None:
    """Make the dataset and the review page from a folder of pages."""
    run_stages(paths, params, (*DATASET_STAGES, "report"))
    from pipeline.summary import print_summary

    unread = print_summary(paths)
    if strict and unread:
        sys.exit(NOT_ALL_READ)


def _add_stage(name: str, purpose: str) -> None:
    @_options
    def command(paths: Paths, params: Params) -> None:
        run_stages(paths, params, (name,))

    command.__doc__ = purpose
    main.command(name)(command)


for _name, _purpose in STAGES:
    _add_stage(_name, _purpose)


@main.command()
@click.option("--check", is_flag=True, help="Only say whether the generated pages of docs/ are up to date.")
def docs(check: bool) -> None:
    """Write the generated pages of docs/ anew."""
    from pipeline.docs import write_docs

    stale = write_docs(Path("docs"), check=check)
    for path in stale:
        click.echo(f"{path}: {'out of date' if check else 'written'}")
    if check and stale:
        sys.exit(1)


@main.command()
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True)
def summary(output: Path) -> None:
    """Print what the dataset holds."""
    from pipeline.summary import print_summary

    print_summary(Paths(output=output))


@main.command()
@click.option("--to", type=click.Choice(FORMATS), required=True, help="Format to write.")
@click.option("--output", type=click.Path(path_type=Path), default=Path("output"), show_default=True)
@click.option("--out", type=click.Path(path_type=Path), help="File (csv: folder) to write.")
def export(to: str, output: Path, out: Path | None) -> None:
    """Write the dataset in another format, in output/export/ if nothing else is said."""
    from pipeline.export import default_name
    from pipeline.export import export as write_export

    target = out or output / "export" / default_name(to)
    write_export(Paths(output=output).dataset, to, target)
    click.echo(target)
