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
from pipeline.link.place_repairs import repaired
from pipeline.link.uses import Uses, together, use_of
from pipeline.schema.linking import Blocks, LocalPlace, NamedSpot


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
    known: dict[tuple[str, str | None, Context], PlaceIdentity] = {}
    own = [countries.of_item(spot.item_id) for spot in spots]
    names = [parse_place(spot.name) for spot in spots]
    identities = []
    for spot, name, context in zip(spots, names, contexts(spots, own, places), strict=True):
        key = (name.core, spot.mention.place_kind, context)
        if key not in known:
            known[key] = identify(name, spot.mention.place_kind, context, countries.page.main, places)
        identities.append(known[key])
    found: dict[PlaceIdentity, list[Spot]] = defaultdict(list)
    for spot, identity in zip(spots, repaired(spots, names, identities), strict=True):
        found[identity].append(spot)
    locals_, named = [], []
    for identity, here in found.items():
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
