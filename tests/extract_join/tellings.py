"""Tellings and entities from the short form in which the cases are written."""

from __future__ import annotations

import calendar
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.schema.dataset import ROLES
from pipeline.schema.flow import Entity, Participant, Telling

CASES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("cases.toml").read_text(encoding="utf-8")
)["case"]

BODIES = ("riverside", "lantern-union", "lantern-weavers-union", "high-court", "guards", "parliament")
PEOPLE = ("kowalski", "nowak", "omondi", "mwangi", "okafor", "nguyen", "tran", "yildiz")
PLACES = {
    "kisumu": ("city", "KE"), "nairobi": ("city", "KE"), "kenya": ("country", "KE"),
    "lodz": ("city", "PL"), "krakow": ("city", "PL"), "piotrkowska-street": ("street", None),
    "old-mill": ("other", "PL"),
    "hanoi": ("city", "VN"), "ankara": ("city", "TR"), "izmir": ("city", "TR"), "turkey": ("country", "TR"),
}  # fmt: skip


def entity(kind: str, entity_id: str, place_kind: str | None = None, country: str | None = None) -> Entity:
    name = entity_id.replace("-", " ").title()
    return Entity(kind, entity_id, name, None, (), place_kind, country, None, None, None)


ENTITIES = [
    *(entity("person", name) for name in PEOPLE),
    *(entity("organization", name) for name in BODIES),
    *(entity("place", name, *kind) for name, kind in PLACES.items()),
]


def span_of(value: str | None, end: str | None = None) -> tuple[date | None, date | None, str | None]:
    """First day, last day and precision of a value as in `dates.value`."""
    if value is None or value.startswith("--"):
        return None, None, None
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return date(*parts), date.fromisoformat(end) if end else date(*parts), "day"
    if len(parts) == 2:
        return date(*parts, 1), date(*parts, calendar.monthrange(*parts)[1]), "month"
    return date(*parts, 1, 1), date(*parts, 12, 31), "year"


def telling(row: Mapping[str, Any], start: int) -> Telling:
    """One telling; `start` is where its sentence stands in the item."""
    before, _, rest = row["says"].partition("[")
    trigger, _, after = rest.partition("]")
    first, last, precision = span_of(row.get("date"), row.get("end"))
    sentence = before + trigger + after
    at = start + len(before)
    return Telling(
        item_id=row["in"],
        event_type=row["type"],
        trigger_start=at,
        trigger_end=at + len(trigger),
        start=start,
        end=start + len(sentence),
        trigger=trigger,
        sentence=sentence,
        value=row.get("date"),
        date_start=first,
        date_end=last,
        date_precision=precision,
        place_id=row.get("place"),
        participants=tuple(
            Participant("organization" if name in BODIES else "person", name, role)
            for role in ROLES
            for name in row.get(role, ())
        ),
        confidence=row.get("confidence", 0.8),
        rule="test",
        unnamed=tuple(row.get("unnamed", ())),
    )


def tellings(rows: Iterable[Mapping[str, Any]]) -> list[Telling]:
    """The tellings of a case: sentences of one item follow each other, `at` puts one elsewhere."""
    ends: dict[str, int] = {}
    found = []
    for row in rows:
        told = telling(row, row.get("at", ends.get(row["in"], 0)))
        ends[row["in"]] = max(ends.get(row["in"], 0), told.end + 1)
        found.append(told)
    return found


def partition(told: Sequence[Telling], by_event: Mapping[tuple[str, int, str], str]) -> list[list[int]]:
    """Indices of the tellings of each event, sorted."""
    groups: dict[str, list[int]] = {}
    for index, one in enumerate(told):
        groups.setdefault(by_event[one.item_id, one.trigger_start, one.event_type], []).append(index)
    return sorted(groups.values())
