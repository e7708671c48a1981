"""Tellings joined to events: which tellings of one gold event carry one event_id?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.evaluate.events import Match, tells
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Unit
from pipeline.schema.dataset import Event, EventMention

__all__ = ["joining_units"]


def joining_units(
    scope: Scope, matches: Sequence[Match], tellings: Sequence[EventMention], events: Mapping[str, Event]
) -> Iterator[Unit]:
    """A unit for each telling found: its gold cluster is `same_as`, its predicted one the event_id.

    Beside the telling that found a gold event these are the further ones in the item that share
    trigger and sentence with one of the gold event's own tellings.
    """
    found = [match for match in matches if match.telling]
    owner = {match.telling: match for match in found}
    sure = [match for match in found if match.counts]
    for telling in tellings:
        match = owner.get(telling) or next(
            (
                match
                for match in sure
                if tells(match.gold, telling, events[telling.event_id].event_type, scope.fold.norm, True)
            ),
            None,
        )
        if match and match.counts:
            key = (telling.item_id, str(telling.trigger_start), telling.event_id)
            gold = match.gold.same_as or f"{scope.page} {telling.item_id} {match.gold.tellings[0]}"
            yield Unit("joining", scope.page, key, gold, got=telling.event_id)
