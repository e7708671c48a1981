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

SETTINGS = ("model", "executor", "workers", "scheduler")
"""Options that win over the settings file; what each may be is in `Params`."""

_FOLDER = click.Path(path_type=Path)
_OPTIONS = (
    click.option("--scheduler", help="Address of a running Dask cluster.  [default: one of its own]"),
    click.option("--workers", type=int, help="Processes; 0 for one a core."),
    click.option("--executor", type=click.Choice(EXECUTORS), help="How items are spread."),
    click.option("--model", help="Installed spaCy pipeline to use."),
    click.option("--curation", type=_FOLDER, help="Decisions by people.  [default: curation]"),
    click.option("--params", type=_FOLDER, help="Settings file.  [default: params.yaml, if there is one]"),
    click.option("--output", type=_FOLDER, default=Path("output"), show_default=True, help="Where to write."),
    click.option("--raw", type=_FOLDER, default=Path("raw"), show_default=True, help="Folder of pages."),
)


def stage_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every stage takes; the command gets `paths` and `params`."""

    def wrapped(raw: Path, output: Path, curation: Path | None, params: Path | None, **rest: Any) -> None:
        said = {name: value for name in SETTINGS if (value := rest.pop(name)) is not None}
        paths = Paths(raw, _outside(output, raw), _existing(curation))
        command(paths, replace(load_params(params), **said), **rest)

    wrapped.__name__, wrapped.__doc__ = command.__name__, command.__doc__
    wrapped.__dict__.update(command.__dict__)
    for option in _OPTIONS:
        wrapped = option(wrapped)
    return wrapped


def _outside(output: Path, raw: Path) -> Path:
    if output.resolve().is_relative_to(raw.resolve()):
        raise PipelineError(f"{output}: lies in the folder of pages, {raw}; name another --output")
    return output


def _existing(curation: Path | None) -> Path:
    if curation and not curation.is_dir():
        raise PipelineError(f"{curation}: no such folder of decisions; correct --curation")
    return curation or Path("curation")
