"""An item as rows of its page, before it is offsets."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.segment.layouts.heads import Head


@dataclass(frozen=True, slots=True)
class ItemRows:
    """An item as rows: those of its head, those of its body, and the section row that dates it."""

    head: Head
    top: tuple[int, ...]
    body: tuple[int, ...]
    section: int | None

    @property
    def rows(self) -> tuple[int, ...]:
        """All rows that say something of the item, in order."""
        return self.top + self.body
