"""Towns, and the divisions of countries, by the names that they bear."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.gazetteer.names import division_key, place_keys
from pipeline.gazetteer.store import load, load_main_names

_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class City:
    """A town of a thousand people or more. Degrees are WGS 84; `code` is that of its division."""

    geonames_id: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    code: str


@dataclass(frozen=True, slots=True)
class Division:
    """A country's province, state or the like (`level` 1), or a part of one (2).

    Degrees are those of the middle of its towns, weighted by their people, whose number
    `population` is. `form` is what it is called ("Province"), empty where nothing tells; `code` is
    GeoNames' of the first-level one that it is or is in ("KE.22").
    """

    geonames_id: int | None
    name: str
    country: str
    level: int
    form: str
    latitude: float | None
    longitude: float | None
    population: int
    code: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """A place that bears a name; `primary` where it is its main name, not an alternate one."""

    place: City | Division
    primary: bool


NamedPlaces = Mapping[str, tuple[Bearer, ...]]
"""Places by the keys of their names, the most populous first."""


@dataclass(frozen=True, slots=True)
class TownNames:
    """A major town's main name, and its other ones in Latin letters, as written."""

    name: str
    others: tuple[str, ...]
    population: int


_found: dict[str, tuple[Bearer, ...]] = {}
"""What earlier calls found, so that only new names are looked for."""


def places_named(names: Iterable[str]) -> dict[str, tuple[Bearer, ...]]:
    """Towns and divisions that bear the names, by `place_key` and `division_key`; the most populous first."""
    wanted = {key for name in names for key in (*place_keys(name), division_key(name)) if key}
    new = wanted - _found.keys()
    if new:
        _found.update(dict.fromkeys(new, ()) | _look_up(new))
    return {key: _found[key] for key in sorted(wanted) if _found[key]}


def _look_up(wanted: set[str]) -> dict[str, tuple[Bearer, ...]]:
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    table = load()
    keys = table["keys"].combine_chunks()
    listed = keys.flatten()
    at = np.flatnonzero(pc.is_in(listed, pa.array(sorted(wanted))).to_numpy(zero_copy_only=False))
    owners = np.searchsorted(keys.offsets.to_numpy(), at, side="right") - 1
    rows = dict(zip(owners.tolist(), _rows(table.take(owners)), strict=True))
    found: dict[str, list[Bearer]] = defaultdict(list)
    for key, owner in zip(listed.take(at).to_pylist(), owners.tolist(), strict=True):
        place, primary = rows[owner]
        found[key].append(Bearer(place, key == primary))
    return {key: tuple(sorted(found[key], key=_weight)) for key in sorted(found)}


def _rows(table: Any) -> Iterator[tuple[City | Division, str]]:
    """The places of some rows, each with the key of its main name."""
    columns = ("geonames_id", "name", "country", "latitude", "longitude", "population", "code")
    for row in table.select([*columns, "level", "form", "primary"]).to_pylist():
        common = {column: row[column] for column in columns}
        if row["level"]:
            yield Division(**common, level=row["level"], form=row["form"]), row["primary"]
        else:
            yield City(**common), row["primary"]


def _weight(bearer: Bearer) -> tuple[int, int, str]:
    place = bearer.place
    return -place.population, place.geonames_id or 0, place.name


@cache
def first_divisions() -> dict[str, Division]:
    """The first-level divisions of all countries by their codes."""
    import pyarrow.compute as pc

    table = load()
    rows = _rows(table.filter(pc.equal(table["level"], 1)))
    return {place.code: place for place, _ in rows if isinstance(place, Division) and place.code}


@cache
def large_towns() -> frozenset[str]:
    """Keys of the main names of towns of a hundred thousand people or more."""
    import pyarrow.compute as pc

    table = load()
    large = pc.and_(table["major"], pc.greater_equal(table["population"], _LARGE))
    return frozenset(table["primary"].filter(large).to_pylist())


def is_main_name(key: str) -> bool:
    """Whether a town of a thousand people or a division has a name of this `place_key` for its main one.

    >>> is_main_name("toribio"), is_main_name("chisambiro")
    (True, False)
    """
    names = load_main_names()
    i = bisect_left(names, key, key=lambda name: str(name.as_py()))
    return i < len(names) and names[i].as_py() == key


def major_towns() -> Iterator[TownNames]:
    """Towns of 15,000 people or more and capitals, in the order of the package."""
    rows = load().select(["name", "spellings", "population", "major"]).filter(load()["major"])
    for batch in rows.to_batches():
        columns = (batch[name].to_pylist() for name in ("name", "spellings", "population"))
        for name, others, population in zip(*columns, strict=True):
            yield TownNames(name, tuple(others), population)
