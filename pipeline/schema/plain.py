"""Rows as plain values, for keys and for JSON, and back; where so wanted all but whose they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin

from pipeline.schema.column import fields_of

Row = TypeVar("Row")

OF_A_PAGE = ("item_id", "page_id", "edits")
"""What two readings of the same text on different pages do not share."""

_SCALARS = frozenset((str, int, float, bool, type(None)))


def plain(value: Any, left_out: tuple[str, ...] = ()) -> Any:
    """A row, or rows nested in lists, as lists of strings, numbers and None; days as ISO 8601.

    Columns of the names `left_out` are passed over, in nested rows too.
    """
    kind: Any = type(value)
    if kind in _SCALARS:
        return value
    if kind is date:
        return value.isoformat()
    if kind in (list, tuple):
        scalars = value and type(value[0]) in _SCALARS
        return list(value) if scalars else [plain(one, left_out) for one in value]
    return [plain(part, left_out) for part in _parts(kind, left_out)(value)]


@cache
def _parts(kind: Any, left_out: tuple[str, ...]) -> Callable[[Any], Any]:
    return attrgetter(*(field.name for field in fields_of(kind) if field.name not in left_out))


def from_plain(row: Callable[..., Row], values: Sequence[Any], **left_out: str) -> Row:
    """The row that `plain` made these values of, with those that were left out as they are given here."""
    made = _makers(row, tuple(left_out))
    return row(**left_out, **{name: make(value) for (name, make), value in zip(made, values, strict=True)})


@cache
def _makers(row: Any, left_out: tuple[str, ...]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((f.name, _maker(f.type)) for f in fields_of(row) if f.name not in left_out)


def _maker(kind: Any) -> Callable[[Any], Any]:
    if kind is date:
        return lambda value: None if value is None else date.fromisoformat(value)
    if get_origin(kind) is tuple:
        inner = _maker(get_args(kind)[0])
        return lambda values: tuple(inner(value) for value in values)
    if is_dataclass(kind):
        return lambda values: from_plain(kind, values)  # type: ignore[arg-type]
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
