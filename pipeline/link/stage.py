"""The stage on a corpus in memory: mentions in, entities over the whole corpus out.

The flow takes the same steps page by page and share by share (`pipeline.linked_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any

from pipeline.link.corpus import link_bodies, link_people, link_places
from pipeline.link.kept_ids import kept_ids, kept_locals
from pipeline.link.naming import distinct_ids, doubtful_pairs
from pipeline.link.organizations import blocks_of_body
from pipeline.link.page_mentions import pages_of
from pipeline.link.page_names import names_on_pages
from pipeline.link.people import blocks_of_person
from pipeline.schema.flow import CleanItem, DoubtfulPair, Entity, LinkedMention, Mention
from pipeline.schema.linking import Blocks, Found, KeptId, LocalBody, LocalPerson, NamedSpot


def link(
    items: Sequence[CleanItem], mentions: Sequence[Mention], kept: Sequence[KeptId] = ()
) -> tuple[list[LinkedMention], list[Entity], list[DoubtfulPair]]:
    """Give every mention the entity that it names, over all pages.

    The outcome does not depend on the order of items or mentions; offsets stay the clean ones. `kept` are
    ids that stay those of the entities with their mentions.
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
    known = kept_locals(kept, (spot for page in read for spot in page.spots))
    for found in (one.found for one in linked):
        for row, entity_id in zip(found, _ids(found, kept, known), strict=True):
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


def _ids(found: Sequence[Found], kept: Sequence[KeptId], known: Mapping[str, int]) -> list[str]:
    """The ids of all entities of a kind: those kept, and those of the others, which take none of them."""
    rows = {
        i: own for i, row in enumerate(found) if (own := [known[key] for key in row.keys if key in known])
    }
    stay = kept_ids(rows, kept)
    others = [i for i in range(len(found)) if i not in stay]
    taken = {row.entity_id for row in kept if found and row.entity_kind == found[0].entity.entity_kind}
    new = distinct_ids([found[i] for i in others], taken)
    ids = stay | dict(zip(others, new, strict=True))
    return [ids[i] for i in range(len(found))]


def _blocks(blocks_of: Callable[[Any], Blocks], rows: Sequence[LocalPerson | LocalBody]) -> Iterator[Blocks]:
    return map(blocks_of, {row.key: row for row in rows}.values())


def _linked(spot: NamedSpot, ids: dict[str, str]) -> LinkedMention:
    return LinkedMention(
        spot.item_id, spot.entity_kind, ids[spot.local], spot.start, spot.end, spot.text, spot.rule
    )


def _order(mention: LinkedMention) -> tuple[int, int, str, str]:
    return mention.start, mention.end, mention.entity_kind, mention.entity_id
