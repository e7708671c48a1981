"""Places: on each page every name to its place, then pages together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces
from pipeline.link.page_countries import CountriesOfPage
from pipeline.link.page_mentions import Spot, key_of, named_spots
from pipeline.link.place_choice import identify
from pipeline.link.place_context import Context, contexts
from pipeline.link.place_identity import PlaceIdentity
from pipeline.link.place_name import PlaceName, parse_place
from pipeline.link.spelling import near
from pipeline.link.uses import Uses, together, use_of
from pipeline.schema.linking import Blocks, LocalPlace, NamedSpot

_SLIP_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    """A place, the key of its locals and who uses its names."""

    key: str
    identity: PlaceIdentity
    uses: Uses
    names: tuple[PlaceName, ...]


def places_on_page(
    spots: Sequence[Spot], countries: CountriesOfPage, places: NamedPlaces
) -> tuple[list[LocalPlace], list[NamedSpot]]:
    """The places that a page names, and which each mention means.

    `places` holds those of the gazetteer by the keys of the names on the page.
    """
    found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]] = defaultdict(list)
    known: dict[tuple[str, str | None, Context], PlaceIdentity] = {}
    own = [countries.of_item(spot.item_id) for spot in spots]
    for spot, context in zip(spots, contexts(spots, own, places), strict=True):
        name = parse_place(spot.name)
        key = (name.core, spot.mention.place_kind, context)
        if key not in known:
            known[key] = identify(name, spot.mention.place_kind, context, countries.page.main, places)
        found[known[key]].append((spot, name))
    _repair_slips(found)
    locals_, named = [], []
    for identity, pairs in found.items():
        here = [spot for spot, _ in pairs]
        place = _local(identity, here)
        locals_.append(place)
        named += named_spots(here, place.key)
    return locals_, named


def _local(place: PlaceIdentity, spots: Sequence[Spot]) -> LocalPlace:
    parts = (place.place_id, place.kind, place.country, place.geonames_id, place.plain)
    key = key_of("place", ("" if part is None else str(part) for part in parts))
    return LocalPlace(
        key, use_of(spots), place.place_id, place.kind, place.country, place.geonames_id, place.latitude,
        place.longitude, place.plain,
    )  # fmt: skip


def blocks_of_place(row: LocalPlace) -> Blocks:
    """None: places are compared with no others."""
    return Blocks(row.key, (), (), ())


def join_places(rows: Sequence[LocalPlace]) -> list[PlaceEntity]:
    """One entity for each place, over all pages."""
    locals_of: dict[str, list[LocalPlace]] = defaultdict(list)
    for row in rows:
        locals_of[row.key].append(row)
    return [_entity(key, locals_of[key]) for key in sorted(locals_of)]


def _entity(key: str, rows: Sequence[LocalPlace]) -> PlaceEntity:
    row = rows[0]
    uses = together(one.use for one in rows)
    identity = PlaceIdentity(
        row.place_id, row.kind, row.country, row.geonames_id, row.latitude, row.longitude, row.plain
    )
    return PlaceEntity(key, identity, uses, tuple(map(parse_place, sorted(uses.forms))))


def _repair_slips(found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]]) -> None:
    """Give a place of a page that nothing knows to a known one whose name is one slip away."""
    known: dict[str, PlaceIdentity] = {}
    for identity in sorted(found, key=lambda i: i.place_id):
        if identity.known:
            known.update((name.key, identity) for _, name in found[identity])
    strange = [i for i in found if not i.known]
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
