"""Whether two places can be the place of one event, and which of them is closest."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.join.facts import Entities

_RANKS = {"street": 0, "other": 0, "city": 1, "region": 2, "country": 3}
_WIDE = ("city", "region", "country")


def closeness(place_id: str, entities: Entities) -> int:
    """0 for a street or building, 1 for a city, and on to 3 for a country; 4 where nothing is known."""
    place = entities.get(("place", place_id))
    return _RANKS.get(place.place_kind or "", 4) if place else 4


def spots_of(place_ids: Iterable[str], entities: Entities) -> frozenset[str]:
    """The places that tell where an event was: all but countries."""
    return frozenset(place for place in place_ids if closeness(place, entities) != _RANKS["country"])


def clash(left: str, right: str, entities: Entities, lenient: bool) -> bool:
    """True where an event cannot be in both: two cities, two countries, a city of another country.

    Two streets or buildings speak against one event unless one is `lenient`, as where the same people
    are named: who was detained at a bus stop may be said to have been detained in the police station.
    """
    one, other = entities.get(("place", left)), entities.get(("place", right))
    if left == right or one is None or other is None:
        return False
    if one.place_kind not in _WIDE or other.place_kind not in _WIDE:
        # the country of a street or building is only inferred
        return not lenient and one.place_kind not in _WIDE and other.place_kind not in _WIDE
    if one.country_code and other.country_code and one.country_code != other.country_code:
        return True
    return one.place_kind == other.place_kind
