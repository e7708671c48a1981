"""What the other names of a page say of a place that no gazetteer knows: which one it is, and where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from pipeline.link.page_mentions import Spot, aliased, bracketed
from pipeline.link.place_context import is_told_inside
from pipeline.link.place_identity import PlaceIdentity, unknown_identity
from pipeline.link.place_name import PlaceName
from pipeline.link.spelling import near
from pipeline.resources import words

_SLIP_LENGTH = 6


def repaired(
    spots: Sequence[Spot], names: Sequence[PlaceName], identities: Sequence[PlaceIdentity]
) -> list[PlaceIdentity]:
    """The place of each spot of a page, the unknown ones made right; `spots` in the order of the page."""
    found = list(identities)
    for repair in (_slips, _letters, _parts, _abroad):
        instead = repair(spots, names, found)
        found = [instead.get(identity, identity) for identity in found]
    return found


Instead = dict[PlaceIdentity, PlaceIdentity]


def _slips(spots: Sequence[Spot], names: Sequence[PlaceName], found: Sequence[PlaceIdentity]) -> Instead:
    """A place that nothing knows is the known one whose name is one slip away."""
    known = {n.key: i for n, i in zip(names, found, strict=True) if i.known and len(n.key) >= _SLIP_LENGTH}
    keys: dict[PlaceIdentity, set[str]] = defaultdict(set)
    for name, identity in zip(names, found, strict=True):
        if not identity.known:
            keys[identity].add("" if name.kind else name.key)
    instead: Instead = {}
    for identity, own in keys.items():
        near_ones = [key for key in known if all(key_ and near(key, key_) for key_ in own)]
        if len(near_ones) == 1:
            instead[identity] = known[near_ones[0]]
    return instead


def _letters(spots: Sequence[Spot], names: Sequence[PlaceName], found: Sequence[PlaceIdentity]) -> Instead:
    """The letters that a prison or the like is called by: "the Abidjan prison (MACA)"."""
    at = {spot.rank: identity for spot, identity in zip(spots, found, strict=True)}
    pairs = ((at[a.rank], at[b.rank]) for a, b in (*bracketed(spots), *aliased(spots)) if b.name.isupper())
    return {short: full for full, short in pairs if not full.known and not short.known and full != short}


def _parts(spots: Sequence[Spot], names: Sequence[PlaceName], found: Sequence[PlaceIdentity]) -> Instead:
    """A prison, campus or bridge is what its name means alone, where no town has that: "Rajai Shahr"."""
    unknown = {n.key: i for n, i in zip(names, found, strict=True) if not i.known}
    instead: Instead = {}
    for key, identity in unknown.items():
        head, _, last = key.rpartition(" ")
        short = unknown.get(head)
        if short is not None and short != identity and last in words("link/places", "tails", "known_by_name"):
            instead[short] = identity
    return instead


def _abroad(spots: Sequence[Spot], names: Sequence[PlaceName], found: Sequence[PlaceIdentity]) -> Instead:
    """A street or prison is in the country of the town that it is said to be in: "... in Moscow"."""
    told: dict[PlaceIdentity, Counter[str]] = defaultdict(Counter)
    for (spot, identity), (after, town) in pairwise(zip(spots, found, strict=True)):
        if not identity.known and town.known and town.country and is_told_inside(spot, after):
            told[identity][town.country] += 1
    cores = {identity: name.core for name, identity in zip(names, found, strict=True)}
    instead: Instead = {}
    for identity, countries in told.items():
        country = min(countries, key=lambda code: (-countries[code], code))
        if country != identity.country:
            instead[identity] = unknown_identity(cores[identity], identity.kind, country)
    return instead
