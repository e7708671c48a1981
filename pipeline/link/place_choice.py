"""Which place a name means: a country, region, division or town of the gazetteer, or one that it lacks."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pipeline.gazetteer import (
    Bearer,
    City,
    Division,
    NamedPlaces,
    countries,
    division_key,
    first_divisions,
    place_keys,
    shared_names,
    us_states,
)
from pipeline.link.place_bearers import seat_of, towns_of
from pipeline.link.place_context import Context
from pipeline.link.place_identity import (
    PlaceIdentity,
    country_identity,
    division_identity,
    region_identity,
    town_identity,
    unknown_identity,
)
from pipeline.link.place_name import PlaceName
from pipeline.resources import words

_SMALL = 50_000
_SMALL_DIVISION = 300_000
_INSIDE, _NEAR = 10.0, 2.0


def may_be_in_gazetteer(kind: str | None, name: PlaceName) -> bool:
    """Whether a place of that kind (None: not told) is worth looking up: streets and prisons are not.

    An "other" place whose name has no word for its kind may be a town that nothing else told of.
    """
    return kind != "street" and (kind != "other" or (name.kind is None and not name.loose))


def looked_up(kind: str | None, name: PlaceName) -> tuple[str, ...]:
    """The names that the gazetteer is asked for to find the place."""
    if not may_be_in_gazetteer(kind, name):
        return ()
    head = _without_town(name)
    return (name.core, head) if head else (name.core,)


def identify(
    name: PlaceName, kind: str | None, context: Context, main: str | None, places: NamedPlaces
) -> PlaceIdentity:
    """The place that a name means where its context is such; `main` is the country of the page."""
    if may_be_in_gazetteer(kind, name) and name.kind != "street":
        found = _country(name, context) or region_identity(name.key) or _bearer(name, kind, context, places)
        if found and (kind != "other" or found.country in context.countries.codes):
            return found
    return unknown_identity(name.core, kind or name.kind or "other", main)


def _country(name: PlaceName, context: Context) -> PlaceIdentity | None:
    country = countries().get(name.key)
    if country is None:
        return None
    share = context.countries.share
    if name.key in us_states() and (
        share("US") > share(country.code) or context.inside | context.near == {"US"}
    ):
        return None
    if name.key in shared_names():
        country = max(shared_names()[name.key], key=lambda one: _evidence(one.code, context))
    return country_identity(country)


def _bearer(name: PlaceName, kind: str | None, context: Context, places: NamedPlaces) -> PlaceIdentity | None:
    """The likeliest town or division of the name; of divisions alone where the text calls it one."""
    if name.kind == "region" or context.called_division:
        bearers = places.get(division_key(name.core), ())
        divisions = [b for b in bearers if isinstance(b.place, Division)]
        if found := _likeliest(divisions, name, context):
            return _identity(found, kind, bearers)
        if name.kind == "region":
            return _around_its_seat(name, context, places)
    for key in _keys(name):
        bearers = places.get(key, ())
        meant = _meant(bearers)
        divisions = [b for b in meant if isinstance(b.place, Division)] if kind == "region" else []
        if found := _likeliest(divisions, name, context) or _likeliest(meant, name, context, kind != "other"):
            return _identity(found, kind, bearers)
    return None


def _identity(place: City | Division, kind: str | None, bearers: Sequence[Bearer]) -> PlaceIdentity:
    if isinstance(place, City):
        return town_identity(place, bearers)
    town = kind == "city" and place.level > 1 and place.form in words("link/places", "kinds", "town_forms")
    return division_identity(place, "city" if town else "region", bearers)


def _around_its_seat(name: PlaceName, context: Context, places: NamedPlaces) -> PlaceIdentity | None:
    """The division that is called by the town in it, where its own name is an adjective: Vologda Region."""
    if not name.key.endswith(tuple(words("link/places", "kinds", "named_by_seat"))):
        return None
    towns = [b for b in towns_of(places.get(division_key(name.core), ())) if b.primary]
    town = _likeliest(towns, name, context)
    division = first_divisions().get(town.code) if town else None
    return division_identity(division, "region", ()) if division else None


def _keys(name: PlaceName) -> tuple[str, ...]:
    """The keys of a name, of its usual form, and without the word for a town ("Batangas City")."""
    head = _without_town(name)
    keys = [*place_keys(name.core), division_key(name.core), *([head] if head else [])]
    return tuple(dict.fromkeys(keys))


def _without_town(name: PlaceName) -> str | None:
    head, _, last = name.key.rpartition(" ")
    return head if head and last in words("link/places", "tails", "towns") else None


def _meant(bearers: Sequence[Bearer]) -> list[Bearer]:
    """Towns, and divisions that have no town of the name to mean."""
    towns = towns_of(bearers)
    apart = [b for b in bearers if isinstance(b.place, Division) and seat_of(b.place, bearers) is None]
    return [*towns, *apart]


def _likeliest(
    bearers: Sequence[Bearer], name: PlaceName, context: Context, is_told: bool = True
) -> City | Division | None:
    held = [b for b in bearers if b.place.country in context.inside]
    if name.kind == "other" or not is_told:
        bearers = [b for b in bearers if b.primary]
    likely = held or [b for b in bearers if _plausible(b, context)]
    if not likely:
        return None
    return max(likely, key=lambda b: (_likelihood(b, name, context), b.place.population)).place


def _plausible(bearer: Bearer, context: Context) -> bool:
    """A village abroad or a place's forgotten name abroad is a worse guess than no place."""
    place, known = bearer.place, context.countries.codes | context.near
    if isinstance(place, Division) and place.level > 1:
        return bearer.primary and place.country in known
    if place.country in known or not known:
        return True
    if isinstance(place, Division):
        return place.population >= _SMALL_DIVISION
    return bearer.primary and place.population >= _SMALL


def _likelihood(bearer: Bearer, name: PlaceName, context: Context) -> float:
    place = bearer.place
    size = math.log10(place.population + 1) / 2
    spelt = 0.1 if place.name == name.core else 0.0
    below = 0.5 if isinstance(place, Division) and place.level > 1 else 0.0
    return size + _evidence(place.country, context) + (0.5 if bearer.primary else 0.0) + spelt - below


def _evidence(country: str, context: Context) -> float:
    """What speaks for a country."""
    at_home = 3 * context.countries.share(country) + (1.5 if country in context.countries.codes else 0.0)
    return (
        at_home
        + (_INSIDE if country in context.inside else 0.0)
        + (_NEAR if country in context.near else 0.0)
    )
