"""How a column is declared: beside its field, in the annotation.

>>> @dataclass(frozen=True, slots=True)
... class City:
...     "A city."
...     city_id: Annotated[str, Column("Readable id.", key=True)]
...     inhabitants: Annotated[int | None, Column("Inhabitants.", unit="people")] = None
>>> [(field.name, field.type, field.nullable, field.column.key) for field in fields_of(City)]
[('city_id', <class 'str'>, False, True), ('inhabitants', <class 'int'>, True, False)]
"""

from __future__ import annotations

import types
from dataclasses import dataclass, fields
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

__all__ = ["Annotated", "Column", "Field", "fields_of"]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column means.

    `description` is one or two plain sentences. `unit` names the unit of a number. `key` marks the
    columns that together identify a row. `references` is the `table.column` whose values this one
    takes. `choices` lists the only values allowed. `added` marks a column that the contract allows
    but does not ask for.
    """

    description: str
    unit: str | None = None
    key: bool = False
    references: str | None = None
    choices: tuple[str, ...] = ()
    added: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One declared column of a row class: its name, Python type without None, and meaning."""

    name: str
    type: Any
    nullable: bool
    column: Column


def fields_of(row: Any) -> tuple[Field, ...]:
    """The declared columns of a row class, in order.

    Raises TypeError where a field has no `Column` in its annotation.
    """
    return _fields(row)


@cache
def _fields(row: Any) -> tuple[Field, ...]:
    hints = get_type_hints(row, include_extras=True)
    return tuple(_field(row, field.name, hints[field.name]) for field in fields(row))


def _field(row: Any, name: str, hint: Any) -> Field:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"{row.__name__}.{name} has no Column")
    inner, column = get_args(hint)[:2]
    nullable = False
    if get_origin(inner) in (Union, types.UnionType):
        options = [option for option in get_args(inner) if option is not type(None)]
        nullable = len(options) < len(get_args(inner))
        (inner,) = options
    return Field(name, inner, nullable, column)
