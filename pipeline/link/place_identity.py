"""What a place is: its id, kind, country, and where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteer import Bearer, City, Country, Division, division_key, place_key
from pipeline.link.place_bearers import divisions_of, towns_of
from pipeline.link.spelling import slug
from pipeline.resources import table

_UNTOLD_FORM = "district"


@dataclass(frozen=True, slots=True)
class PlaceIdentity:
    """What a place is, apart from how a page calls it; `plain` is its usual English name."""

    place_id: str
    kind: str
    country: str | None
    geonames_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    plain: str | None = None

    @property
    def known(self) -> bool:
        """Whether a gazetteer or list knows it."""
        return self.geonames_id is not None or self.plain is not None


def country_identity(country: Country) -> PlaceIdentity:
    """A country, by its plain English name."""
    return PlaceIdentity(slug(country.name), "country", country.code, country.geonames_id, plain=country.name)


def unknown_identity(name: str, kind: str, country: str | None) -> PlaceIdentity:
    """A place that no gazetteer knows, by its name and the country of its page."""
    return PlaceIdentity(slug(name) + (f"-{country.lower()}" if country else ""), kind, country)


def region_identity(key: str) -> PlaceIdentity | None:
    """A listed region: a continent, a part of the world, or one that is no division of a country."""
    plain = _regions().get(key)
    if plain is None:
        return None
    code, *geonames = table("link/places")["regions"][plain]
    return PlaceIdentity(slug(plain), "region", code or None, geonames[0] if geonames else None, plain=plain)


@cache
def _regions() -> dict[str, str]:
    """The listed regions by the keys of their names."""
    found = {place_key(plain): plain for plain in table("link/places")["regions"]}
    return found | {place_key(other): plain for other, plain in table("link/places")["same_region"].items()}


def town_identity(town: City, bearers: Sequence[Bearer]) -> PlaceIdentity:
    same = [
        b.place
        for b in towns_of(bearers)
        if b.primary and b.place.country == town.country and b.place.name == town.name
    ]
    place_id = f"{slug(town.name)}-{town.country.lower()}"
    if same and same[0] != town:
        place_id += f"-{town.geonames_id}"
    return PlaceIdentity(place_id, "city", town.country, town.geonames_id, town.latitude, town.longitude)


def division_identity(division: Division, kind: str, bearers: Sequence[Bearer]) -> PlaceIdentity:
    form = slug(division.form or _UNTOLD_FORM)
    same = [
        d
        for d in divisions_of(bearers)
        if (d.name, d.form, d.country) == (division.name, division.form, division.country)
    ]
    place_id = f"{slug(division_key(division.name))}-{form}-{division.country.lower()}"
    if same and same[0] != division:
        place_id += f"-{division.geonames_id or division.level}"
    return PlaceIdentity(
        place_id, kind, division.country, division.geonames_id, division.latitude, division.longitude
    )
