"""What a line's dateline is: its place in the line, its date, and the words left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.segment.dating.datelines import DateHit

_ENTRY_WORDS = 16


class Stamp(Enum):
    """Place of the dateline in its line."""

    NONE = "none"
    ALONE = "alone"
    BEFORE = "before"
    AFTER = "after"
    CITY = "city"
    TIME = "time"
    RECORD = "record of a database"


@dataclass(frozen=True, slots=True)
class Reading:
    """A line's dateline and the line's own words, in folded offsets."""

    kind: Stamp
    date: DateHit | None
    text_start: int
    text_end: int
    stamp_start: int
    stamp_end: int

    def entry_like(self, text: str) -> bool:
        """A colon after the date, or many words, make the entry of a chronicle even without a full stop."""
        sign = text[self.stamp_end : self.text_start].strip()
        return sign in (":", ";") or len(text[self.text_start : self.text_end].split()) >= _ENTRY_WORDS

    @property
    def starts_with_date(self) -> bool:
        """A date is what the line begins with."""
        return self.kind in (Stamp.ALONE, Stamp.BEFORE) and self.date is not None and self.date.start == 0
