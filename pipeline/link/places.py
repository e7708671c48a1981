"""Places: countries, regions and cities by gazetteer, the rest by name and country."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer import Bearer, City, Country, Division, countries, place_key, place_keys, us_states
from pipeline.link.page_countries import PageCountries
from pipeline.link.place_name import PlaceName, parse_place
from pipeline.link.spelling import near, slug
from pipeline.link.spots import Spot
from pipeline.link.uses import Locals, Uses
from pipeline.resources import table

_SMALL = 50_000
_SLIP_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PlaceIdentity:
    """What a place is, apart from how a page calls it."""

    place_id: str
    kind: str
    country: str | None
    city: City | Division | None = None
    geonames_id: int | None = None
    plain: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    """A place and who uses its names."""

    identity: PlaceIdentity
    uses: Uses
    names: tuple[PlaceName, ...]


class PlacesOfPages:
    """The places of a corpus, gathered page by page."""

    def __init__(self, cities: Mapping[str, tuple[Bearer, ...]]) -> None:
        """`cities` holds the gazetteer's cities by the keys of the names asked for."""
        self._cities = cities
        self._locals: Locals[PlaceIdentity] = Locals()

    def add(self, page: int, spots: Sequence[Spot], countries: PageCountries) -> None:
        """Take in the place names of a page."""
        found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]] = defaultdict(list)
        known: dict[tuple[str, str | None], PlaceIdentity] = {}
        for spot in spots:
            name = parse_place(spot.name)
            key = (name.core, spot.mention.place_kind)
            if key not in known:
                known[key] = _identify(name, spot.mention.place_kind, countries, self._cities)
            found[known[key]].append((spot, name))
        _repair_slips(found)
        for identity, own in found.items():
            self._locals.add(page, identity, [spot for spot, _ in own])

    def link(self) -> tuple[list[PlaceEntity], array[int]]:
        """One entity for each place, over all pages; and for each spot, by rank, the index of its own."""
        identities = sorted(self._locals.numbers, key=lambda i: (i.place_id, i.kind, i.country or ""))
        return [self._entity(i) for i in identities], self._locals.owners([(i,) for i in identities])

    def _entity(self, identity: PlaceIdentity) -> PlaceEntity:
        uses = self._locals.uses_of((identity,))
        return PlaceEntity(identity, uses, tuple(map(parse_place, sorted(uses.forms))))


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
    city = max(
        bearers, key=lambda b: (_likelihood(b, page), b.place.population, -(b.place.geonames_id or 0))
    ).place
    rivals = [
        b.place
        for b in cities[key]
        if b.primary and b.place.country == city.country and b.place.name == city.name
    ]
    place_id = f"{slug(city.name)}-{city.country.lower()}"
    if rivals and rivals[0] != city:
        place_id += f"-{city.geonames_id}"
    return PlaceIdentity(place_id, "city", city.country, city, city.geonames_id)


def _plausible(bearer: Bearer, page: PageCountries) -> bool:
    """A village abroad or a city's forgotten name abroad is a worse guess than no city."""
    if bearer.place.country in page.codes or not page.codes:
        return True
    return bearer.primary and bearer.place.population >= _SMALL


def _likelihood(bearer: Bearer, page: PageCountries) -> float:
    size = math.log10(bearer.place.population + 1)
    at_home = 3 * page.share(bearer.place.country) + (1.5 if bearer.place.country in page.codes else 0)
    return size / 2 + at_home + (0.5 if bearer.primary else 0)


def _repair_slips(found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]]) -> None:
    """Give a place of a page that nothing knows to a known one whose name is one slip away."""
    known: dict[str, PlaceIdentity] = {}
    for identity in sorted(found, key=lambda i: i.place_id):
        if identity.geonames_id is not None:
            known.update((name.key, identity) for _, name in found[identity])
    strange = [i for i in found if i.geonames_id is None and i.plain is None]
    for identity in strange:
        kept = []
        for spot, name in found[identity]:
            near_ones = [k for k in known if len(k) >= _SLIP_LENGTH and near(k, name.key)]
            if len(near_ones) == 1 and name.kind is None:
                found[known[near_ones[0]]].append((spot, name))
            else:
                kept.append((spot, name))
        found[identity] = kept
        if not kept:
            del found[identity]
