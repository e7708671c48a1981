"""Events of an item: a gold event is found by a telling of its kind with its trigger or sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.evaluate.gold import GoldEvent, GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Verdict
from pipeline.schema.dataset import Event, EventMention

__all__ = ["Match", "judge_extra_events", "match_events", "missed_events", "tells"]

# types that a reader would not call wrong for one another
_CLASS = {"arrest": "custody", "detention": "custody", "charge": "court", "trial": "court"}
PREFIX = 35  # characters of a sentence that are enough to know it by


@dataclass(frozen=True, slots=True)
class Match:
    """A gold event of an item and the telling that found it, None where none did."""

    gold: GoldEvent
    telling: EventMention | None

    @property
    def counts(self) -> bool:
        """False for gold events that count neither way: unsure ones, and those of no type."""
        return not self.gold.unsure and self.gold.type != "other"


def tells(
    gold: GoldEvent, telling: EventMention, event_type: str, norm: Callable[[str | None], str], strict: bool
) -> bool:
    """True where the telling may be one of the gold event.

    Strict asks for trigger and sentence, else one of them will do. An unsure gold event excuses any
    type, but only at its own trigger.
    """
    if not gold.unsure and _CLASS.get(event_type, event_type) != _CLASS.get(gold.type, gold.type):
        return False
    trigger, sentence = norm(telling.trigger), norm(telling.sentence)
    for told in gold.tellings:
        want, prefix = norm(told.trigger), norm(told.sentence_prefix)[:PREFIX]
        same_trigger = bool(trigger and want) and (trigger in want or want in trigger)
        same_sentence = bool(prefix) and prefix in sentence
        if gold.unsure:
            fits = same_trigger
        else:
            fits = same_trigger and same_sentence if strict else same_trigger or same_sentence
        if fits:
            return True
    return False


def match_events(
    scope: Scope, item: GoldItem, tellings: Sequence[EventMention], events: Mapping[str, Event]
) -> tuple[Match, ...]:
    """Every gold event of the item with its telling; sure events first, strict pairs before loose ones."""
    order = sorted(item.events, key=lambda event: event.unsure)
    found: dict[int, int] = {}
    used: set[int] = set()
    for strict in (True, False):
        for number, gold in enumerate(order):
            if number in found:
                continue
            for index, telling in enumerate(tellings):
                event_type = events[telling.event_id].event_type
                if index not in used and tells(gold, telling, event_type, scope.fold.norm, strict):
                    found[number] = index
                    used.add(index)
                    break
    return tuple(
        Match(gold, tellings[found[number]] if number in found else None) for number, gold in enumerate(order)
    )


def judge_extra_events(
    scope: Scope, matches: Sequence[Match], tellings: Sequence[EventMention], events: Mapping[str, Event]
) -> Iterator[Verdict]:
    """Tellings of events that no gold event of the item accounts for."""
    matched = {match.telling.event_id for match in matches if match.telling}
    for telling in tellings:
        event = events[telling.event_id]
        if telling.event_id not in matched and event.event_type != "other":
            for area in ("event", "event_date", "event_full"):
                yield Verdict(
                    area,
                    scope.page,
                    "EXTRA",
                    got=f"{event.event_type}: {telling.trigger}",
                    start=telling.trigger_start,
                    sentence=telling.sentence,
                    label=event.event_type,
                    confidence=event.confidence,
                )


def missed_events(
    scope: Scope, item: GoldItem, matches: Sequence[Match], note: str | None = None
) -> Iterator[Verdict]:
    """The events of an item that no telling found; `note` says why, where the item itself is missing."""
    for match in matches:
        if match.counts and match.telling is None:
            told = match.gold.tellings[0]
            for area in ("event", "event_date", "event_full"):
                yield Verdict(
                    area,
                    scope.page,
                    "MISSED",
                    gold=f"{match.gold.type}: {told.trigger}",
                    got=note,
                    start=scope.locate(item, told.sentence_prefix, told.trigger),
                    sentence=told.sentence_prefix,
                    label=match.gold.type,
                )
