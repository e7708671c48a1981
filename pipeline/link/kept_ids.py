"""Ids that a ledger keeps: an entity is known again by a mention, whatever its name is in this run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pipeline.schema.linking import KeptId, NamedSpot


def kept_locals(kept: Sequence[KeptId], spots: Iterable[NamedSpot]) -> dict[str, int]:
    """The locals at the mentions of a ledger, each with the first row of the ledger that has it.

    Where a text stands in its item for several, its first mention counts.
    """
    row_of: dict[tuple[str, str, str], int] = {}
    for number, row in enumerate(kept):
        row_of.setdefault((row.entity_kind, row.item_id, row.words), number)
    first: dict[int, NamedSpot] = {}
    for spot in spots:
        number = row_of.get((spot.entity_kind, spot.item_id, spot.text), -1)
        if number >= 0 and (number not in first or spot.start < first[number].start):
            first[number] = spot
    found: dict[str, int] = {}
    for number in sorted(first):
        found.setdefault(first[number].local, number)
    return found


def kept_ids(rows: Mapping[int, Iterable[int]], kept: Sequence[KeptId]) -> dict[int, str]:
    """The ids that entities keep, by their numbers; `rows` are the rows of the ledger that each has.

    Of several ids of one entity, which pages have joined since, the one told first stays. Of several
    entities that have been one, the one with the mention that the ledger tells first has the id.
    """
    found: dict[int, str] = {}
    given: set[tuple[str, str]] = set()
    for number, entity in sorted((min(numbers), entity) for entity, numbers in rows.items()):
        row = kept[number]
        if (row.entity_kind, row.entity_id) not in given:
            given.add((row.entity_kind, row.entity_id))
            found[entity] = row.entity_id
    return found
