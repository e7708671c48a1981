"""What all tellings of one gold event say together.

A dataset joins the tellings of an event over items and pages, as it must, and then shows in each of
them the most precise date and all participants. Both readings are right: that of the telling at hand
and that of all tellings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.evaluate.fold import Folding
from pipeline.evaluate.gold import GoldItem, GoldPage

__all__ = ["Told", "Who"]

Who = tuple[str, str]  # kind and gold identity of a person or organisation


@dataclass(slots=True)
class _Event:
    dates: set[str] = field(default_factory=set)
    participants: set[tuple[Who, str]] = field(default_factory=set)


class Told:
    """The gold set as a whole: who bears a name, and what is said of an event that is told often."""

    def __init__(self, pages: Iterable[GoldPage]) -> None:
        self._norm = Folding().norm
        self._bearers: defaultdict[str, set[Who]] = defaultdict(set)
        self._events: defaultdict[str, _Event] = defaultdict(_Event)
        for page in pages:
            for item in page.items:
                self._add(item)

    def _add(self, item: GoldItem) -> None:
        here: dict[str, Who] = {}
        for entity in item.actors:
            who = (entity.kind, entity.id or self._norm(entity.name))
            for form in entity.surfaces:
                here[form] = who
                self._bearers[self._norm(form)].add(who)
        for event in item.events:
            if event.same_as:
                known = self._events[event.same_as]
                if event.date and not event.unsure:
                    known.dates.add(event.date)
                named = (part for part in event.participants if part.name in here)
                known.participants |= {(here[part.name], part.role) for part in named}

    def bearers(self, folded: Iterable[str]) -> set[Who]:
        """Who bears one of the names, which are given folded."""
        return {who for name in folded for who in self._bearers.get(name, ())}

    def best_dates(self, same_as: str | None) -> set[str]:
        """The most precise dates that any telling gives; those without a year are none."""
        dates = self._event(same_as).dates
        longest = max(map(len, dates), default=0)
        return {date for date in dates if len(date) == longest and not date.startswith("--")}

    def participants(self, same_as: str | None) -> set[tuple[Who, str]]:
        """Everybody whom any telling names, with their roles."""
        return self._event(same_as).participants

    def _event(self, same_as: str | None) -> _Event:
        return self._events.get(same_as or "", _Event())
