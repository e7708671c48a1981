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
    fields, schema = fields_of(row), schema_of(row)
    columns: list[list[Any]] = [[] for _ in fields]
    getters = [attrgetter(field.name) for field in fields]
    plain = [_plainer(field.type) for field in fields]
    for item in rows:
        for values, get, make in zip(columns, getters, plain, strict=True):
            value = get(item)
            values.append(make(value) if make and value is not None else value)
    for field, values in zip(fields, columns, strict=True):
        _check(row, field, values)
    try:
        arrays = [pa.array(v, schema.field(f.name).type) for f, v in zip(fields, columns, strict=True)]
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError) as error:
        raise RowError(f"{row.__name__}: {error}") from error
    return pa.Table.from_arrays(arrays, schema=schema)


def _check(row: type, field: Field, values: list[Any]) -> None:
    if not field.nullable:
        for value in values:
            if value is None:
                raise RowError(f"{row.__name__}.{field.name} may not be null")
    if field.column.choices:
        for value in set(values) - set(field.column.choices) - {None}:
            raise RowError(f"{row.__name__}.{field.name}: {value!r} is not one of {field.column.choices}")


def _plainer(kind: Any) -> Any:
    """A function that turns nested dataclasses into dicts, or None where nothing is nested."""
    if get_origin(kind) is tuple:
        inner = _plainer(get_args(kind)[0])
        return (lambda values: [inner(value) for value in values]) if inner else None
    if is_dataclass(kind):
        parts = [(f.name, _plainer(f.type)) for f in fields_of(kind)]

        def plain(value: Any) -> dict[str, Any]:
            return {
                name: make(getattr(value, name)) if make and getattr(value, name) is not None
                else getattr(value, name)
                for name, make in parts
            }  # fmt: skip

        return plain
    return None


def from_table(table: pa.Table, row: type[Row]) -> Iterator[Row]:
    """The rows of an Arrow table, as instances of the row class.

    Raises RowError where a declared column is missing from the table.
    """
    fields = fields_of(row)
    missing = [field.name for field in fields if field.name not in table.column_names]
    if missing:
        raise RowError(f"{row.__name__}: no column {', '.join(missing)}")
    makers = [_maker(field.type) for field in fields]
    for batch in table.to_batches(max_chunksize=1024):
        columns = [
            [make(v) if v is not None else None for v in values] if make else values
            for make, values in zip(makers, (batch.column(f.name).to_pylist() for f in fields), strict=True)
        ]
        for values in zip(*columns, strict=True):
            yield row(*values)


def _maker(kind: Any) -> Any:
    """A function that turns what Arrow returns into the declared type, or None where it is the same."""
    if get_origin(kind) is tuple:
        inner = _maker(get_args(kind)[0])
        return (lambda values: tuple(inner(value) for value in values)) if inner else tuple
    if is_dataclass(kind):
        parts = [(f.name, _maker(f.type)) for f in fields_of(kind)]

        def make(value: dict[str, Any]) -> Any:
            return kind(  # type: ignore[operator]
                **{
                    name: inner(value[name]) if inner and value[name] is not None else value[name]
                    for name, inner in parts
                }
            )

        return make
    return None
