"""Whether a run would make again what is there: the same pages, decisions, code and libraries.

All is compared by content. What cannot be compared counts as changed.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pipeline.memo import fingerprint
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.versions import libraries

LARGEST = 64 * 1024 * 1024
"""Bytes of a file under raw/ above which no page is read: its size stands for it."""


def is_done(paths: Paths, params: Params) -> bool:
    """True where the last whole run read what would be read now, and all that it wrote is as it was."""
    try:
        noted = json.loads(_note(paths).read_text(encoding="utf-8"))
        return bool(noted == {"read": read_state(paths, params), "wrote": _written_state(paths)})
    except (OSError, ValueError):
        return False


def note_done(paths: Paths, read: str) -> None:
    """Remember a run that has ended, by what `read_state` was before it."""
    _note(paths).parent.mkdir(parents=True, exist_ok=True)
    _note(paths).write_text(json.dumps({"read": read, "wrote": _written_state(paths)}), encoding="utf-8")


def read_state(paths: Paths, params: Params) -> str:
    """What a run reads, as one fingerprint: pages, decisions, the package, libraries, the model's name."""
    parts = (params.model, libraries(), *_contents(Path(__file__).parent), "raw")
    return fingerprint(
        *parts, *_contents(paths.raw, keep_inside=True), "curation", *_contents(paths.curation)
    ).hex()


def _written_state(paths: Paths) -> str:
    folders = (paths.dataset, paths.output / "stages")
    return fingerprint(*(part for folder in folders for part in _contents(folder)), _file(paths.report)).hex()


def _note(paths: Paths) -> Path:
    return paths.memo.with_name("run.json")


def _contents(folder: Path, keep_inside: bool = False) -> Iterator[str | bytes]:
    """Names and contents under a folder, hidden files and byte code left out, in order.

    With `keep_inside`, what a link out of the folder leads to is not opened: where it leads stands for it.
    """
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted((*files, *links)):
            if not name.startswith("."):
                path = Path(parent) / name
                yield path.relative_to(folder).as_posix()
                yield _target(path) if keep_inside and _leads_out(path, folder) else _file(path)


def _leads_out(path: Path, folder: Path) -> bool:
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _target(link: Path) -> bytes:
    return os.fsencode(link.readlink())


def _file(path: Path) -> bytes:
    """A digest of a file's content; of what is no plain file, or too large to be read, its kind and size."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or (status.st_size > LARGEST and path.suffix != ".parquet"):
            return f"{status.st_mode} {status.st_size}".encode()
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest()
    except OSError as error:
        return type(error).__name__.encode()
