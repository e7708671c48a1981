"""Entities joined, kept apart, renamed, retyped or rejected by hand.

An entity is named by its id or by any of its names. `same` puts `other` under `entity`, which keeps its
id and name; `not_same` takes the name `other` away from `entity` again; `rename` gives `entity` the
name `other`; `retype` makes it of the kind `other`; `reject` drops it and its mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from anyascii import anyascii

from pipeline.curation.decisions import Decision, Outcome
from pipeline.schema.flow import DoubtfulPair, Entity, LinkedMention

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Move:
    """What a decision does to mentions: those of `old` (that read `text`, if given) become `new`'s, or go."""

    old: Key
    new: Key | None
    text: str | None = None

    def touches(self, mention: LinkedMention) -> bool:
        """Whether the mention is one of those."""
        here = mention.entity_kind, mention.entity_id
        return here == self.old and self.text in (None, mention.text)


@dataclass(slots=True)
class _Linked:
    """Entities, and what is to happen to their mentions, while decisions are carried out."""

    entities: dict[Key, Entity]
    moves: list[Move]
    doubtful: list[DoubtfulPair]

    def find(self, kind: str, name: str) -> Entity | str:
        """The entity of that id or name, or why there is not one; `kind` may be that of before a `retype`."""
        if by_id := self.entities.get((kind, name)):
            return by_id
        were = [self.entities[key] for key in dict.fromkeys(self._retyped(kind))]
        fits = [e for e in self.entities.values() if e.entity_kind == kind and name in (e.name, *e.aliases)]
        fits += [e for e in were if name in (e.entity_id, e.name, *e.aliases)]
        if len(fits) == 1:
            return fits[0]
        ids = ", ".join(sorted(e.entity_id for e in fits))
        return f"several are called {name!r}: {ids}; use the id" if fits else f"no {kind} is called {name!r}"

    def _retyped(self, kind: str) -> Iterator[Key]:
        """The entities that were of a kind until a decision gave them another."""
        for move in self.moves:
            if move.new and move.old[0] == kind != move.new[0] and move.new in self.entities:
                yield move.new

    def move(self, old: Entity, new: Entity, text: str | None = None) -> None:
        """Give old's mentions (those that read `text`, if given) to new."""
        self.moves.append(Move(_key(old), _key(new), text))

    def put(self, entity: Entity) -> None:
        """Add an entity, or put its changed form in place, marked as decided on."""
        self.entities[_key(entity)] = replace(entity, curated=True)

    def drop(self, entity: Entity) -> None:
        """Forget an entity and the doubtful pairs with it."""
        self.entities.pop(_key(entity), None)
        self.doubtful = [
            pair for pair in self.doubtful
            if pair.entity_kind != entity.entity_kind or entity.entity_id not in (pair.left_id, pair.right_id)
        ]  # fmt: skip


def moved(linked: Iterable[LinkedMention], moves: Sequence[Move]) -> Iterator[LinkedMention]:
    """The mentions after all moves, one move after another; the order stays."""
    touched = {move.old for move in moves}
    for mention in linked:
        if (mention.entity_kind, mention.entity_id) in touched:
            after = _moved(mention, moves)
            if after is not None:
                yield after
        else:
            yield mention


def _moved(mention: LinkedMention, moves: Sequence[Move]) -> LinkedMention | None:
    for move in moves:
        if move.touches(mention):
            if move.new is None:
                return None
            mention = replace(mention, entity_kind=move.new[0], entity_id=move.new[1])
    return mention


def curate_entities(
    entities: Sequence[Entity], doubtful: Sequence[DoubtfulPair], decisions: Sequence[Decision]
) -> tuple[list[Move], list[Entity], list[DoubtfulPair], list[Outcome]]:
    """What linking made after the decisions, in the order of the file, and what became of each.

    The moves are for `moved`, which carries them out on the mentions.
    """
    state = _Linked({_key(e): e for e in entities}, [], list(doubtful))
    carry_out = {
        "same": _same, "not_same": _not_same, "rename": _rename, "retype": _retype, "reject": _reject,
    }  # fmt: skip
    outcomes = []
    for decision in decisions:
        found = state.find(decision["kind"], decision["entity"])
        problem = (
            found if isinstance(found, str) else carry_out[decision.decision](state, found, decision["other"])
        )
        outcomes.append(Outcome(decision, problem))
    ordered = [state.entities[key] for key in sorted(state.entities)]
    return state.moves, ordered, state.doubtful, outcomes


def _key(entity: Entity) -> Key:
    return entity.entity_kind, entity.entity_id


def _same(state: _Linked, entity: Entity, name: str) -> str | None:
    other = state.find(entity.entity_kind, name)
    if isinstance(other, str):
        return other
    if other is entity:
        return None
    names = {*entity.aliases, other.name, *other.aliases} - {entity.name}
    state.move(other, entity)
    state.drop(other)
    state.put(replace(entity, aliases=tuple(sorted(names)), acronym=entity.acronym or other.acronym))
    return None


def _not_same(state: _Linked, entity: Entity, name: str) -> str | None:
    other = state.find(entity.entity_kind, name)
    if isinstance(other, str):
        return other
    if other is entity:
        if name not in entity.aliases:
            return f"{name!r} is the name of {entity.entity_id} itself; name one of its aliases"
        other_id = "-".join(anyascii(name).lower().split())
        apart = replace(entity, entity_id=other_id, name=name, acronym=None, aliases=())
        if _key(apart) in state.entities:
            return f"the id {other_id} is taken"
        state.put(apart)
        state.put(replace(entity, aliases=tuple(a for a in entity.aliases if a != name)))
        state.move(entity, apart, name)
        other = apart
    pair = {entity.entity_id, other.entity_id}
    state.doubtful = [p for p in state.doubtful if {p.left_id, p.right_id} != pair]
    return None


def _rename(state: _Linked, entity: Entity, name: str) -> str | None:
    names = {entity.name, *entity.aliases} - {name}
    state.put(replace(entity, name=name, aliases=tuple(sorted(names))))
    return None


def _retype(state: _Linked, entity: Entity, kind: str) -> str | None:
    retyped = replace(entity, entity_kind=kind, place_kind="other" if kind == "place" else None)
    if kind != entity.entity_kind and _key(retyped) in state.entities:
        return f"a {kind} with the id {entity.entity_id} is there already; decide `same` instead"
    state.move(entity, retyped)
    state.drop(entity)
    state.put(retyped)
    return None


def _reject(state: _Linked, entity: Entity, _: str) -> str | None:
    state.moves.append(Move(_key(entity), None))
    state.drop(entity)
    return None
