"""The table of places, kept in a file between runs.

The file says what it was made from and ends with a hash. One that is damaged or of other packages or
code, like one that cannot be read or written, is passed over and the table made anew: deleting it
changes no byte of a dataset. It is put in place whole, so that two processes may do so at once.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.errors import PipelineError
from pipeline.gazetteer.build import build
from pipeline.gazetteer.packages import versions
from pipeline.memo import fingerprint, source_version
from pipeline.resources import RESOURCES
from pipeline.storage.files import written_aside

_FILE = "gazetteer.arrow"
_HASH_BYTES = 32
_SOURCES = (
    Path(__file__).parent,
    Path(__file__).parent.parent / "romanization.py",
    RESOURCES / "gazetteer" / "divisions.toml",
    RESOURCES / "romanization.toml",
)

_kept_in: list[Path] = []
"""The folder of the file; none: the table is made in memory."""


def keep_in(folder: Path) -> None:
    """Keep the table in a folder from now on; what is loaded already stays."""
    _kept_in[:] = [folder]


@cache
def load() -> Any:
    """The table (`build.SCHEMA`); pages of the file come into memory as they are looked at."""
    if not _kept_in:
        return build()
    path, version = _kept_in[0] / _FILE, _version()
    if (table := _read(path, version)) is not None:
        return table
    table = build()
    with suppress(PipelineError):
        _write(path, table, version)
    return _read(path, version) or table


def _version() -> bytes:
    return fingerprint(*versions(), pa.__version__, source_version(*_SOURCES))


def _read(path: Path, version: bytes) -> Any:
    try:
        content = pa.memory_map(str(path)).read_buffer()
    except (OSError, pa.ArrowInvalid):
        return None
    if content.size <= _HASH_BYTES:
        return None
    rows = content.slice(0, content.size - _HASH_BYTES)
    if _hash(rows, version) != content.slice(rows.size).to_pybytes():
        return None
    return pa.ipc.open_file(rows).read_all()


def _write(path: Path, table: Any, version: bytes) -> None:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write_table(table.combine_chunks())
    rows = sink.getvalue()
    with written_aside(path) as aside, aside.open("wb") as file:
        file.write(rows)
        file.write(_hash(rows, version))


def _hash(rows: Any, version: bytes) -> bytes:
    return hashlib.sha256(version + hashlib.sha256(rows).digest()).digest()
