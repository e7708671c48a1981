"""Tellings of a group of event types joined as columns, beside what the last run made of most of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.extract import coded
from pipeline.extract.join.again import Again, Keys
from pipeline.extract.join.events import Plover, event_of
from pipeline.extract.join.groups import Group
from pipeline.extract.join.ids import IdParts, event_ids, id_parts
from pipeline.extract.join.unite import Unit, fits_across, units_of
from pipeline.schema.arrow import from_table, schema_of, to_table
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, Telling, ToldEvent
from pipeline.schema.joining import JoinedUnit

_ORDER = ("rank", "later", "unnamed", "item_id", "trigger_start", "event_type")
_PARTS = tuple(part.name for part in fields(IdParts))


@dataclass(frozen=True, slots=True)
class JoinedColumns:
    """What joining made of a group of types: `join_group` says in which order the rows are."""

    events: pa.Table
    told: pa.Table
    units: pa.Table


class Known:
    """The entities that were asked for, of all that there are."""

    def __init__(self, entities: pa.RecordBatch) -> None:
        self.rows: dict[tuple[str, str], Entity] = {}
        self._columns = entities
        whos = zip(*(entities.column(name).to_pylist() for name in ("entity_kind", "entity_id")), strict=True)
        self._numbers = {who: number for number, who in enumerate(whos)}

    def learn(self, tellings: Iterable[Telling]) -> None:
        """Have the entities of which tellings speak among the rows."""
        named = {(p.entity_kind, p.entity_id) for telling in tellings for p in telling.participants}
        named |= {("place", telling.place_id) for telling in tellings if telling.place_id}
        wanted = sorted(self._numbers[who] for who in named - self.rows.keys() if who in self._numbers)
        for entity in from_table(
            pa.Table.from_batches([self._columns.take(pa.array(wanted, pa.int64()))]), Entity
        ):
            self.rows[entity.entity_kind, entity.entity_id] = entity


class Rejoined:
    """The tellings of a group of types, of which those of some items came, changed or went."""

    def __init__(
        self, tellings: pa.RecordBatch, known: Known, last: JoinedColumns, changed: pa.Array, plover: Plover
    ) -> None:
        self._tellings, self._known, self._last, self._plover = tellings, known, last, plover
        self._rows_of = _places(tellings.column("item_id"))
        items = [item for item in changed.to_pylist() if item in self._rows_of]
        self._fresh = self._units(items)
        rows = [replace(unit.row, home=-1) for unit in self._fresh]
        units = pa.concat_tables([last.units, to_table(rows, JoinedUnit)]).combine_chunks()
        self._order = (
            pc.sort_indices(units, [(name, "ascending") for name in _ORDER]).to_numpy().astype(np.int64)
        )
        self._place = np.empty_like(self._order)
        self._place[self._order] = np.arange(len(self._order))
        self._sorted = units.take(self._order).combine_chunks()
        self._gone = np.zeros(len(units), bool)
        self._gone[: len(last.units)] = _numpy(pc.is_in(last.units.column("item_id"), value_set=changed))
        homes = _numpy(units.column("home"))
        homes = np.where(homes < 0, -1, self._place[homes])
        sought, told = (_keys(self._sorted.column(name)) for name in ("sought", "told"))
        fit = fits_across(known.rows)
        self._again = Again(
            sought, told, self._gone[self._order], homes[self._order].astype(np.int64), fit, self._rebuild
        )
        self._units_of_items = _places(self._sorted.column("item_id"))
        self._starts = self._sorted.column("trigger_start").to_pylist()

    def columns(self) -> JoinedColumns:
        """All rows, as `join_group` would make them of the tellings."""
        self._again.run()
        homes, keep = self._again.homes, ~self._again.gone
        numbers = np.arange(len(homes))
        founders = np.flatnonzero(keep & (homes == numbers))
        assert np.isin(homes[keep], founders).all()
        touched = [number for number in founders.tolist() if number in self._again.touched]
        events, parts = self._events(touched)
        parts_of = self._parts(founders.tolist(), dict(zip(touched, parts, strict=True)))
        ids = pa.array(event_ids(parts_of), pa.string())
        event_of_founder = np.full(len(homes), -1)
        event_of_founder[founders] = np.arange(len(founders))
        return JoinedColumns(
            self._event_rows(founders, touched, events, ids),
            self._told_rows(ids.take(pa.array(event_of_founder[homes][keep])), keep),
            self._unit_rows(founders, parts_of, homes, keep),
        )

    def _units(self, items: Sequence[str]) -> list[Unit]:
        """The units of items, before they meet others."""
        rows = [row for item in items for row in self._rows_of[item]]
        tellings = list(
            from_table(pa.Table.from_batches([self._tellings.take(pa.array(rows, pa.int64()))]), Telling)
        )
        self._known.learn(tellings)
        return units_of(tellings, self._known.rows)

    def _rebuild(self, units: Sequence[int]) -> dict[int, Group]:
        known = len(self._last.units)
        fresh = {unit: self._fresh[at - known].group for unit in units if (at := self._order[unit]) >= known}
        names = self._sorted.column("item_id")
        items = sorted({names[unit].as_py() for unit in units if unit not in fresh})
        at = {
            (item, self._starts[unit]): unit
            for item in items
            for unit in self._units_of_items[item]
            if not self._again.gone[unit]
        }
        found = {at[unit.row.item_id, unit.row.trigger_start]: unit.group for unit in self._units(items)}
        return {**fresh, **found}

    def _events(self, touched: Sequence[int]) -> tuple[list[Event], list[IdParts]]:
        groups = [self._again.whole(founder) for founder in touched]
        events = [event_of(group, self._known.rows, self._plover) for group in groups]
        return list(map(coded, events)), [id_parts(*pair) for pair in zip(events, groups, strict=True)]

    def _parts(self, founders: Sequence[int], new: Mapping[int, IdParts]) -> list[IdParts]:
        """Of what the ids of the events can be made."""
        kept = zip(*(self._sorted.column(name).to_pylist() for name in _PARTS), strict=True)
        old = list(kept)
        return [new.get(number) or IdParts(*old[number]) for number in founders]

    def _event_rows(
        self, founders: Any, touched: Sequence[int], events: Sequence[Event], ids: pa.Array
    ) -> pa.Table:
        homes = _numpy(self._last.units.column("home"))
        of_unit = np.cumsum(homes == np.arange(len(homes))) - 1
        own = {number: len(self._last.events) + at for at, number in enumerate(touched)}
        rows = [own[n] if n in own else int(of_unit[self._order[n]]) for n in founders.tolist()]
        table = pa.concat_tables([self._last.events, to_table(events, Event)]).take(
            pa.array(rows, pa.int64())
        )
        return _with(table, Event, {"event_id": ids})

    def _told_rows(self, ids: pa.Array, keep: Any) -> pa.Table:
        """The tellings in the order of their units, whose events `ids` names."""
        fresh = [ToldEvent("", telling) for unit in self._fresh for telling in unit.tellings]
        table = pa.concat_tables([self._last.told, to_table(fresh, ToldEvent)])
        kept_units = self._order[keep]
        counts = np.concatenate(
            [_numpy(self._last.units.column("tellings")), [unit.row.tellings for unit in self._fresh]]
        ).astype(np.int64)
        firsts = np.cumsum(counts) - counts
        many = counts[kept_units]
        within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
        rows = np.repeat(firsts[kept_units], many) + within
        named = ids.take(pa.array(np.repeat(np.arange(len(many)), many)))
        return _with(table.take(pa.array(rows)), ToldEvent, {"event_id": named})

    def _unit_rows(self, founders: Any, parts: Sequence[IdParts], homes: Any, keep: Any) -> pa.Table:
        numbers = np.cumsum(keep) - 1
        found = np.full(len(homes), -1)
        found[founders] = np.arange(len(founders))
        at = pa.array(found[keep], mask=found[keep] < 0)
        columns: dict[str, Any] = {
            name: pa.array(
                [getattr(part, name) for part in parts], schema_of(JoinedUnit).field(name).type
            ).take(at)
            for name in _PARTS
        }
        columns["vague"] = pc.fill_null(columns["vague"], False)
        columns["home"] = pa.array(numbers[homes[keep]])
        return _with(self._sorted.filter(pa.array(keep)), JoinedUnit, columns)


def _places(values: Any) -> dict[str, list[int]]:
    """Where each value stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, value in enumerate(values.to_pylist()):
        found[value].append(number)
    return found


def _keys(column: pa.ChunkedArray) -> Keys:
    lists = _one(column)
    return Keys(_numpy(lists.flatten()), np.concatenate([[0], np.cumsum(_numpy(lists.value_lengths()))]))


def _numpy(values: Any) -> Any:
    return _one(values).to_numpy(zero_copy_only=False)


def _one(values: Any) -> Any:
    return values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values


def _with(table: pa.Table, row: type[Any], columns: Mapping[str, Any]) -> pa.Table:
    """A table with some columns replaced."""
    schema = schema_of(row)
    return pa.table([columns.get(name, table.column(name)) for name in schema.names], schema=schema)
