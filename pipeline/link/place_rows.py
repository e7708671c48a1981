"""Rows of places: the name, and what the gazetteer knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.link.naming import Named, alphabetical, capitalised, row
from pipeline.link.place_name import PlaceName
from pipeline.link.places import PlaceEntity


def place_rows(places: Sequence[PlaceEntity]) -> list[Named]:
    """Rows of places, in the order given; their ids may clash."""
    rows = []
    for place in places:
        identity = place.identity
        best = max(place.names, key=_rank(place))
        name = best.core if best.loose else best.text
        entity = replace(
            row("place", identity.place_id, capitalised(name) if len(name) > 3 else name, place.uses),
            place_kind=identity.kind,
            country_code=identity.country,
            geonames_id=identity.geonames_id,
            latitude=identity.latitude,
            longitude=identity.longitude,
        )
        rows.append(Named(entity, place.uses.first, "" if identity.known else identity.kind))
    return rows


def _rank(place: PlaceEntity) -> Callable[[PlaceName], tuple[object, ...]]:
    """The place without words around it, by its plain name, not in capitals, on most pages."""
    pages = place.uses.pages()

    def rank(name: PlaceName) -> tuple[object, ...]:
        plain = name.text == place.identity.plain
        calm = not name.text.isupper()
        return (not name.loose, plain, calm, pages[name.text], -len(name.text), alphabetical(name.text))

    return rank
