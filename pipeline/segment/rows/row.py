"""A line of a page as a row: its shape, its date, its own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.text.fold import Folded
from pipeline.segment.text.line import Line


class Shape(Enum):
    """What a line looks like, taken alone."""

    RULE = "rule"
    NOISE = "noise"
    BYLINE = "byline"
    READ_MORE = "read more"
    DATE = "date"
    DATED_HEAD = "dated headline"
    DATED_PROSE = "dated prose"
    TIME = "time"
    CITY = "prose after a dateline"
    HEAD = "headline"
    RECORD = "record of a table"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `marker` counts the folded characters of its bullet or number.

    `text_start` and `text_end` bound its own words, without marker, date and time, in folded
    offsets; `stamp_start` and `stamp_end` bound its dateline where it has one.
    """

    index: int
    line: Line
    folded: Folded
    shape: Shape
    marker: int
    numbered: bool
    date: DateHit | None
    text_start: int
    text_end: int
    stamp_start: int
    stamp_end: int
    reason: str | None
    zone: str | None
    foreign: bool

    @property
    def text(self) -> str:
        """Its own words, folded."""
        return self.folded.text[self.text_start : self.text_end]

    @property
    def listed(self) -> bool:
        """A bullet or a number stands before it, no sign of emphasis around it."""
        sign = self.folded.text[: self.marker].strip()
        return bool(sign) and not self.folded.text.endswith(sign)

    @property
    def gap(self) -> bool:
        """A blank line stands before it."""
        return self.line.gap

    @property
    def skipped(self) -> bool:
        """No news by its own words."""
        return self.shape in (Shape.RULE, Shape.NOISE, Shape.READ_MORE)

    @property
    def is_text(self) -> bool:
        """Part of a body by its looks."""
        return self.shape in (Shape.PROSE, Shape.CITY)
