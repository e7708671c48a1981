"""Why an event should be looked at: what of its row no sentence that tells it says.

A date, a participant or a place that was carried over from the sentences before is wrong more often than
one that is said. Nothing is stored for it: the tables tell where each sentence, name and date stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.schema.dataset import DateRow, Event, EventMention, Item, MentionRow

INHERITED = 0.9
"""What an event keeps of its confidence for each part (date, participants, place) that no sentence says."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """How sure an event is with all its parts, 0 to 1, and what speaks for looking at it."""

    sure: float
    reasons: tuple[str, ...]


class Doubts:
    """Judges events by the tables; all rows of a dataset are given."""

    def __init__(
        self, items: Iterable[Item], mentions: Iterable[MentionRow], dates: Iterable[DateRow]
    ) -> None:
        self._days = {item.item_id: item.published_on for item in items}
        self._names: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for mention in mentions:
            self._names[mention.item_id].append((mention.start, mention.entity_id))
        self._dates: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in dates:
            self._dates[row.item_id].append((row.start, row.text))
        for rows in (*self._names.values(), *self._dates.values()):
            rows.sort()

    def of(self, event: Event, tellings: Sequence[EventMention], below: float) -> Doubt:
        """The doubt about an event that `tellings` tell; `below` is the limit of confidence."""
        inherited = [reason for reason in self._inherited(event, tellings) if reason]
        sure = round(event.confidence * INHERITED ** len(inherited), 4)
        reasons = ("doubtful trigger",) if event.confidence < below else ()
        return Doubt(sure, (*reasons, *inherited))

    def _inherited(self, event: Event, tellings: Sequence[EventMention]) -> Iterator[str]:
        """One reason a part."""
        named = {who for told in tellings for who in _inside(self._names[told.item_id], told)}
        dated = any(True for told in tellings for _ in _inside(self._dates[told.item_id], told))
        if event.date_start is not None and not dated and not self._is_of_entry(event, tellings):
            yield "inherited date"
        people = ((p.person_id, p.name, p.role) for p in event.people)
        bodies = ((b.organization_id, b.name, b.role) for b in event.organizations)
        yield ", ".join(
            f"inherited {role}: {name}" for who, name, role in (*people, *bodies) if who not in named
        )
        if event.place_id is not None and event.place_id not in named:
            yield f"inherited place: {event.place_name}"

    def _is_of_entry(self, event: Event, tellings: Sequence[EventMention]) -> bool:
        """True where the event has the day of an item that tells it, as in a chronicle."""
        days = (self._days.get(told.item_id) for told in tellings)
        return any(day is not None and _holds(event, day) for day in days)


def _holds(event: Event, day: date) -> bool:
    assert event.date_start is not None
    return event.date_start <= day <= (event.date_end or event.date_start)


def _inside(rows: Sequence[tuple[int, str]], told: EventMention) -> Iterator[str]:
    """What stands inside the sentence of a telling."""
    for i in range(bisect_left(rows, (told.start, "")), len(rows)):
        start, what = rows[i]
        if start >= told.end:
            return
        yield what
