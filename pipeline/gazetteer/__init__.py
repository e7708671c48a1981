"""Countries, their divisions and towns by name: what every stage knows of places."""

from pipeline.gazetteer.countries import (
    Country,
    countries,
    country_names,
    country_phrases,
    country_words,
    shared_names,
    state_names,
    us_states,
)
from pipeline.gazetteer.names import division_key, place_key, place_keys
from pipeline.gazetteer.places import (
    Bearer,
    City,
    Division,
    NamedPlaces,
    TownNames,
    first_divisions,
    is_main_name,
    large_towns,
    major_towns,
    places_named,
)

__all__ = [
    "Bearer",
    "City",
    "Country",
    "Division",
    "NamedPlaces",
    "TownNames",
    "countries",
    "country_names",
    "country_phrases",
    "country_words",
    "division_key",
    "first_divisions",
    "is_main_name",
    "large_towns",
    "major_towns",
    "place_key",
    "place_keys",
    "places_named",
    "shared_names",
    "state_names",
    "us_states",
]
