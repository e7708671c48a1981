"""What a page alone tells of its names: people, places, and organisations as far as one page can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces, large_towns, places_named
from pipeline.link.org_seat import asked_of
from pipeline.link.page_countries import CountriesOfPage, countries_in, countries_of_page, votes_of_places
from pipeline.link.page_mentions import NamedPage, Spot, spots_of
from pipeline.link.people import people_on_page
from pipeline.link.place_bearers import towns_of
from pipeline.link.place_choice import looked_up
from pipeline.link.place_name import parse_place
from pipeline.link.places import places_on_page
from pipeline.schema.linking import BodySpot, LocalPerson, LocalPlace, NamedSpot, PageCast, PageView


@dataclass(frozen=True, slots=True)
class PageNames:
    """The people and places of a page, whose their mentions are, and what its organisations are read from."""

    view: PageView
    cast: PageCast
    people: list[LocalPerson]
    places: list[LocalPlace]
    spots: list[NamedSpot]
    bodies: list[BodySpot]


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
    people = people_on_page(spots_of(page, "person"), countries.page.codes)
    places, spots = places_on_page(place_spots, countries, known)
    bodies = spots_of(page, "organization")
    view = PageView(
        page.page_id,
        countries.page.main,
        tuple(sorted(countries.page.codes)),
        tuple(sorted({key for key in known if towns_of(known[key])} - large_towns())),
        tuple(sorted({word for s in bodies for word in asked_of(s.name, s.after)} - large_towns())),
    )
    return PageNames(
        view,
        PageCast(page.page_id, tuple(sorted(people.cast))),
        people.people,
        places,
        people.spots + spots,
        list(_body_spots(bodies, countries)),
    )


def _countries(page: NamedPage, spots: Sequence[Spot], known: NamedPlaces) -> CountriesOfPage:
    """The countries that a page speaks of, by its texts and the places that they name."""
    votes = {item.item_id: Counter(countries_in(item.text)) for item in page.items}
    for spot in spots:
        votes[spot.item_id].update(votes_of_places([parse_place(spot.name).core], known))
    return countries_of_page(votes)


def _body_spots(spots: Sequence[Spot], countries: CountriesOfPage) -> Iterator[BodySpot]:
    for spot in spots:
        m = spot.mention
        country = countries.of_item(spot.item_id).main
        yield BodySpot(m.item_id, m.start, m.end, m.text, m.rule, spot.before, spot.after, country)
