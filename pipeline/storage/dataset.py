"""A published dataset's tables, named by their row classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from pipeline.schema.dataset import TABLES
from pipeline.storage.tables import read_rows, read_values

Row = TypeVar("Row")

_NAMES = {row: name for name, row in TABLES}


def published(dataset: Path, row: type[Row]) -> Iterator[Row]:
    """The rows of the table that a dataset folder has of a row class; raises what `read_rows` raises."""
    return read_rows(dataset / f"{_NAMES[row]}.parquet", row)


def published_values(dataset: Path, row: type[Any], columns: Sequence[str]) -> list[Sequence[Any]]:
    """The values of some columns of that table; raises what `read_rows` raises."""
    return read_values(dataset / f"{_NAMES[row]}.parquet", row, columns)
