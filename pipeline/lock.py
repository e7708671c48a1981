"""One writer an output folder, and no trace of one that was killed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from pipeline.errors import PipelineError
from pipeline.paths import Paths

PATIENCE = 2
"""Seconds to wait for the folder: the workers of a killed run end within one."""


@contextmanager
def writing(paths: Paths) -> Iterator[None]:
    """Hold the output folder while writing to it; mend what a killed run left behind.

    Raises PipelineError where another run holds it or it cannot be written to.
    """
    try:
        paths.output.mkdir(parents=True, exist_ok=True)
        with FileLock(paths.output / ".lock", timeout=PATIENCE):
            _mend(paths)
            yield
    except Timeout:
        raise PipelineError(
            f"{paths.output}: another run is writing there; wait for it, or use --output"
        ) from None
    except OSError as error:
        if error.filename and str(error.filename).startswith(str(paths.output)):
            why = error.strerror or error
            raise PipelineError(
                f"{error.filename}: cannot be written ({why}); make room or change --output"
            ) from error
        raise


def _mend(paths: Paths) -> None:
    """Take away half-written files, and bring back a dataset that was about to be swapped."""
    old = paths.output / f".{paths.dataset.name}.old"
    if old.exists() and not paths.dataset.exists():
        old.rename(paths.dataset)
    for left in (*paths.output.glob(".dataset.*"), *paths.output.glob(".report.html.*")):
        shutil.rmtree(left) if left.is_dir() else left.unlink()
    for left in paths.output.glob("stages/.*.parquet.*"):
        left.unlink()
