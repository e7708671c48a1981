"""Names of an item: a gold entity is found by a predicted one that bears one of its forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from pipeline.evaluate.gold import GoldEntity, GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Judgement, Unit, Verdict
from pipeline.schema.dataset import ENTITY_KINDS, Item, MentionRow

__all__ = ["judge_names", "missed_names"]

Norm = Callable[[str | None], str]


def judge_names(
    scope: Scope,
    item: GoldItem,
    other: Item,
    mentions: Sequence[MentionRow],
    names: Mapping[tuple[str, str], str],
) -> Iterator[Judgement]:
    """Names found, missed, split and made up in one item, and the linking units of those found.

    `names` gives the canonical name of each (kind, entity_id).
    """
    for kind in ENTITY_KINDS:
        groups: defaultdict[str, list[MentionRow]] = defaultdict(list)
        for row in mentions:
            if row.entity_kind == kind:
                groups[row.entity_id].append(row)
        yield from _Kind(scope, item, other, kind, groups, names).judge()


def missed_names(scope: Scope, item: GoldItem) -> Iterator[Verdict]:
    """The names of an item that was not found."""
    for entity in item.entities:
        if not entity.unsure:
            yield Verdict(entity.kind, scope.page, "MISSED", entity.name, "(item not found)", item.start)


class _Kind:
    """The comparison for one kind of entity in one item."""

    def __init__(
        self,
        scope: Scope,
        item: GoldItem,
        other: Item,
        kind: str,
        groups: Mapping[str, Sequence[MentionRow]],
        names: Mapping[tuple[str, str], str],
    ) -> None:
        self.scope, self.item, self.other, self.kind, self.groups = scope, item, other, kind, groups
        self.names = {entity: names.get((kind, entity)) for entity in groups}
        norm = scope.fold.norm
        self.forms = {
            entity: {norm(row.text) for row in rows} | {norm(self.names[entity])}
            for entity, rows in groups.items()
        }

    def judge(self) -> Iterator[Judgement]:
        seen: set[str] = set()
        for entity in self.item.of_kind(self.kind):
            forms = {self.scope.fold.norm(surface) for surface in entity.surfaces}
            hits = [name for name in self.groups if name not in seen and self.forms[name] & forms]
            seen.update(hits)
            if not entity.unsure:
                yield from self._found(entity, hits)
        for name in self.groups:
            if name not in seen and not (self.kind == "place" and self._inside_a_name(name)):
                yield self._verdict("EXTRA", None, name)

    def _found(self, entity: GoldEntity, hits: Sequence[str]) -> Iterator[Judgement]:
        if not hits:
            start = self.scope.locate(self.item, *entity.surfaces)
            yield Verdict(self.kind, self.scope.page, "MISSED", gold=entity.name, start=start)
            return
        yield self._verdict("RIGHT", entity, hits[0])
        for name in hits[1:]:
            yield self._verdict("SPLIT", entity, name)
        if self.kind != "place":
            known = self.scope.fold.norm(entity.name)
            key = (self.other.item_id, self.kind, known)
            gold = f"{self.kind} {entity.id or known}"
            yield Unit("linking", self.scope.page, key, gold, got=hits[0])

    def _verdict(self, kind: str, entity: GoldEntity | None, name: str) -> Verdict:
        rows = self.groups[name]
        got = self.names[name] or rows[0].text
        gold = entity.name if entity else None
        return Verdict(self.kind, self.scope.page, kind, gold=gold, got=got, start=rows[0].start)

    def _inside_a_name(self, name: str) -> bool:
        """True for a place that is part of a gold name of the item: neither right nor wrong."""
        norm = self.scope.fold.norm
        wholes = {norm(surface) for entity in self.item.entities for surface in entity.surfaces}
        parts = [re.compile(rf"(?<!\w){re.escape(form)}(?!\w)") for form in self.forms[name] if form]
        return any(part.search(whole) for part in parts for whole in wholes)
