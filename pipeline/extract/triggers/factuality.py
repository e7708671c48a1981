"""What a clause says of its event: that it happened, or why it is none."""

from __future__ import annotations

from enum import Enum


class Factuality(Enum):
    """Only the first tells of an event; the second does where a date is set for it."""

    HAPPENED = "happened"
    ANNOUNCED = "announced"
    NEGATED = "negated"
    UNREAL = "unreal"
    GENERAL = "general"
