"""Events that were found: are their date and their actors and targets right?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.days import as_said
from pipeline.evaluate.events import Match
from pipeline.evaluate.fold import Folding
from pipeline.evaluate.gold import GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.told import Told
from pipeline.evaluate.verdict import Verdict
from pipeline.schema.dataset import Event, EventMention, MentionRow

__all__ = ["Cast", "judge_found_events"]

JUDGED_ROLES = ("actor", "target")

Part = tuple[str, str]  # folded name and role


class Cast:
    """The people and organisations of one item: gold names, and the entities that bear them."""

    def __init__(
        self,
        fold: Folding,
        item: GoldItem,
        mentions: Sequence[MentionRow],
        surfaces: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.norm = fold.norm
        self._surfaces = surfaces
        self._gold = {self.norm(form): self.norm(e.name) for e in item.actors for form in e.surfaces}
        self._unsure = {self.norm(entity.name) for entity in item.actors if entity.unsure}
        self._here: dict[str, list[str]] = {}
        for row in mentions:
            self._here.setdefault(row.entity_id, []).append(self.norm(row.text))

    def wanted(self, match: Match) -> set[Part]:
        """Actors and targets of a gold event."""
        parts = ((self.norm(part.name), part.role) for part in match.gold.participants)
        return {(self._gold.get(name, name), role) for name, role in parts if role in JUDGED_ROLES}

    def named(self, event: Event, wanted: set[Part], match: Match, told: Told) -> set[Part]:
        """Actors and targets of a predicted event, without those that are neither right nor wrong.

        These are whom another telling of the gold event names in that role, and names that the gold
        labels call unsure.
        """
        elsewhere = told.participants(match.gold.same_as)
        found, excused = set(), set()
        for entity, name, role in _participants(event):
            if role not in JUDGED_ROLES:
                continue
            part = (self._canonical(entity, name), role)
            found.add(part)
            forms = map(self.norm, (name, *self._surfaces.get(entity, ())))
            if part[0] in self._unsure or any((who, role) in elsewhere for who in told.bearers(forms)):
                excused.add(part)
        return found - (excused - wanted)

    def _canonical(self, entity: str, name: str) -> str:
        """The gold name of an entity, by any form of it in the item; else its own."""
        own = self.norm(name)
        forms = (own, *self._here.get(entity, ()))
        return next((self._gold[form] for form in forms if form in self._gold), own)


def _participants(event: Event) -> Iterator[tuple[str, str, str]]:
    for person in event.people:
        yield person.person_id, person.name, person.role
    for body in event.organizations:
        yield body.organization_id, body.name, body.role


def judge_found_events(
    scope: Scope, cast: Cast, told: Told, matches: Sequence[Match], events: Mapping[str, Event]
) -> Iterator[Verdict]:
    """Verdicts on events found: the event, its date, each participant, and all of it together."""
    for match in matches:
        if match.counts and match.telling:
            yield from _judge(scope, cast, told, match, match.telling, events[match.telling.event_id])


def _judge(
    scope: Scope, cast: Cast, told: Told, match: Match, telling: EventMention, event: Event
) -> Iterator[Verdict]:
    name = f"{match.gold.type}: {match.gold.tellings[0].trigger}"

    def verdict(area: str, kind: str, gold: str | None, got: str | None) -> Verdict:
        start, label, confidence = telling.trigger_start, match.gold.type, event.confidence
        return Verdict(area, scope.page, kind, gold, got, start, telling.sentence, label, confidence)

    yield verdict("event", "RIGHT", name, f"{event.event_type}: {telling.trigger}")
    date, right_date = as_said(event.date_start, event.date_precision), _right_dates(match, told)
    date_right = date in right_date
    yield verdict("event_date", _kind(date_right), f"{name} {match.gold.date}", date)
    wanted = cast.wanted(match)
    named = cast.named(event, wanted, match, told)
    for part in sorted(wanted | named):
        kind = "RIGHT" if part in wanted & named else "MISSED" if part in wanted else "EXTRA"
        shown = f"{part[1]} {part[0]}"
        gold = f"{name}, {shown}" if part in wanted else f"{name}, no {shown}"
        yield verdict("event_role", kind, gold, shown if part in named else None)
    yield verdict("event_full", _kind(date_right and wanted == named), name, f"{date} {_shown(named)}")


def _kind(right: bool) -> str:
    return "RIGHT" if right else "WRONG"


def _shown(parts: set[Part]) -> str:
    return ", ".join(f"{role} {name}" for name, role in sorted(parts))


def _right_dates(match: Match, told: Told) -> set[str | None]:
    """What this telling says (no date where it gives no year), or the most precise date of all tellings."""
    date = match.gold.date
    own = None if date and date.startswith("--") else date
    return {own, *told.best_dates(match.gold.same_as)}
