"""What one line of a page is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that is read as one line; `gap` where a blank line stands before it."""

    start: int
    end: int
    gap: bool
