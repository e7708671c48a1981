"""Events rejected, set right or added by hand, keyed by the characters of a telling's trigger.

`reject` drops the event that is told there, with all its tellings; `set` overrides what is filled in
(`-` empties a cell); `add` tells an event that the machine passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.curation.cells import EMPTY, days, roles
from pipeline.curation.decisions import Decision, Outcome
from pipeline.curation.locate import Located
from pipeline.schema.dataset import Event, OrganizationRole, PersonRole
from pipeline.schema.flow import Entity, Telling, ToldEvent

RULE = "curation"
Names = Mapping[tuple[str, str], Entity]
"""From (kind, id or name) to the entity."""


def names_of(entities: Sequence[Entity]) -> Names:
    """Entities by kind and id, and by kind and each name; ids win, then names, then aliases."""
    found: dict[tuple[str, str], Entity] = {}
    for forms in (lambda e: (e.entity_id,), lambda e: (e.name,), lambda e: e.aliases):
        for entity in entities:
            for form in forms(entity):
                found.setdefault((entity.entity_kind, form), entity)
    return found


def curate_events(
    events: Sequence[Event],
    told: Sequence[ToldEvent],
    decisions: Sequence[Located],
    names: Names,
    plover: Mapping[str, tuple[str | None, str | None]],
) -> tuple[list[Event], list[ToldEvent], list[Outcome]]:
    """Events and tellings after the decisions, and what became of each decision.

    Raises PipelineError, naming the line, where a date or role is malformed.
    """
    by_id = {event.event_id: event for event in events}
    kept, outcomes = list(told), []
    for located in decisions:
        problem = None
        if located.decision.decision == "add":
            made = _added(located, names, plover)
            if isinstance(made, str):
                problem = made
            else:
                by_id[made[0].event_id] = made[0]
                kept.append(made[1])
        else:
            event_id = _told_there(kept, located)
            if event_id is None:
                problem = "no event is told there"
            elif located.decision.decision == "reject":
                del by_id[event_id]
                kept = [row for row in kept if row.event_id != event_id]
            else:
                changed = _changed(by_id[event_id], located.decision, names, plover)
                problem = changed if isinstance(changed, str) else None
                by_id[event_id] = by_id[event_id] if isinstance(changed, str) else changed
        outcomes.append(Outcome(located.decision, problem))
    return [by_id[event_id] for event_id in sorted(by_id)], kept, outcomes


def _told_there(told: Sequence[ToldEvent], located: Located) -> str | None:
    wanted = located.decision["event_type"] if located.decision.decision == "reject" else ""
    for row in told:
        here = row.telling
        overlaps = here.trigger_start < located.end and located.start < here.trigger_end
        if here.item_id == located.item.item_id and overlaps and wanted in ("", here.event_type):
            return row.event_id
    return None


def _changed(
    event: Event,
    decision: Decision,
    names: Names,
    plover: Mapping[str, tuple[str | None, str | None]],
) -> Event | str:
    event = replace(event, confidence=1.0, curated=True)
    if kind := decision["event_type"]:
        if kind not in plover:
            return f"no event type is called {kind!r}"
        event = replace(event, event_type=kind, plover_event=plover[kind][0], plover_mode=plover[kind][1])
    if decision["date"]:
        first, last, precision = days(decision)
        event = replace(event, date_start=first, date_end=last, date_precision=precision)
    if place := decision["place"]:
        found = names.get(("place", place))
        if found is None and place != EMPTY:
            return f"no place is called {place!r}"
        event = replace(
            event, place_id=found.entity_id if found else None, place_name=found.name if found else None
        )
    return _with_participants(event, decision, names)


def _with_participants(event: Event, decision: Decision, names: Names) -> Event | str:
    for column, kind in (("people", "person"), ("organizations", "organization")):
        if not decision[column]:
            continue
        pairs = roles(decision, column)
        unknown = [name for name, _ in pairs if (kind, name) not in names]
        if unknown:
            return f"no {kind} is called {unknown[0]!r}"
        named = [(names[kind, name], role) for name, role in pairs]
        parts = list(dict.fromkeys((entity.entity_id, entity.name, role) for entity, role in named))
        if kind == "person":
            event = replace(event, people=tuple(PersonRole(*part) for part in parts))
        else:
            event = replace(event, organizations=tuple(OrganizationRole(*part) for part in parts))
    return event


def _added(
    located: Located, names: Names, plover: Mapping[str, tuple[str | None, str | None]]
) -> tuple[Event, ToldEvent] | str:
    item, decision = located.item, located.decision
    start = item.text.rfind("\n", 0, located.start) + 1
    end = item.text.find("\n", located.end)
    end = len(item.text) if end < 0 else end
    trigger, sentence = item.text[located.start : located.end], item.text[start:end]
    event_id = f"{decision['event_type']}-{decision['page_id']}@{decision['start']}"
    blank = Event(
        event_id, decision["event_type"], None, None, trigger, sentence, None, None, None, None, None,
        (), (), (item.item_id,), 1, 1.0,
    )  # fmt: skip
    event = _changed(blank, decision, names, plover)
    if isinstance(event, str):
        return event
    telling = Telling(
        item.item_id, event.event_type, located.start, located.end, start, end, trigger, sentence, None,
        event.date_start, event.date_end, event.date_precision, event.place_id, (), 1.0, RULE,
    )  # fmt: skip
    return event, ToldEvent(event_id, telling)
