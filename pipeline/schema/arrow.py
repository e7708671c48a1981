"""From a row declaration to Arrow: the schema, rows to tables and back, and the check at write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from inspect import cleandoc
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin

import pyarrow as pa

from pipeline.schema.column import Field, fields_of
from pipeline.schema.nested import array_of, values_of

Row = TypeVar("Row")

_SCALARS: dict[type, pa.DataType] = {
    str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64(), date: pa.date32(),
}  # fmt: skip


class RowError(ValueError):
    """A row that breaks its own declaration: names the table, the column and the value."""


def schema_of(row: Any) -> pa.Schema:
    """The Arrow schema of a row class, descriptions in the metadata of table and columns."""
    return _schema(row)


@cache
def _schema(row: Any) -> pa.Schema:
    columns = [
        pa.field(f.name, _arrow_type(f.type), f.nullable, metadata=_metadata(f)) for f in fields_of(row)
    ]
    return pa.schema(columns, metadata={"description": cleandoc(row.__doc__ or "")})


def _metadata(field: Field) -> dict[str, str]:
    column = field.column
    meta = {"description": column.description}
    if column.unit:
        meta["unit"] = column.unit
    if column.references:
        meta["references"] = column.references
    return meta


def _arrow_type(kind: Any) -> pa.DataType:
    if get_origin(kind) is tuple:
        return pa.list_(pa.field("element", _arrow_type(get_args(kind)[0]), nullable=False))
    if is_dataclass(kind):
        return pa.struct([pa.field(f.name, _arrow_type(f.type), f.nullable) for f in fields_of(kind)])
    return _SCALARS[kind]


def to_table(rows: Iterable[Row], row: type[Row]) -> pa.Table:
    """Rows as an Arrow table, checked against the declaration.

    Raises RowError where a value is missing, of a wrong type, or outside the column's choices.
    """
    fields, schema, rows = fields_of(row), schema_of(row), list(rows)
    columns = [list(map(attrgetter(field.name), rows)) for field in fields]
    for field, values in zip(fields, columns, strict=True):
        _check(row, field, values)
    try:
        arrays = [
            array_of(values, field.type, schema.field(field.name).type)
            for field, values in zip(fields, columns, strict=True)
        ]
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
        raise RowError(f"{row.__name__}: {error}") from error
    return pa.Table.from_arrays(arrays, schema=schema)


def _check(row: type, field: Field, values: list[Any]) -> None:
    if not field.nullable and any(value is None for value in values):
        raise RowError(f"{row.__name__}.{field.name} may not be null")
    if field.column.choices:
        for value in set(values) - set(field.column.choices) - {None}:
            raise RowError(f"{row.__name__}.{field.name}: {value!r} is not one of {field.column.choices}")


def from_table(table: pa.Table, row: type[Row]) -> Iterator[Row]:
    """The rows of an Arrow table, as instances of the row class.

    Raises RowError where a declared column is missing from the table.
    """
    fields = fields_of(row)
    missing = [field.name for field in fields if field.name not in table.column_names]
    if missing:
        raise RowError(f"{row.__name__}: no column {', '.join(missing)}")
    for batch in table.to_batches(max_chunksize=1024):
        yield from map(row, *(values_of(batch.column(field.name), field.type) for field in fields))
