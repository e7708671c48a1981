"""Places: countries, regions and cities by gazetteer, the rest by name and country."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.link.gazetteer import Bearer, City, Country, countries, place_key, place_keys, us_states
from pipeline.link.page_countries import NOWHERE, PageCountries
from pipeline.link.place_name import PlaceName, parse_place
from pipeline.link.spelling import near, slug
from pipeline.link.spots import Spot
from pipeline.resources import table

_SMALL = 50_000
_SLIP_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PlaceIdentity:
    """What a place is, apart from how a page calls it."""

    place_id: str
    kind: str
    country: str | None
    city: City | None = None
    geonames_id: int | None = None
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    """A place and everything that names it."""

    identity: PlaceIdentity
    spots: tuple[Spot, ...]
    names: tuple[PlaceName, ...]


def link_places(
    spots: Sequence[Spot], pages: Mapping[str, PageCountries], cities: Mapping[str, tuple[Bearer, ...]]
) -> list[PlaceEntity]:
    """One entity for each place, over all pages.

    `cities` holds the gazetteer's cities by the keys of the names asked for.
    """
    found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]] = defaultdict(list)
    known: dict[tuple[str, str, str | None], PlaceIdentity] = {}
    for spot in spots:
        name = parse_place(spot.name)
        key = (spot.page_id, name.core, spot.mention.place_kind)
        if key not in known:
            known[key] = _identify(name, spot.mention.place_kind, pages.get(spot.page_id, NOWHERE), cities)
        found[known[key]].append((spot, name))
    _repair_slips(found)
    entities = []
    for identity in sorted(found, key=lambda i: (i.place_id, i.kind, i.country or "")):
        own = found[identity]
        names = {name.text: name for _, name in own}
        entities.append(
            PlaceEntity(identity, tuple(s for s, _ in own), tuple(names[t] for t in sorted(names)))
        )
    return entities


def _identify(
    name: PlaceName, kind: str | None, page: PageCountries, cities: Mapping[str, tuple[Bearer, ...]]
) -> PlaceIdentity:
    key = name.key
    if may_be_in_gazetteer(kind):
        if identity := _country(key, page):
            return identity
        if identity := _region(name, page):
            return identity
        for spelling in place_keys(name.core) if kind != "region" else ():
            if identity := _city(spelling, name, kind, page, cities):
                return identity
    told = kind or name.kind or "other"
    country = page.main
    return PlaceIdentity(slug(name.core) + (f"-{country.lower()}" if country else ""), told, country)


def may_be_in_gazetteer(kind: str | None) -> bool:
    """Whether a place of that kind (None: not told) is worth looking up: streets and prisons are not."""
    return kind in (None, "country", "region", "city")


def _country(key: str, page: PageCountries) -> PlaceIdentity | None:
    country: Country | None = countries().get(key)
    if country is None or (key in us_states() and page.share("US") > page.share(country.code)):
        return None
    return PlaceIdentity(
        slug(country.name), "country", country.code, geonames_id=country.geonames_id, plain=country.name
    )


def _region(name: PlaceName, page: PageCountries) -> PlaceIdentity | None:
    if name.key in us_states() and (page.share("US") > 0 or name.key not in countries()):
        return PlaceIdentity(f"{slug(name.core)}-us", "region", "US")
    wanted = _regions().get(name.key)
    for plain, (code, *geonames) in table("link/places")["regions"].items():
        if plain == wanted:
            return PlaceIdentity(
                slug(plain),
                "region",
                code or None,
                geonames_id=geonames[0] if geonames else None,
                plain=plain,
            )
    return None


@cache
def _regions() -> dict[str, str]:
    """The listed regions by the keys of their names."""
    found = {place_key(plain): plain for plain in table("link/places")["regions"]}
    return found | {place_key(other): plain for other, plain in table("link/places")["same_region"].items()}


def _city(
    key: str, name: PlaceName, kind: str | None, page: PageCountries, cities: Mapping[str, tuple[Bearer, ...]]
) -> PlaceIdentity | None:
    if name.kind in ("street", "region"):
        return None
    bearers = [b for b in cities.get(key, ()) if kind == "city" or _plausible(b, page)]
    if not bearers or (name.kind and not bearers[0].primary):
        return None
    city = max(bearers, key=lambda b: (_likelihood(b, page), b.city.population, -b.city.geonames_id)).city
    rivals = [
        b.city
        for b in cities[key]
        if b.primary and b.city.country == city.country and b.city.name == city.name
    ]
    place_id = f"{slug(city.name)}-{city.country.lower()}"
    if rivals and rivals[0] != city:
        place_id += f"-{city.geonames_id}"
    return PlaceIdentity(place_id, "city", city.country, city, city.geonames_id)


def _plausible(bearer: Bearer, page: PageCountries) -> bool:
    """A village abroad or a city's forgotten name abroad is a worse guess than no city."""
    if bearer.city.country in page.codes or not page.codes:
        return True
    return bearer.primary and bearer.city.population >= _SMALL


def _likelihood(bearer: Bearer, page: PageCountries) -> float:
    size = math.log10(bearer.city.population + 1)
    at_home = 3 * page.share(bearer.city.country) + (1.5 if bearer.city.country in page.codes else 0)
    return size / 2 + at_home + (0.5 if bearer.primary else 0)


def _repair_slips(found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]]) -> None:
    """Give a place that nothing knows to a known one of its page whose name is one slip away."""
    by_page: dict[str, dict[str, PlaceIdentity]] = defaultdict(dict)
    for identity in sorted(found, key=lambda i: i.place_id):
        if identity.geonames_id is not None:
            for spot, name in found[identity]:
                by_page[spot.page_id][name.key] = identity
    strange = [i for i in found if i.geonames_id is None and i.plain is None]
    for identity in sorted(strange, key=lambda i: i.place_id):
        kept = []
        for spot, name in found[identity]:
            near_ones = [
                k for k in sorted(by_page[spot.page_id]) if len(k) >= _SLIP_LENGTH and near(k, name.key)
            ]
            if len(near_ones) == 1 and name.kind is None:
                found[by_page[spot.page_id][near_ones[0]]].append((spot, name))
            else:
                kept.append((spot, name))
        found[identity] = kept
        if not kept:
            del found[identity]
