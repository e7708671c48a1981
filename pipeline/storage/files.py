"""Files and folders that appear whole or not at all: written aside, then renamed into place.

A crash, a full disk or an error half-way leaves the last good one as it was.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import PipelineError


@contextmanager
def written_aside(path: Path) -> Iterator[Path]:
    """A path to write to; what stands there at the end is put in place, and nothing after an error."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield aside
        aside.replace(path)
    except OSError as error:
        why = error.strerror or error
        raise PipelineError(
            f"{path}: cannot be written ({why}); make room or pick another --output"
        ) from error
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 text file; raises PipelineError where the disk refuses."""
    with written_aside(path) as aside:
        aside.write_text(text, encoding="utf-8")


def swap_folder(fresh: Path, target: Path) -> None:
    """Put a finished folder in the place of an older one; the target never holds a mix.

    On Linux the two change places in one step; elsewhere the target is away for a moment, and the lock
    brings the older one back after a kill just then.
    """
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists() and _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places in one step, where the system can."""
    import ctypes

    rename = getattr(ctypes.CDLL(None), "renameat2", None) if sys.platform == "linux" else None
    paths = os.fsencode(one), os.fsencode(other)
    return rename is not None and (rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
