"""What the words around a place name say of where it is: "Granada, Nicaragua", "Lebanese city of Tripoli"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.gazetteer import NamedPlaces, countries, division_key, place_key
from pipeline.link.page_countries import NOWHERE, PageCountries, countries_in
from pipeline.link.page_mentions import Spot
from pipeline.link.place_bearers import divisions_of, seat_of
from pipeline.resources import words

_INSIDE = re.compile(r"\s?,\s?|\s?\(\s?|,? (?:in|of) (?:the |(?:north|south|east|west|central)\w* )?")
_ENDS = re.compile(r"[.;:!?\n]")
_WHERE_AFTER = re.compile(r"(?:,? in |, |\s?\()(?:the )?(?P<where>[^,.;:!?)\n]+)(?P<end>[,.;:!?)\n])?")


@dataclass(frozen=True, slots=True)
class Context:
    """What decides where a place is.

    `inside` are countries of which the words around say that the place is in one, `near` is one named
    just before; `countries` are those of the item and, with less weight, of the page.
    """

    countries: PageCountries = NOWHERE
    inside: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    called_division: bool = False


def contexts(spots: Sequence[Spot], countries: Sequence[PageCountries], places: NamedPlaces) -> list[Context]:
    """The context of each place name of a page. `spots` are those of the page, in order."""
    inside: list[frozenset[str]] = [frozenset() for _ in spots]
    for at in range(len(spots) - 2, -1, -1):
        if _follows(spots[at], spots[at + 1]):
            inside[at] = _countries_of(spots[at + 1].name, places) or inside[at + 1]
    return [
        Context(own, told or _told_after(spot), _told_before(spot), _called_division(spot))
        for spot, own, told in zip(spots, countries, inside, strict=True)
    ]


def _follows(first: Spot, second: Spot) -> bool:
    gap = second.mention.start - first.mention.end
    if first.item_id != second.item_id or not 0 < gap <= len(first.after):
        return False
    return bool(_INSIDE.fullmatch(first.after[:gap]))


def is_told_inside(first: Spot, second: Spot) -> bool:
    """Whether the second place is where the first is: "Chistoprudny Boulevard in Moscow"."""
    return _follows(first, second) and first.after.lstrip(" ").startswith(("in ", ", ", "(", ", in "))


def _countries_of(name: str, places: NamedPlaces) -> frozenset[str]:
    """The country that a name is, or those with a first-level division of the name that is no town's."""
    if country := countries().get(place_key(name)):
        return frozenset((country.code,))
    bearers = places.get(division_key(name), ())
    first = [d for d in divisions_of(bearers) if d.level == 1]
    return frozenset(d.country for d in first if seat_of(d, bearers) is None)


def _told_after(spot: Spot) -> frozenset[str]:
    match = _WHERE_AFTER.match(spot.after)
    if match is None:
        return frozenset()
    words = match["where"] if match["end"] else match["where"].rpartition(" ")[0]
    return frozenset(countries_in(words)[:1])


def _told_before(spot: Spot) -> frozenset[str]:
    return frozenset(countries_in(_ENDS.split(spot.before)[-1])[-1:])


def _called_division(spot: Spot) -> bool:
    word = spot.after.partition(" ")[2].split(" ")[0] if spot.after.startswith(" ") else ""
    return word.rstrip(".,;:)") in words("link/places", "kinds", "region")
