"""A text that is repaired step by step while every character knows its raw place."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.schema.flow import Edit


@dataclass(frozen=True, slots=True)
class Fix:
    """A stretch of the text at hand and what it should read.

    `kind` is a correction kind, or None for a mere change of white space that needs no row.
    `shown` is the wider stretch that a reader of the correction needs to see.
    """

    start: int
    end: int
    replacement: str
    kind: str | None = None
    confidence: float = 1.0
    shown: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix that counts as a correction, in raw offsets."""

    start: int
    end: int
    corrected: str
    kind: str
    confidence: float


class TracedText:
    """Text with the raw span of each of its characters.

    >>> traced = TracedText.cut("in  teh end", 0, 11)
    >>> traced.apply([Fix(2, 4, " "), Fix(4, 7, "the", "spelling", 0.9)])
    [Repair(start=4, end=7, corrected='the', kind='spelling', confidence=0.9)]
    >>> traced.text
    'in the end'
    >>> [(e.start, e.end, e.raw_start, e.raw_end) for e in traced.edits("in  teh end", 0)]
    [(2, 3, 2, 4), (3, 6, 4, 7)]
    """

    def __init__(self, text: str, starts: array[int], ends: array[int]) -> None:
        self.text = text
        self._starts = starts
        self._ends = ends

    @classmethod
    def cut(cls, raw: str, start: int, end: int) -> TracedText:
        """The raw stretch, not yet repaired."""
        return cls(raw[start:end], array("q", range(start, end)), array("q", range(start + 1, end + 1)))

    def apply(self, fixes: Sequence[Fix]) -> list[Repair]:
        """Carry out fixes, none of them empty, in order and without overlap; those that count."""
        if not fixes:
            return []
        repairs = [self._repair(fix) for fix in fixes if fix.kind is not None]
        parts: list[str] = []
        starts, ends = array("q"), array("q")
        at = 0
        for fix in fixes:
            parts += (self.text[at : fix.start], fix.replacement)
            starts += self._starts[at : fix.start]
            ends += self._ends[at : fix.start]
            size = len(fix.replacement)
            starts += array("q", [self._starts[fix.start]]) * size
            ends += array("q", [self._ends[fix.end - 1]]) * size
            at = fix.end
        self.text = "".join((*parts, self.text[at:]))
        self._starts = starts + self._starts[at:]
        self._ends = ends + self._ends[at:]
        return repairs

    def _repair(self, fix: Fix) -> Repair:
        start, end = fix.shown or (fix.start, fix.end)
        corrected = self.text[start : fix.start] + fix.replacement + self.text[fix.end : end]
        kind = fix.kind or ""
        return Repair(self._starts[start], self._ends[end - 1], corrected, kind, fix.confidence)

    def reading(self, raw_start: int, raw_end: int) -> str:
        """What the text says for a raw span."""
        return self.text[bisect_left(self._starts, raw_start) : bisect_right(self._ends, raw_end)]

    def strip(self) -> TracedText:
        """Without the spaces at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        return TracedText(self.text[start:end], self._starts[start:end], self._ends[start:end])

    @classmethod
    def lines(cls, parts: Sequence[TracedText]) -> TracedText:
        """Texts joined by one line end each, which stands for whatever is between them in the raw text."""
        starts, ends = array("q"), array("q")
        for number, part in enumerate(parts):
            if number:
                starts.append(ends[-1])
                ends.append(part._starts[0])
            starts += part._starts
            ends += part._ends
        return cls("\n".join(part.text for part in parts), starts, ends)

    def edits(self, raw: str, origin: int) -> list[Edit]:
        """Where this text differs from the raw one, read from raw offset `origin` on."""
        found: list[Edit] = []
        reached = 0  # raw characters told so far, as the alignment counts them
        if self.text and self._starts[0] != 0:
            found.append(Edit(0, 0, origin, self._starts[0]))
            reached = self._starts[0]
        for start, end, raw_start, raw_end in self._stretches(raw):
            if raw_start > reached:
                found.append(Edit(start, start, reached, raw_start))
            if end - start != raw_end - raw_start or self.text[start:end] != raw[raw_start:raw_end]:
                found.append(Edit(start, end, raw_start, raw_end))
            reached = raw_end
        return found

    def _stretches(self, raw: str) -> Iterator[tuple[int, int, int, int]]:
        """Clean and raw bounds of each run of characters that share a raw span, or that reads as raw."""
        bounds = (0, *self._breaks(), len(self.text)) if self.text else ()
        for start, end in pairwise(bounds):
            raw_start, raw_end = self._starts[start], self._ends[end - 1]
            if self.text[start:end] == raw[raw_start:raw_end]:
                yield start, end, raw_start, raw_end
            else:
                yield from self._spans(start, end)

    def _breaks(self) -> list[int]:
        """Where a character neither follows the one before it as in the raw text nor shares its raw span."""
        import numpy

        starts, ends = (numpy.frombuffer(each, numpy.int64) for each in (self._starts, self._ends))
        lone = ends - starts == 1
        step, end_step = numpy.diff(starts), numpy.diff(ends)
        goes_on = (step == 1) & (end_step == 1) & lone[1:] & lone[:-1]
        places: list[int] = (numpy.flatnonzero(~goes_on & ((step != 0) | (end_step != 0))) + 1).tolist()
        return places

    def _spans(self, start: int, stop: int) -> Iterator[tuple[int, int, int, int]]:
        """Clean and raw bounds of each run of characters in a stretch that share a raw span."""
        while start < stop:
            span = self._starts[start], self._ends[start]
            end = start + 1
            while end < stop and (self._starts[end], self._ends[end]) == span:
                end += 1
            yield start, end, *span
            start = end
