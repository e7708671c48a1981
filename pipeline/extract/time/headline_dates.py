"""The date of what a headline tells: that of the first words below it that tell of the like.

A headline names the news and leaves its day to the text: 'Poet jailed in Hanoi' above 'A court on Friday
sentenced ...'. Where no words below tell of the like, the news is what the first sentence is about: 'Teacher
nabbed' above 'Soldiers on Wednesday took X'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.schema.flow import CleanItem, DateMention, Telling

_SAID = ("statement", "appeal_or_letter")
_LIKE = {"detention": "custody", "arrest": "custody", "trial": "court", "charge": "court"}


def date_headlines(item: CleanItem, tellings: Sequence[Telling], lead: DateMention | None) -> list[Telling]:
    """The tellings of an item, in order, its headline's undated ones with the date of the text's.

    `lead` is the day of the first sentence below.
    """
    ends = [block.end for block in item.blocks if block.kind == "headline"]
    if not ends:
        return list(tellings)
    text = [t for t in tellings if t.trigger_start >= ends[-1]]
    return [_dated(t, text, lead) if t.trigger_start < ends[-1] and t.value is None else t for t in tellings]


def _dated(headline: Telling, text: Sequence[Telling], lead: DateMention | None) -> Telling:
    told = next((t for t in text if _kind(t) == _kind(headline)), None)
    if told is None and lead is not None and _kind(headline) not in _SAID:
        return replace(
            headline,
            value=lead.value,
            date_start=lead.date_start,
            date_end=lead.date_end,
            date_precision=lead.precision,
        )
    if told is None or told.date_start is None:
        return headline
    return replace(
        headline,
        value=told.value,
        date_start=told.date_start,
        date_end=told.date_end,
        date_precision=told.date_precision,
    )


def _kind(telling: Telling) -> str:
    return _LIKE.get(telling.event_type, telling.event_type)
