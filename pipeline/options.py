"""The options that every stage takes, and what they make: paths and parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from pipeline.errors import PipelineError
from pipeline.params import EXECUTORS, load_params
from pipeline.paths import Paths


def stage_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every stage takes; the command gets `paths` and `params`."""

    def wrapped(
        raw: Path,
        output: Path,
        curation: Path | None,
        params: Path | None,
        model: str | None,
        executor: str | None,
        workers: int | None,
        scheduler: str | None,
        **rest: Any,
    ) -> None:
        settings = load_params(params)
        settings = replace(
            settings,
            model=settings.model if model is None else model,
            executor=settings.executor if executor is None else executor,
            workers=settings.workers if workers is None else workers,
            scheduler=settings.scheduler if scheduler is None else scheduler,
        )
        command(Paths(raw, output, _existing(curation)), settings, **rest)

    wrapped.__name__, wrapped.__doc__ = command.__name__, command.__doc__
    wrapped.__dict__.update(command.__dict__)
    folder = click.Path(path_type=Path)
    for option in (
        click.option("--scheduler", help="Address of a running Dask cluster.  [default: one of its own]"),
        click.option("--workers", type=int, help="Processes; 0 for one a core."),
        click.option("--executor", type=click.Choice(EXECUTORS), help="How items are spread."),
        click.option("--model", help="Installed spaCy pipeline to use."),
        click.option("--curation", type=folder, help="Decisions by people.  [default: curation]"),
        click.option("--params", type=folder, help="Settings file.  [default: params.yaml, if there is one]"),
        click.option(
            "--output", type=folder, default=Path("output"), show_default=True, help="Where to write."
        ),
        click.option("--raw", type=folder, default=Path("raw"), show_default=True, help="Folder of pages."),
    ):
        wrapped = option(wrapped)
    return wrapped


def _existing(curation: Path | None) -> Path:
    if curation and not curation.is_dir():
        raise PipelineError(f"{curation}: no such folder of decisions; correct --curation")
    return curation or Path("curation")
