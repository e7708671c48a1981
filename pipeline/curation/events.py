"""Events rejected, set right or added by hand, keyed by the characters of a telling's trigger.

`reject` drops the event that is told there, with all its tellings; `set` overrides what is filled in
(`-` empties a cell); `add` tells an event that the machine passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.curation.cells import EMPTY, days, roles
from pipeline.curation.decisions import Decision, Outcome
from pipeline.curation.locate import Located
from pipeline.schema.dataset import Event, OrganizationRole, PersonRole
from pipeline.schema.flow import Entity, Telling, ToldEvent

RULE = "curation"
Names = Mapping[tuple[str, str], Entity]
"""From (kind, id or name) to the entity."""

Plover = Mapping[str, tuple[str | None, str | None]]
"""From an event type to PLOVER's event and mode."""


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
    plover: Plover,
) -> tuple[list[Event], list[ToldEvent], list[Outcome]]:
    """Events and tellings after the decisions, and what became of each decision.

    Raises PipelineError, naming the line, where a date or role is malformed.
    """
    state = _Events({event.event_id: event for event in events}, list(told), names, plover)
    carry_out = {"add": state.add, "set": state.set, "reject": state.reject}
    outcomes = [
        Outcome(located.decision, carry_out[located.decision.decision](located)) for located in decisions
    ]
    return [state.by_id[event_id] for event_id in sorted(state.by_id)], state.told, outcomes


@dataclass(slots=True)
class _Events:
    """Events and their tellings while decisions are carried out; each says why it could not be."""

    by_id: dict[str, Event]
    told: list[ToldEvent]
    names: Names
    plover: Plover

    def add(self, located: Located) -> str | None:
        """An event that the machine passed over."""
        event = self._changed(_blank(located), located.decision)
        if isinstance(event, str):
            return event
        self.by_id[event.event_id] = event
        self.told.append(ToldEvent(event.event_id, _telling(event, located)))
        return None

    def set(self, located: Located) -> str | None:
        """The event told there, with the cells that are filled in."""
        event_id = self._told_there(located)
        if event_id is None:
            return "no event is told there"
        changed = self._changed(self.by_id[event_id], located.decision)
        if isinstance(changed, str):
            return changed
        self.by_id[event_id] = changed
        return None

    def reject(self, located: Located) -> str | None:
        """The event told there, of the type named if one is, is none; all its tellings go."""
        event_id = self._told_there(located, located.decision["event_type"])
        if event_id is None:
            return "no event is told there"
        del self.by_id[event_id]
        self.told = [row for row in self.told if row.event_id != event_id]
        return None

    def _told_there(self, located: Located, event_type: str = "") -> str | None:
        for row in self.told:
            here = row.telling
            overlaps = here.trigger_start < located.end and located.start < here.trigger_end
            if here.item_id == located.item.item_id and overlaps and event_type in ("", here.event_type):
                return row.event_id
        return None

    def _unknown(self, decision: Decision) -> str:
        """Every name of the row that no entity bears."""
        named = [("place", decision["place"])] if decision["place"] not in ("", EMPTY) else []
        named += [(kind, name) for column, kind in _PARTICIPANTS for name, _ in roles(decision, column)]
        return ", ".join(
            f"no {kind} is called {name!r}" for kind, name in named if (kind, name) not in self.names
        )

    def _changed(self, event: Event, decision: Decision) -> Event | str:
        event = replace(event, confidence=1.0, curated=True)
        if kind := decision["event_type"]:
            if kind not in self.plover:
                return f"no event type is called {kind!r}"
            code, mode = self.plover[kind]
            event = replace(event, event_type=kind, plover_event=code, plover_mode=mode)
        if decision["date"]:
            first, last, precision = days(decision)
            event = replace(event, date_start=first, date_end=last, date_precision=precision)
        if unknown := self._unknown(decision):
            return unknown
        if place := decision["place"]:
            found = self.names.get(("place", place))
            place_id, name = (found.entity_id, found.name) if found else (None, None)
            event = replace(event, place_id=place_id, place_name=name)
        return _with_participants(event, decision, self.names)


_PARTICIPANTS = (("people", "person"), ("organizations", "organization"))


def _with_participants(event: Event, decision: Decision, names: Names) -> Event:
    for column, kind in _PARTICIPANTS:
        if not decision[column]:
            continue
        named = [(names[kind, name], role) for name, role in roles(decision, column)]
        parts = list(dict.fromkeys((entity.entity_id, entity.name, role) for entity, role in named))
        if kind == "person":
            event = replace(event, people=tuple(PersonRole(*part) for part in parts))
        else:
            event = replace(event, organizations=tuple(OrganizationRole(*part) for part in parts))
    return event


def _blank(located: Located) -> Event:
    """The event told at a decision's words, of which nothing else is known yet."""
    decision = located.decision
    start, end = _line(located)
    event_id = f"{decision['event_type']}-{decision['page_id']}@{decision['start']}"
    trigger, sentence = located.item.text[located.start : located.end], located.item.text[start:end]
    return Event(
        event_id, decision["event_type"], None, None, trigger, sentence, None, None, None, None, None,
        (), (), (located.item.item_id,), 1, 1.0,
    )  # fmt: skip


def _telling(event: Event, located: Located) -> Telling:
    start, end = _line(located)
    return Telling(
        located.item.item_id, event.event_type, located.start, located.end, start, end, event.trigger,
        event.sentence, None, event.date_start, event.date_end, event.date_precision, event.place_id, (), 1.0,
        RULE,
    )  # fmt: skip


def _line(located: Located) -> tuple[int, int]:
    """The block of the clean text that the words stand in."""
    text = located.item.text
    start, end = text.rfind("\n", 0, located.start) + 1, text.find("\n", located.end)
    return start, len(text) if end < 0 else end
