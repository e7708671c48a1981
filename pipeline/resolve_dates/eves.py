"""The eve of an event that is named, and halves of the month or year told of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.resolve_dates.anchors import FromEarlier
from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.told import Resolved
from pipeline.resolve_dates.words import S, compiled


@dataclass(frozen=True, slots=True)
class Eve:
    """The day before an event that the text has dated; the item's own date is none of an event."""

    relative: bool = True

    def resolve(self, context: Context) -> Resolved | None:
        found = FromEarlier(-1, "day").resolve(context)
        today = context.published
        return found if found and not (today and found.anchor == today.value) else None


_EVE = compiled(
    rf"(?:the|this|that){S}(?:very{S})?eve{S}of(?={S}(?:it|this|the|that|his|her|its|their|an?|these)\b)"
)
_HALF = compiled(
    rf"the{S}(?:first|second|other|latter|earlier){S}(?:half|part){S}of{S}(?:the|that|the{S}same){S}(?P<unit>month|year)"
)


def _eve(match: re.Match[str]) -> Eve:
    return Eve()


def _half(match: re.Match[str]) -> FromEarlier:
    return FromEarlier(0, match["unit"].casefold())


RULES = (
    Rule("eve of an event", _EVE, _eve, anchored_only=True),
    Rule("half of the month told of", _HALF, _half, anchored_only=True),
)
