"""The stage: mentions in, entities over the whole corpus out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.link.gazetteer import cities_named, large_towns, place_key
from pipeline.link.naming import doubtful_pairs
from pipeline.link.org_rows import organization_rows
from pipeline.link.organizations import link_organizations
from pipeline.link.page_countries import page_countries
from pipeline.link.people import link_people
from pipeline.link.person_rows import person_rows
from pipeline.link.place_name import parse_place
from pipeline.link.place_rows import place_rows
from pipeline.link.places import link_places, may_be_in_gazetteer
from pipeline.link.spots import spots_of
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention, Mention


def link(
    items: Sequence[CleanItem], mentions: Sequence[Mention]
) -> tuple[list[LinkedMention], list[Entity], list[DoubtfulPair]]:
    """Give every mention the entity that it names, over all pages.

    The outcome does not depend on the order of items or mentions; offsets stay the clean ones.
    Raises KeyError where a mention's item is not among the items.
    """
    places, people, bodies = (spots_of(items, mentions, kind) for kind in ("place", "person", "organization"))
    names = {parse_place(s.name).core for s in places if may_be_in_gazetteer(s.mention.place_kind)}
    cities = cities_named(names)
    pages = page_countries(items, [(s.page_id, parse_place(s.name).core) for s in places], cities)
    towns = large_towns() | {key for key in map(place_key, sorted(names)) if key in cities}
    linked_places = link_places(places, pages, cities)
    linked_people, people_doubts = link_people(people, {page: found.codes for page, found in pages.items()})
    linked_bodies, body_doubts = link_organizations(bodies, pages, towns.__contains__)
    named = [
        *(("person", n) for n in person_rows(linked_people)),
        *(("organization", n) for n in organization_rows(linked_bodies)),
        *(("place", n) for n in place_rows(linked_places)),
    ]
    linked = [
        LinkedMention(
            s.item_id,
            kind,
            n.entity.entity_id,
            s.mention.start,
            s.mention.end,
            s.mention.text,
            s.mention.rule,
        )
        for kind, n in named
        for s in n.spots
    ]
    people_ids = [n.entity.entity_id for kind, n in named if kind == "person"]
    body_ids = [n.entity.entity_id for kind, n in named if kind == "organization"]
    doubts = doubtful_pairs("person", people_ids, people_doubts) + doubtful_pairs(
        "organization", body_ids, body_doubts
    )
    order = {item.item_id: item.page_id for item in items}
    return (
        sorted(
            linked, key=lambda m: (order[m.item_id], m.item_id, m.start, m.end, m.entity_kind, m.entity_id)
        ),
        sorted((n.entity for _, n in named), key=lambda e: (e.entity_kind, e.entity_id)),
        sorted(doubts, key=lambda d: (d.entity_kind, d.left_id, d.right_id)),
    )
