"""The stage on a corpus in memory: mentions in, entities over the whole corpus out.

The flow takes the same steps page by page and share by share (`pipeline.linked_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from pipeline.link.corpus import link_bodies, link_people, link_places
from pipeline.link.naming import distinct_ids, doubtful_pairs
from pipeline.link.organizations import blocks_of_body
from pipeline.link.page_mentions import pages_of
from pipeline.link.page_names import names_on_pages
from pipeline.link.people import blocks_of_person
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention, Mention
from pipeline.schema.linking import Blocks, LocalBody, LocalPerson, NamedSpot


def link(
    items: Sequence[CleanItem], mentions: Sequence[Mention]
) -> tuple[list[LinkedMention], list[Entity], list[DoubtfulPair]]:
    """Give every mention the entity that it names, over all pages.

    The outcome does not depend on the order of items or mentions; offsets stay the clean ones.
    Raises KeyError where a mention's item is not among the items.
    """
    pages = pages_of(items, mentions)
    read = names_on_pages(pages)
    bodies = [row for page in read for row in page.bodies]
    people = [row for page in read for row in page.people]
    linked = (
        link_people(people, _blocks(blocks_of_person, people), (page.cast for page in read)),
        link_bodies(bodies, _blocks(blocks_of_body, bodies)),
        link_places([row for page in read for row in page.places]),
    )
    entities: list[Entity] = []
    ids: dict[str, str] = {}
    for found in (one.found for one in linked):
        for row, entity_id in zip(found, distinct_ids(found), strict=True):
            entities.append(replace(row.entity, entity_id=entity_id))
            ids.update(dict.fromkeys(row.keys, entity_id))
    place = {
        item.item_id: rank for rank, item in enumerate(chain.from_iterable(page.items for page in pages))
    }
    spots = (spot for page in read for spot in page.spots)
    return (
        sorted((_linked(spot, ids) for spot in spots), key=lambda m: (place[m.item_id], *_order(m))),
        sorted(entities, key=lambda e: (e.entity_kind, e.entity_id)),
        doubtful_pairs((doubt for one in linked for doubt in one.doubts), ids),
    )


def _blocks(blocks_of: Callable[[Any], Blocks], rows: Sequence[LocalPerson | LocalBody]) -> Iterator[Blocks]:
    return map(blocks_of, {row.key: row for row in rows}.values())


def _linked(spot: NamedSpot, ids: dict[str, str]) -> LinkedMention:
    return LinkedMention(
        spot.item_id, spot.entity_kind, ids[spot.local], spot.start, spot.end, spot.text, spot.rule
    )


def _order(mention: LinkedMention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.entity_kind, mention.entity_id
