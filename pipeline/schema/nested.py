"""Values of a column, nested rows among them, to Arrow arrays and back: column by column at every depth.

Arrow makes a dictionary of each nested row and asks each value for itself, which takes many times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import is_dataclass
from datetime import date
from itertools import accumulate, chain
from operator import attrgetter
from typing import Any, get_args, get_origin

import pyarrow as pa

from pipeline.schema.column import fields_of


def array_of(values: Sequence[Any], kind: Any, arrow: pa.DataType) -> pa.Array:
    """An Arrow array of values of the declared `kind`; lists, and rows inside rows, are never None.

    Raises what `pyarrow.array` raises where a value is of another type.
    """
    if get_origin(kind) is tuple and is_dataclass(inner := get_args(kind)[0]):
        ends = accumulate(map(len, values), initial=0)
        rows = array_of(list(chain.from_iterable(values)), inner, arrow.value_type)
        return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), rows, type=arrow)
    if is_dataclass(kind):
        parts = zip(fields_of(kind), arrow, strict=True)
        arrays = [array_of(list(map(attrgetter(f.name), values)), f.type, field.type) for f, field in parts]
        return pa.StructArray.from_arrays(arrays, fields=list(arrow))
    return pa.array(values, arrow)


def values_of(array: pa.Array, kind: Any) -> Sequence[Any]:
    """What `array_of` was given; equal strings and dates are one object."""
    if get_origin(kind) is tuple:
        inner = tuple(values_of(array.flatten(), get_args(kind)[0]))
        lengths = array.value_lengths().to_numpy().tolist()
        return [inner[end - length : end] for length, end in zip(lengths, accumulate(lengths), strict=True)]
    if is_dataclass(kind):
        columns = (values_of(array.field(field.name), field.type) for field in fields_of(kind))
        return list(map(kind, *columns))  # type: ignore[arg-type]
    if kind in (str, date):
        encoded = array.dictionary_encode()
        known = [*encoded.dictionary.to_pylist(), None]
        return list(map(known.__getitem__, encoded.indices.fill_null(-1).to_numpy().tolist()))
    return array.to_pylist() if array.null_count else array.to_numpy(zero_copy_only=False).tolist()  # type: ignore[no-any-return]
