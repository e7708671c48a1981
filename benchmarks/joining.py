"""Joining alone: a telling for every item of the tables of `benchmarks.stage_tables`, after linking.

    python -m benchmarks.joining OUTPUT

Writes the events and tellings that `publish` reads.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from random import Random

from benchmarks.corpus.items import DAYS, FIRST_DAY
from benchmarks.corpus.words import any_of
from pipeline.extract import join, load_event_types
from pipeline.paths import Paths
from pipeline.schema.dataset import Event
from pipeline.schema.flow import Entity, LinkedMention, Participant, Telling, ToldEvent
from pipeline.storage.tables import read_rows, write_rows

TYPES = {"arrest": "arrested", "trial": "tried", "fine": "fined", "protest": "rallied", "release": "released"}
PEOPLE_TOLD = 2


def run(paths: Paths) -> str:
    """Join made-up tellings of the linked mentions."""
    entities = list(read_rows(paths.stage("entities"), Entity))
    plover = {kind.name: (kind.plover_event, kind.plover_mode) for kind in load_event_types()}
    events, told = join(list(tellings(paths)), entities, plover)
    write_rows(paths.stage("events"), Event, events)
    write_rows(paths.stage("tellings"), ToldEvent, told)
    return f"{len(told)} tellings of {len(events)} events"


def tellings(paths: Paths) -> Iterator[Telling]:
    """One of each item, about its first people; those of a page may be one event."""
    linked = read_rows(paths.stage("linked"), LinkedMention)
    for item_id, mentions in groupby(linked, attrgetter("item_id")):
        yield _telling(item_id, list(mentions))


def _telling(item_id: str, mentions: list[LinkedMention]) -> Telling:
    random = Random(item_id.partition("#")[0])
    event_type = any_of(random, tuple(TYPES))
    day = FIRST_DAY + timedelta(days=int(random.random() * DAYS))
    people = [m for m in mentions if m.entity_kind == "person"][:PEOPLE_TOLD]
    place = next((m.entity_id for m in mentions if m.entity_kind == "place"), None)
    who = dict.fromkeys(Participant("person", m.entity_id, "target") for m in people)
    trigger = TYPES[event_type]
    sentence = f"{' and '.join(m.text for m in people)} were {trigger} near the old harbour."
    at = sentence.index(trigger)
    return Telling(
        item_id, event_type, at, at + len(trigger), 0, len(sentence), trigger, sentence,
        day.isoformat(), day, day, "day", place, tuple(who), 0.8, "made up",
    )  # fmt: skip


if __name__ == "__main__":
    print(run(Paths(output=Path(sys.argv[1]))))
