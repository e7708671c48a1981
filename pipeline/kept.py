"""Tables made from packages alone, kept in files between runs.

A file says what it was made from and ends with a hash. One that is damaged or of other packages or
code, like one that cannot be read or written, is passed over and the table made anew: deleting it
changes no byte of a dataset. It is put in place whole, so that two processes may do so at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.errors import PipelineError
from pipeline.storage.files import written_aside

_HASH_BYTES = 32

_LISTS = pa.schema({"name": pa.string(), "words": pa.list_(pa.string())})

_kept_in: list[Path] = []
"""The folder of the files; none: the tables are made in memory."""


def keep_in(folder: Path) -> None:
    """Keep the tables in a folder from now on; what is loaded already stays."""
    _kept_in[:] = [folder]


def kept_table(name: str, version: bytes, build: Callable[[], Any]) -> Any:
    """What `build` makes; `version` stands for all that it depends on.

    Pages of the file come into memory as they are looked at.
    """
    if not _kept_in:
        return build()
    path, whole = _kept_in[0] / f"{name}.arrow", version + pa.__version__.encode()
    if (table := _read(path, whole)) is not None:
        return table
    table = build()
    with suppress(PipelineError):
        _write(path, table, whole)
    return _read(path, whole) or table


def kept_lists(
    name: str, version: bytes, build: Callable[[], Mapping[str, Iterable[str]]]
) -> dict[str, list[str]]:
    """The same of lists of words by their names, in the order of `build`."""

    def table() -> Any:
        rows = [{"name": key, "words": list(words)} for key, words in build().items()]
        return pa.Table.from_pylist(rows, _LISTS)

    kept = kept_table(name, version, table)
    names, words = (kept[column] for column in _LISTS.names)
    return {key.as_py(): some.values.to_pylist() for key, some in zip(names, words, strict=True)}


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
