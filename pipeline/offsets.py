"""From offsets in repaired text back to the raw characters that say so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from pipeline.schema.flow import Edit


class Alignment:
    """Maps spans of a clean text to spans of the raw text it was made from.

    Between edits both texts run in step; a span that touches an edit takes all of it, so that the
    raw characters always hold what the clean ones say.

    >>> raw, clean = "in teh  end", "in the end"
    >>> align = Alignment([Edit(3, 6, 3, 6), Edit(6, 7, 6, 8)])
    >>> start, end = align.to_raw(3, 6)
    >>> raw[start:end], raw[slice(*align.to_raw(7, 10))]
    ('teh', 'end')
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._raw_starts = [edit.raw_start for edit in edits]

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a clean span; both ends exclusive on the right."""
        return self._left(start), self._right(end)

    def to_clean(self, start: int, end: int) -> tuple[int, int]:
        """The clean span of a raw span; empty, or beyond the clean text, where that does not hold it.

        >>> Alignment([Edit(3, 6, 3, 6), Edit(6, 7, 6, 8)]).to_clean(8, 11)
        (7, 10)
        """
        return self._clean(start), self._clean(end)

    def _clean(self, position: int) -> int:
        index = bisect_right(self._raw_starts, position)
        if not index:
            return position
        edit = self._edits[index - 1]
        return edit.start if position < edit.raw_end else edit.end + position - edit.raw_end

    def _left(self, position: int) -> int:
        edit = self._before(position)
        if edit is None:
            return position
        if position < edit.end:
            return edit.raw_start
        return edit.raw_end + position - edit.end

    def _right(self, position: int) -> int:
        edit = self._before(position - 1)
        if edit is None:
            return position
        if position <= edit.end:
            return edit.raw_end
        return edit.raw_end + position - edit.end

    def _before(self, position: int) -> Edit | None:
        index = bisect_right(self._starts, position)
        return self._edits[index - 1] if index else None
