"""The stage: mentions in, entities over the whole corpus out."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from pipeline.gazetteer import Bearer, City, large_towns, place_key, places_named
from pipeline.link.naming import Named, doubtful_pairs
from pipeline.link.org_rows import organization_rows
from pipeline.link.organizations import OrganizationsOfPages
from pipeline.link.page_countries import PageCountries, countries_in, page_countries
from pipeline.link.people import PeopleOfPages
from pipeline.link.person_rows import person_rows
from pipeline.link.place_name import parse_place
from pipeline.link.place_rows import place_rows
from pipeline.link.places import PlacesOfPages, may_be_in_gazetteer
from pipeline.link.spots import NamedPage, pages_of, spots_of
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
    countries, cities, towns = _surroundings(pages)
    places, people = PlacesOfPages(cities), PeopleOfPages()
    bodies = OrganizationsOfPages(towns.__contains__)
    ranks = {"place": 0, "person": 0, "organization": 0}
    for number, (page, spoken_of) in enumerate(zip(pages(), countries, strict=True)):
        spots = {kind: spots_of(page, kind, rank) for kind, rank in ranks.items()}
        ranks = {kind: rank + len(spots[kind]) for kind, rank in ranks.items()}
        places.add(number, spots["place"], spoken_of)
        people.add(number, spots["person"], spoken_of.codes)
        bodies.add(number, spots["organization"], spoken_of)
    return _linking(pages, places, people, bodies)


def _surroundings(
    pages: Pages,
) -> tuple[list[PageCountries], Mapping[str, tuple[Bearer, ...]], frozenset[str]]:
    """The countries of each page, the cities that bear a name of the corpus, the keys of towns."""
    names: set[str] = set()
    votes: list[tuple[list[str], list[str]]] = []
    for page in pages():
        places = [(parse_place(s.name).core, s.mention.place_kind) for s in spots_of(page, "place", 0)]
        names.update(name for name, kind in places if may_be_in_gazetteer(kind))
        told = [code for item in page.items for code in countries_in(item.text)]
        votes.append((told, [intern(name) for name, _ in places]))
    found = places_named(names)
    cities = {key: own for key in found if (own := tuple(b for b in found[key] if isinstance(b.place, City)))}
    towns = large_towns() | {key for key in map(place_key, sorted(names)) if key in cities}
    return [page_countries(told, named, cities) for told, named in votes], cities, towns


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
