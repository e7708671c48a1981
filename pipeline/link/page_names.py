"""What a page alone tells of its names: people, places and organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces, large_towns, places_named
from pipeline.link.organizations import bodies_on_page
from pipeline.link.page_countries import CountriesOfPage, countries_in, countries_of_page, votes_of_places
from pipeline.link.page_mentions import NamedPage, Spot, spots_of
from pipeline.link.people import people_on_page
from pipeline.link.place_bearers import towns_of
from pipeline.link.place_choice import looked_up
from pipeline.link.place_name import parse_place
from pipeline.link.places import places_on_page
from pipeline.schema.linking import LocalBody, LocalPerson, LocalPlace, NamedSpot, PageCast


@dataclass(frozen=True, slots=True)
class PageNames:
    """The people, places and organisations of a page, and whose its mentions are."""

    cast: PageCast
    people: list[LocalPerson]
    places: list[LocalPlace]
    bodies: list[LocalBody]
    spots: list[NamedSpot]


def names_on_pages(pages: Sequence[NamedPage]) -> list[PageNames]:
    """What each of some pages tells; they ask the gazetteer together."""
    spots = [spots_of(page, "place") for page in pages]
    asked = [_looked_up(own) for own in spots]
    places_named({name for names in asked for name in names})  # in one go; below it is remembered
    return [
        _names_on_page(page, own, places_named(names))
        for page, own, names in zip(pages, spots, asked, strict=True)
    ]


def _looked_up(spots: Sequence[Spot]) -> set[str]:
    named = ((spot.mention.place_kind, parse_place(spot.name)) for spot in spots)
    return {name for kind, place in named for name in looked_up(kind, place)}


def _names_on_page(page: NamedPage, place_spots: Sequence[Spot], known: NamedPlaces) -> PageNames:
    countries = _countries(page, place_spots, known)
    people = people_on_page(spots_of(page, "person"), countries.page)
    places, place_names = places_on_page(place_spots, countries, known)
    towns = frozenset(key for key in known if towns_of(known[key])) - large_towns()
    bodies, body_names = bodies_on_page(spots_of(page, "organization"), countries, towns)
    cast = PageCast(page.page_id, tuple(sorted(people.cast)))
    return PageNames(cast, people.people, places, bodies, [*people.spots, *place_names, *body_names])


def _countries(page: NamedPage, spots: Sequence[Spot], known: NamedPlaces) -> CountriesOfPage:
    """The countries that a page speaks of, by its texts and the places that they name."""
    votes = {item.item_id: Counter(countries_in(item.text)) for item in page.items}
    for spot in spots:
        votes[spot.item_id].update(votes_of_places([parse_place(spot.name).core], known))
    return countries_of_page(votes)
