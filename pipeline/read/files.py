"""The files under raw/: which there are, and their bytes or why they are not read."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.read.manifest import NAME

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes of a file above which it is not opened: no saved page is so large."""


def page_paths(raw: Path) -> list[str]:
    """Every file under raw/ but hidden ones and pages.csv, relative to it with forward slashes, sorted.

    Raises PipelineError where a folder cannot be opened.
    """
    found: list[str] = []
    for folder, folders, files in os.walk(raw, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in (*files, *links):
            path = (Path(folder) / name).relative_to(raw).as_posix()
            if not name.startswith(".") and path != NAME:
                found.append(path)
    return sorted(found)


def _refuse(error: OSError) -> None:
    raise PipelineError(
        f"{error.filename}: folder cannot be read ({error.strerror}); allow it, or move it out of raw/"
    )


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, read once, or why it is not; a file that cannot be read hashes as empty."""

    data: bytes
    sha256: str
    problem: str | None = None


def read_content(file: Path, root: Path) -> Content:
    """What a file under `root` (a resolved path) holds; what is no page is not opened."""
    nothing = hashlib.sha256().hexdigest()
    try:
        if problem := _not_a_page(file, root):
            return Content(b"", nothing, problem)
        before = file.stat()
        if before.st_size > LARGEST_FILE:
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256")
            problem = f"larger than {LARGEST_FILE:,} bytes: split it into several files"
            return Content(b"", digest.hexdigest(), problem)
        data = file.read_bytes()
        after = file.stat()
    except OSError as error:
        return Content(b"", nothing, f"cannot be read: {error.strerror or error}")
    sha256 = hashlib.sha256(data).hexdigest()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return Content(b"", sha256, "changed while it was read: run again")
    return Content(data, sha256)


def _not_a_page(file: Path, root: Path) -> str | None:
    """Why this is not opened at all: what a link leads to is no page of this folder."""
    if not file.exists():
        return "a link to nothing"
    if not file.resolve().is_relative_to(root):
        return "a link out of the folder of pages: not followed; copy the file itself"
    if file.is_dir():
        return "a link to a folder: not followed; copy the folder itself"
    return None if file.is_file() else "not a regular file"
