"""The names of all pages together, or of a share of them: entities with their rows, and doubts.

A share holds all locals that may be one entity with each other (`shares`): what comes of it does not
depend on the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.link.grouping import Doubt as Pair
from pipeline.link.naming import Named
from pipeline.link.org_rows import organization_rows
from pipeline.link.organizations import join_bodies
from pipeline.link.people import join_people
from pipeline.link.person_rows import person_rows
from pipeline.link.place_rows import place_rows
from pipeline.link.places import join_places
from pipeline.schema.linking import Blocks, Doubt, Found, LocalBody, LocalPerson, LocalPlace, PageCast


@dataclass(frozen=True, slots=True)
class Linked:
    """The entities of a share, and pairs of them kept apart in doubt."""

    found: list[Found]
    doubts: list[Doubt]


def link_people(rows: Sequence[LocalPerson], blocks: Iterable[Blocks], casts: Iterable[PageCast]) -> Linked:
    """The people of some locals; `blocks` are those of their keys, `casts` those of their pages."""
    cast = {page.page_id: frozenset(page.cast) for page in casts}
    people, doubts = join_people(rows, {own.key: own for own in blocks}, cast)
    return _linked("person", [person.keys for person in people], person_rows(people), doubts)


def link_bodies(rows: Sequence[LocalBody], blocks: Iterable[Blocks]) -> Linked:
    """The organisations of some locals; `blocks` are those of their keys."""
    bodies, doubts = join_bodies(rows, {own.key: own for own in blocks})
    return _linked("organization", [body.keys for body in bodies], organization_rows(bodies), doubts)


def link_places(rows: Sequence[LocalPlace]) -> Linked:
    """The places of some locals."""
    places = join_places(rows)
    return _linked("place", [(place.key,) for place in places], place_rows(places), ())


def _linked(
    kind: str, keys: Sequence[tuple[str, ...]], rows: Sequence[Named], doubts: Sequence[Pair]
) -> Linked:
    found = [
        Found(own, named.entity, named.extra, *named.first) for own, named in zip(keys, rows, strict=True)
    ]
    pairs = [Doubt(kind, keys[i][0], keys[j][0], v.score, v.reason) for i, j, v in doubts]
    return Linked(found, pairs)
