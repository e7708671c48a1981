"""The stage: mentions in, entities over the whole corpus out."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces, large_towns, places_named
from pipeline.link.naming import Named, doubtful_pairs
from pipeline.link.org_rows import organization_rows
from pipeline.link.organizations import OrganizationsOfPages
from pipeline.link.page_countries import CountriesOfPage, countries_in, countries_of_page, votes_of_places
from pipeline.link.page_mentions import NamedPage, Spot, pages_of, spots_of
from pipeline.link.people import PeopleOfPages
from pipeline.link.person_rows import person_rows
from pipeline.link.place_bearers import towns_of
from pipeline.link.place_choice import may_be_in_gazetteer
from pipeline.link.place_name import parse_place
from pipeline.link.place_rows import place_rows
from pipeline.link.places import PlacesOfPages
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention, Mention

Pages = Callable[[], Iterable[NamedPage]]
"""The pages of a corpus, in the same order at every call; they are read three times."""


def link(
    items: Sequence[CleanItem], mentions: Sequence[Mention]
) -> tuple[list[LinkedMention], list[Entity], list[DoubtfulPair]]:
    """Give every mention the entity that it names, over all pages.

    The outcome does not depend on the order of items or mentions; offsets stay the clean ones.
    Raises KeyError where a mention's item is not among the items.
    """
    pages = pages_of(items, mentions)
    linking = link_pages(lambda: pages)
    return list(linking.mentions()), linking.entities, linking.doubtful


@dataclass(frozen=True, slots=True)
class Linking:
    """What linking found: entities and doubtful pairs, and for each mention a number."""

    entities: list[Entity]
    doubtful: list[DoubtfulPair]
    _pages: Pages
    _ids: Mapping[str, Sequence[str]]
    _owners: Mapping[str, array[int]]

    def mentions(self) -> Iterator[LinkedMention]:
        """The mentions with their entities, page by page, on each page by item and place in it."""
        ranks = dict.fromkeys(self._owners, 0)
        for page in self._pages():
            found = []
            for m in page.mentions:
                kind = m.entity_kind
                entity_id = self._ids[kind][self._owners[kind][ranks[kind]]]
                ranks[kind] += 1
                found.append(LinkedMention(m.item_id, kind, entity_id, m.start, m.end, m.text, m.rule))
            place = {item.item_id: number for number, item in enumerate(page.items)}
            yield from sorted(
                found, key=lambda m: (place[m.item_id], m.start, m.end, m.entity_kind, m.entity_id)
            )


def link_pages(pages: Pages) -> Linking:
    """As `link`, for a corpus that need not fit into memory: pages are read one at a time."""
    known = places_named(_place_names(pages))
    towns = large_towns() | {key for key in known if towns_of(known[key])}
    places, people = PlacesOfPages(known), PeopleOfPages()
    bodies = OrganizationsOfPages(towns.__contains__)
    ranks = {"place": 0, "person": 0, "organization": 0}
    for number, page in enumerate(pages()):
        spots = {kind: spots_of(page, kind, rank) for kind, rank in ranks.items()}
        ranks = {kind: rank + len(spots[kind]) for kind, rank in ranks.items()}
        spoken_of = _countries(page, spots["place"], known)
        places.add(number, spots["place"], spoken_of)
        people.add(number, spots["person"], spoken_of.page.codes)
        bodies.add(number, spots["organization"], spoken_of)
    return _linking(pages, places, people, bodies)


def _place_names(pages: Pages) -> set[str]:
    """The names of the corpus that the gazetteer may know."""
    spots = (spot for page in pages() for spot in spots_of(page, "place", 0))
    named = ((spot.mention.place_kind, parse_place(spot.name)) for spot in spots)
    return {name.core for kind, name in named if may_be_in_gazetteer(kind, name)}


def _countries(page: NamedPage, spots: Sequence[Spot], known: NamedPlaces) -> CountriesOfPage:
    """The countries that a page speaks of, by its texts and the places that they name."""
    votes = {item.item_id: Counter(countries_in(item.text)) for item in page.items}
    for spot in spots:
        votes[spot.item_id].update(votes_of_places([parse_place(spot.name).core], known))
    return countries_of_page(votes)


def _linking(
    pages: Pages, places: PlacesOfPages, people: PeopleOfPages, bodies: OrganizationsOfPages
) -> Linking:
    found_places, place_owners = places.link()
    found_people, people_doubts, people_owners = people.link()
    found_bodies, body_doubts, body_owners = bodies.link()
    named: dict[str, list[Named]] = {
        "person": person_rows(found_people),
        "organization": organization_rows(found_bodies),
        "place": place_rows(found_places),
    }
    ids = {kind: [n.entity.entity_id for n in rows] for kind, rows in named.items()}
    doubtful = [
        *doubtful_pairs("person", ids["person"], people_doubts),
        *doubtful_pairs("organization", ids["organization"], body_doubts),
    ]
    return Linking(
        sorted(
            (n.entity for rows in named.values() for n in rows), key=lambda e: (e.entity_kind, e.entity_id)
        ),
        sorted(doubtful, key=lambda d: (d.entity_kind, d.left_id, d.right_id)),
        pages,
        ids,
        {"person": people_owners, "organization": body_owners, "place": place_owners},
    )
