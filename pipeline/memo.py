"""Results of costly pure functions, remembered by content beside the outputs.

A memo never changes a result: the key holds everything that the value depends on (the input's text,
the versions of model, code and resources), each row carries a checksum, and a row that does not
match, like a store that cannot be opened, is simply computed again. Deleting the store is safe.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

Input = TypeVar("Input")
Output = TypeVar("Output")

WINDOW = 8192
"""Inputs that are held at once: bounds the memory."""

ROWS_AT_ONCE = 256
"""Rows that are written together: what a run that is killed loses."""

BUSY_SECONDS = 30
"""How long a process waits for another that writes to the same store."""


def fingerprint(*parts: str | bytes) -> bytes:
    """A key made of parts, each kept apart from the next.

    >>> fingerprint("ab", "c") == fingerprint("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.digest()


def source_version(*sources: Path) -> bytes:
    """A fingerprint of files, and of all code and resources in folders: changes when any file does."""
    found = (p for source in sources for p in (source.rglob("*") if source.is_dir() else (source,)))
    files = sorted(path for path in found if path.suffix in (".py", ".toml"))
    return fingerprint(*(part for path in files for part in (path.name, path.read_bytes())))


class Memo:
    """A store of JSON values by key; `asked` and `computed` count the inputs and those not remembered.

    `path` None remembers nothing.
    """

    def __init__(self, path: Path | None) -> None:
        self.asked = self.computed = 0
        self._connection = _connect(path) if path else None

    def map(
        self,
        function: Callable[[list[Input]], Iterable[Output]],
        inputs: Iterable[Input],
        key: Callable[[Input], bytes],
        encode: Callable[[Output], Any],
        decode: Callable[[Input, Any], Output],
        window: int = WINDOW,
    ) -> Iterator[Output]:
        """`function` over the inputs, computed only for those not remembered; in the inputs' order.

        Inputs with the same key among `window` are computed once, even where nothing is remembered.
        """
        source = iter(inputs)
        while some := list(islice(source, window)):
            keys = [key(one) for one in some]
            known = self._get(set(keys))
            todo = {k: one for k, one in zip(keys, some, strict=True) if k not in known}
            self.computed += len(todo)
            self.asked += len(some)
            results = iter(function(list(todo.values()))) if todo else iter(())
            for fresh in _batched(zip(todo, map(encode, results), strict=True), ROWS_AT_ONCE):
                self._put(dict(fresh))
                known.update(fresh)
            for k, one in zip(keys, some, strict=True):
                yield decode(one, known[k])

    def _get(self, keys: set[bytes]) -> dict[bytes, Any]:
        found: dict[bytes, Any] = {}
        if self._connection is None:
            return found
        try:
            for key in sorted(keys):
                row = self._connection.execute("SELECT value, sum FROM memo WHERE key = ?", (key,)).fetchone()
                if row and fingerprint(key, row[0]) == row[1]:
                    found[key] = json.loads(zlib.decompress(row[0]))
        except sqlite3.Error:
            self._connection = None
        return found

    def _put(self, values: dict[bytes, Any]) -> None:
        if self._connection is None or not values:
            return
        packed = [(k, zlib.compress(json.dumps(v).encode(), 1)) for k, v in sorted(values.items())]
        rows = [(k, value, fingerprint(k, value)) for k, value in packed]
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO memo VALUES (?, ?, ?)", rows)
        except sqlite3.Error:
            self._connection = None


def _batched(things: Iterable[Input], size: int) -> Iterator[list[Input]]:
    source = iter(things)
    while batch := list(islice(source, size)):
        yield batch


def _connect(path: Path) -> sqlite3.Connection | None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS memo (key BLOB PRIMARY KEY, value BLOB, sum BLOB)")
    except (sqlite3.Error, OSError):
        return None
    return connection
