"""A page's text as it was repaired: what a stretch of raw characters should read."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

# Repairs of white space, line wraps and unseen characters have no row in `corrections`.
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff-]+")


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """A row of `corrections`: raw offsets and what they are read as."""

    start: int
    end: int
    corrected: str


class Reading:
    """A page's text and its repairs."""

    def __init__(self, text: str, repairs: Iterable[Repair]) -> None:
        self.text = text
        self._repairs = sorted(repairs)
        self._starts = [repair.start for repair in self._repairs]
        self._longest = max((repair.end - repair.start for repair in self._repairs), default=0)

    def agrees(self, start: int, end: int, told: str) -> bool:
        """True where a stored text is what the raw span reads, white space apart.

        >>> Reading("in teh  end", [Repair(3, 6, "the")]).agrees(3, 11, "the end")
        True
        """
        raw = self.text[start:end]
        if raw == told:
            return True
        wanted = fold(told)
        if wanted in (fold(raw), fold(self.repaired(start, end))):
            return True
        wide_start, wide_end = self._widened(start, end)
        return (wide_start, wide_end) != (start, end) and wanted in fold(self.repaired(wide_start, wide_end))

    def repaired(self, start: int, end: int) -> str:
        """The raw span with the repairs that lie within it."""
        parts: list[str] = []
        at = start
        for repair in self._near(start, end):
            if at <= repair.start and repair.end <= end:
                parts += (self.text[at : repair.start], repair.corrected)
                at = repair.end
        return "".join((*parts, self.text[at:end]))

    def _near(self, start: int, end: int) -> list[Repair]:
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [repair for repair in self._repairs[first:last] if repair.end > start]

    def _widened(self, start: int, end: int) -> tuple[int, int]:
        """The span with the repairs that it touches."""
        near = self._near(start, end)
        return min([start, *(r.start for r in near)]), max([end, *(r.end for r in near)])


def fold(text: str) -> str:
    """Text without what repairs change silently: white space, hyphens at line ends, unseen characters."""
    if text.isascii():
        return _UNSEEN.sub("", text)
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", _UNSEEN.sub("", text)))
