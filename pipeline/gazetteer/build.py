"""The rows of the packages as one Arrow table, in an order that follows from the packages alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import pyarrow as pa

from pipeline.gazetteer.names import division_key, is_latin, listed_key, place_key, without_form
from pipeline.gazetteer.packages import Row, divisions, towns

SCHEMA = pa.schema(
    {
        "geonames_id": pa.int32(),
        "name": pa.string(),
        "country": pa.string(),
        "level": pa.int8(),
        "form": pa.string(),
        "latitude": pa.float64(),
        "longitude": pa.float64(),
        "population": pa.int64(),
        "major": pa.bool_(),
        "code": pa.string(),
        "primary": pa.string(),
        "keys": pa.list_(pa.string()),
        "spellings": pa.list_(pa.string()),
    }
)
"""One row for each town and division (`Row`).

`primary` is the key of the main name, `keys` are those of all names; `spellings` are other Latin
names as written, of major towns alone.
"""

_BATCH = 10_000


def build() -> pa.Table:
    """The table of all towns and divisions."""
    rows = chain(towns(), divisions())
    return pa.Table.from_batches(_batches(rows), SCHEMA)


def _batches(rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    while some := list(islice(rows, _BATCH)):
        columns = zip(*map(_columns, some), strict=True)
        yield pa.record_batch([pa.array(c, t) for c, t in zip(columns, SCHEMA.types, strict=True)], SCHEMA)


def _columns(row: Row) -> tuple[object, ...]:
    latin = list(filter(is_latin, row.names))
    keys = {listed_key(name) for name in latin}
    title = row.names[0]
    if row.level:
        title = _title(title, latin)
        keys |= {without_form(key) for key in keys}
    primary = listed_key(title) or place_key(title)
    primary = without_form(primary) if row.level else primary
    return (
        row.geonames_id,
        title,
        row.country,
        row.level,
        row.form,
        row.latitude,
        row.longitude,
        row.population,
        row.major,
        row.code,
        primary,
        sorted((keys | {primary}) - {""}),
        latin[1:] if row.major else [],
    )


def _title(main: str, names: Iterable[str]) -> str:
    """The name that a division goes by without the word for its kind: what most of its names agree on.

    GeoNames has the local one first: Chechenskaya Respublika, which is Chechnya.
    """
    keys = Counter(division_key(name) for name in names if name.isascii())
    if not keys or (main.isascii() and keys[division_key(main)] == max(keys.values())):
        return main
    best = max(keys.values())
    fitting = (name for name in names if name.isascii() and keys[division_key(name)] == best)
    return min(fitting, key=lambda name: (len(name), name))
