"""Names given to the person, organisation or place that they name, where the machine chose another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.curation.decisions import Outcome
from pipeline.curation.events import names_of
from pipeline.curation.locate import Located
from pipeline.schema.flow import Entity, LinkedMention

RULE = "curation"
Key = tuple[str, str]


@dataclass(slots=True)
class Assignments:
    """The rows `assign` of mentions.csv, carried out while the names pass by."""

    decisions: Sequence[Located]
    entities: Sequence[Entity]
    _hit: dict[int, Key] = field(default_factory=dict)
    _named: Counter[Key] = field(default_factory=Counter)
    _left: set[Key] = field(default_factory=set)
    _forms: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def carried_out(self, linked: Iterable[LinkedMention]) -> Iterator[LinkedMention]:
        """The names in their order, each with the entity that was decided on."""
        names = names_of(self.entities)
        by_item: dict[str, list[Located]] = defaultdict(list)
        for one in self.decisions:
            by_item[one.item.item_id].append(one)
        for mention in linked:
            for one in by_item.get(mention.item_id, ()):
                entity = names.get((one.decision["kind"] or mention.entity_kind, one.decision["entity"]))
                if entity and mention.start < one.end and one.start < mention.end:
                    mention = self._give(mention, entity, one)
            self._named[mention.entity_kind, mention.entity_id] += 1
            yield mention

    def _give(self, mention: LinkedMention, entity: Entity, one: Located) -> LinkedMention:
        key = entity.entity_kind, entity.entity_id
        self._hit[one.decision.line] = key
        self._left.add((mention.entity_kind, mention.entity_id))
        self._forms[key].add(mention.text)
        return replace(mention, entity_kind=key[0], entity_id=key[1], rule=RULE)

    def known(self) -> list[Entity]:
        """The entities after all names passed: with the forms that they got, without those that lost all."""
        empty = {key for key in self._left if not self._named[key]}
        found = []
        for entity in self.entities:
            key = entity.entity_kind, entity.entity_id
            if key in self._forms:
                new = self._forms[key] - {entity.name}
                entity = replace(entity, aliases=tuple(sorted({*entity.aliases, *new})), curated=True)
            if key not in empty:
                found.append(entity)
        return found

    def outcomes(self) -> list[Outcome]:
        """What became of each decision, once all names passed."""
        names = names_of(self.entities)
        found = []
        for one in self.decisions:
            decision = one.decision
            kinds = [decision["kind"]] if decision["kind"] else ["person", "organization", "place"]
            known = any((kind, decision["entity"]) in names for kind in kinds)
            lost = "no name is marked there" if known else f"nobody is called {decision['entity']!r}"
            found.append(Outcome(decision, None if decision.line in self._hit else lost))
        return found
