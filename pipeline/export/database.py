"""A DuckDB database: every table with its keys, and what each column means as its comment."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipeline.errors import PipelineError
from pipeline.schema.column import fields_of
from pipeline.schema.dataset import TABLES

__all__ = ["write"]


def write(dataset: Path, path: Path) -> None:
    """Write the database.

    Raises PipelineError where a table is missing or its keys are not unique.
    """
    with duckdb.connect(str(path)) as database:
        for name, row in TABLES:
            try:
                _add(database, dataset / f"{name}.parquet", name, row)
            except duckdb.Error as error:
                raise PipelineError(f"{dataset / name}.parquet: {error}") from error


def _add(database: duckdb.DuckDBPyConnection, file: Path, name: str, row: type) -> None:
    columns = fields_of(row)
    database.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet({_quoted(str(file))})")
    keys = ", ".join(f'"{column.name}"' for column in columns if column.column.key)
    database.execute(f"ALTER TABLE {name} ADD PRIMARY KEY ({keys})")
    database.execute(f"COMMENT ON TABLE {name} IS {_quoted((row.__doc__ or '').strip())}")
    for column in columns:
        said = _quoted(column.column.description)
        database.execute(f'COMMENT ON COLUMN {name}."{column.name}" IS {said}')


def _quoted(text: str) -> str:
    """An SQL string.

    >>> _quoted("the item's page")
    "'the item''s page'"
    """
    return "'" + text.replace("'", "''") + "'"
