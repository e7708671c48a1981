"""Names of an item: a gold entity is found by a predicted one that bears one of its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Judgement, Unit, Verdict
from pipeline.schema.dataset import ENTITY_KINDS, MentionRow

__all__ = ["judge_names", "missed_names"]


@dataclass(frozen=True, slots=True)
class _Named:
    """An entity that an item names: its folded forms there, and where the first of them stands."""

    entity_id: str
    name: str
    forms: frozenset[str]
    start: int


def judge_names(
    scope: Scope, item: GoldItem, mentions: Sequence[MentionRow], names: Mapping[tuple[str, str], str]
) -> Iterator[Judgement]:
    """Names found, missed, split and made up in one item, and the linking units of those found.

    `mentions` are those of the item; `names` gives the canonical name of each (kind, entity_id).
    """
    for kind in ENTITY_KINDS:
        groups: dict[str, list[MentionRow]] = {}
        for row in mentions:
            if row.entity_kind == kind:
                groups.setdefault(row.entity_id, []).append(row)
        named = [_named(scope, rows, names.get((kind, entity))) for entity, rows in groups.items()]
        yield from _judge(scope, item, kind, named)


def missed_names(scope: Scope, item: GoldItem) -> Iterator[Verdict]:
    """The names of an item that was not found."""
    for entity in item.entities:
        if not entity.unsure:
            yield Verdict(entity.kind, scope.page, "MISSED", entity.name, "(item not found)", item.start)


def _named(scope: Scope, rows: Sequence[MentionRow], name: str | None) -> _Named:
    forms = frozenset(scope.fold.norm(form) for form in (name, *(row.text for row in rows)))
    return _Named(rows[0].entity_id, name or rows[0].text, forms, rows[0].start)


def _judge(scope: Scope, item: GoldItem, kind: str, named: Sequence[_Named]) -> Iterator[Judgement]:
    free = list(named)
    for entity in item.of_kind(kind):
        forms = {scope.fold.norm(surface) for surface in entity.surfaces}
        hits = [one for one in free if one.forms & forms]
        free = [one for one in free if one not in hits]
        if entity.unsure:
            continue
        if not hits:
            start = scope.locate(item, *entity.surfaces)
            yield Verdict(kind, scope.page, "MISSED", gold=entity.name, start=start)
        for number, hit in enumerate(hits):
            verdict = "SPLIT" if number else "RIGHT"
            yield Verdict(kind, scope.page, verdict, entity.name, hit.name, hit.start)
        if hits and kind != "place":
            name = scope.fold.norm(entity.name)
            key = (str(item.start), kind, name)
            yield Unit("linking", scope.page, key, f"{kind} {entity.id or name}", hits[0].entity_id)
    for one in free:
        if kind != "place" or not _inside_a_name(scope, item, one):
            yield Verdict(kind, scope.page, "EXTRA", got=one.name, start=one.start)


def _inside_a_name(scope: Scope, item: GoldItem, place: _Named) -> bool:
    """True for a place that is part of a gold name of the item: neither right nor wrong."""
    wholes = {scope.fold.norm(surface) for entity in item.entities for surface in entity.surfaces}
    parts = [re.compile(rf"(?<!\w){re.escape(form)}(?!\w)") for form in place.forms if form]
    return any(part.search(whole) for part in parts for whole in wholes)
