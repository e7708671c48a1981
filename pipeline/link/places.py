"""Places: on each page every name to its place, then pages together."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces
from pipeline.link.page_countries import CountriesOfPage
from pipeline.link.page_mentions import Spot
from pipeline.link.place_choice import identify
from pipeline.link.place_context import Context, contexts
from pipeline.link.place_identity import PlaceIdentity
from pipeline.link.place_name import PlaceName, parse_place
from pipeline.link.spelling import near
from pipeline.link.uses import Locals, Uses

_SLIP_LENGTH = 6


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    """A place and who uses its names."""

    identity: PlaceIdentity
    uses: Uses
    names: tuple[PlaceName, ...]


class PlacesOfPages:
    """The places of a corpus, gathered page by page."""

    def __init__(self, places: NamedPlaces) -> None:
        """`places` holds those of the gazetteer by the keys of the names asked for."""
        self._places = places
        self._locals: Locals[PlaceIdentity] = Locals()

    def add(self, page: int, spots: Sequence[Spot], countries: CountriesOfPage) -> None:
        """Take in the place names of a page."""
        found: dict[PlaceIdentity, list[tuple[Spot, PlaceName]]] = defaultdict(list)
        known: dict[tuple[str, str | None, Context], PlaceIdentity] = {}
        own = [countries.of_item(spot.item_id) for spot in spots]
        for spot, context in zip(spots, contexts(spots, own, self._places), strict=True):
            name = parse_place(spot.name)
            key = (name.core, spot.mention.place_kind, context)
            if key not in known:
                known[key] = identify(
                    name, spot.mention.place_kind, context, countries.page.main, self._places
                )
            found[known[key]].append((spot, name))
        _repair_slips(found)
        for identity, own_spots in found.items():
            self._locals.add(page, identity, [spot for spot, _ in own_spots])

    def link(self) -> tuple[list[PlaceEntity], array[int]]:
        """One entity for each place, over all pages; and for each spot, by rank, the index of its own."""
        identities = sorted(self._locals.numbers, key=lambda i: (i.place_id, i.kind, i.country or ""))
        return [self._entity(i) for i in identities], self._locals.owners([(i,) for i in identities])

    def _entity(self, identity: PlaceIdentity) -> PlaceEntity:
        uses = self._locals.uses_of((identity,))
        return PlaceEntity(identity, uses, tuple(map(parse_place, sorted(uses.forms))))


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
