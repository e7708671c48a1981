"""Joined again beside what the last run found: the same as from nothing, whatever came, changed or went."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pyarrow as pa
import pytest

from pipeline.extract import join_group
from pipeline.extract.join import group_of
from pipeline.joined_again import JoinedColumns, Known, Rejoined
from pipeline.schema.arrow import from_table, to_table
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, Telling, ToldEvent
from pipeline.schema.joining import JoinedUnit
from tests.extract_join.tellings import BODIES, ENTITIES, PEOPLE, PLACES, tellings

SAID = (
    "Police [arrested] {}.",
    "{} was [detained] at the old mill.",
    "They were [arrested] again near the bridge.",
    "The [arrest] of {} was condemned by weavers, teachers and drivers in the harbour.",
    "The [detention] lasted ten days",
)
DATES = (None, "2014", "2014-05", "2014-05-03", "2014-05-03", "2014-05-04", "--05-03")


def made_up(random: Random, items: int) -> dict[str, list[Telling]]:
    """The tellings of some items: few people, days and words, so that many of them may be of one event."""
    return {name: told_in(random, name) for name in (f"p{n // 2}#{n % 2}" for n in range(items))}


def told_in(random: Random, item_id: str) -> list[Telling]:
    rows: list[dict[str, Any]] = []
    for _ in range(random.randint(1, 3)):
        who = random.sample(PEOPLE, random.randint(0, 2))
        row: dict[str, Any] = {"in": item_id, "says": random.choice(SAID).format(" and ".join(who) or "two")}
        row |= {"type": random.choice(("arrest", "detention")), "target": who}
        row |= {"actor": random.sample(BODIES, random.randint(0, 1)), "date": random.choice(DATES)}
        row |= {"place": random.choice((None, *PLACES)), "confidence": random.choice((0.5, 0.8, 0.9))}
        rows.append(row)
    return tellings(rows)


def columns(told: list[Telling], entities: list[Entity]) -> JoinedColumns:
    found = join_group(told, entities, {})
    return JoinedColumns(
        to_table(found.events, Event), to_table(found.told, ToldEvent), to_table(found.units, JoinedUnit)
    )


def rows(found: JoinedColumns) -> tuple[list[Any], ...]:
    tables = ((found.events, Event), (found.told, ToldEvent), (found.units, JoinedUnit))
    return tuple(list(from_table(table, row)) for table, row in tables)


def again(
    before: dict[str, list[Telling]], after: dict[str, list[Telling]], old: list[Entity], new: list[Entity]
) -> tuple[JoinedColumns, JoinedColumns]:
    """Joined with what was found before, and from nothing."""
    renamed = {entity.entity_id for entity in new if entity not in old}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    changed |= {
        name for name, own in after.items() for t in own for p in t.participants if p.entity_id in renamed
    }
    told = [one for own in after.values() for one in own]
    last = columns([one for own in before.values() for one in own], old)
    table = pa.concat_batches(to_table(told, Telling).to_batches())
    known = Known(pa.concat_batches(to_table(new, Entity).to_batches()))
    items = pa.array(sorted(changed), pa.string())
    return Rejoined(table, known, last, items, {}).columns(), columns(told, new)


def renamed(random: Random) -> list[Entity]:
    return [
        replace(e, name="The High Weavers") if e.entity_kind != "place" and random.random() < 0.2 else e
        for e in ENTITIES
    ]


@pytest.mark.parametrize("seed", range(120))
def test_what_came_changed_or_went_is_joined_as_from_nothing(seed: int) -> None:
    random = Random(seed)
    before = made_up(random, random.choice((4, 12, 40, 120)))
    after = dict(before)
    for name in random.sample(sorted(before), min(len(before) - 1, random.randint(0, 4))):
        del after[name]
    for name in random.sample(sorted(after), min(len(after), random.randint(0, 2))):
        after[name] = told_in(random, name)
    for number in range(random.randint(0, 3)):
        name = random.choice(("a", "p3x", "z")) + f"{number}#0"
        after[name] = told_in(random, name)
    entities = renamed(random) if seed % 3 == 0 else ENTITIES
    found, expected = again(before, after, ENTITIES, entities)
    assert rows(found) == rows(expected)


def test_a_key_that_grows_past_the_crowd_tells_nothing_apart_any_more() -> None:
    row = {"says": "Police [arrested] nowak.", "type": "arrest", "target": ["nowak"]}
    items = {
        f"p{n}#0": tellings([{"in": f"p{n}#0", **row, "date": f"20{n // 12 + 10}-{n % 12 + 1:02}-03"}])
        for n in range(64)
    }
    after = {
        **items,
        "q#0": tellings([{"in": "q#0", **row, "date": "2016-07-03"}]),
        "r#0": tellings([{"in": "r#0", **row}]),
    }
    before = {**items, "r#0": after["r#0"]}
    found, expected = again(before, after, ENTITIES, ENTITIES)
    assert rows(found) == rows(expected)


def test_types_are_of_one_group() -> None:
    assert group_of("arrest") == group_of("detention")
