"""Are events that claim a confidence as often right as they claim?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.evaluate.verdict import Verdict

__all__ = ["Bin", "calibration_error", "reliability", "share_right"]

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Tellings whose event's confidence lies in [low, high); the last bin takes 1.0 too.

    `claimed` is their mean confidence, `right` the number that a gold event accounts for.
    """

    low: float
    high: float
    predicted: int
    right: int
    claimed: float

    @property
    def share_right(self) -> float:
        """Share of the predicted that are right; 0 of an empty bin."""
        return self.right / self.predicted if self.predicted else 0.0


def reliability(verdicts: Iterable[Verdict]) -> tuple[Bin, ...]:
    """The verdicts on predicted events by their confidence, ten bins of equal width.

    >>> rows = [Verdict("event", "a", kind, confidence=0.95) for kind in ("RIGHT", "RIGHT", "EXTRA")]
    >>> reliability(rows)[-1]
    Bin(low=0.9, high=1.0, predicted=3, right=2, claimed=0.95)
    """
    members: list[list[Verdict]] = [[] for _ in range(BINS)]
    for verdict in verdicts:
        if verdict.area == "event" and verdict.confidence is not None:
            # rounded first: 0.3 is stored a little below 3/10 times 10
            members[min(int(round(verdict.confidence * BINS, 9)), BINS - 1)].append(verdict)
    return tuple(_bin(number, rows) for number, rows in enumerate(members))


def _bin(number: int, rows: Sequence[Verdict]) -> Bin:
    claimed = sum(row.confidence or 0.0 for row in rows) / len(rows) if rows else 0.0
    right = sum(row.kind == "RIGHT" for row in rows)
    return Bin(number / BINS, (number + 1) / BINS, len(rows), right, round(claimed, 9))


def share_right(verdicts: Iterable[Verdict], above: float) -> tuple[float, int]:
    """Share of right ones among predicted events above a confidence, and how many those are."""
    kinds = [
        verdict.kind
        for verdict in verdicts
        if verdict.area == "event" and verdict.confidence is not None and verdict.confidence > above
    ]
    return (kinds.count("RIGHT") / len(kinds) if kinds else 0.0), len(kinds)


def calibration_error(bins: Iterable[Bin]) -> float:
    """Expected calibration error: the mean gap of claimed and right, weighted by the bins' sizes.

    >>> calibration_error([Bin(0.8, 0.9, 10, 8, 0.85), Bin(0.9, 1.0, 0, 0, 0.0)])
    0.05
    """
    filled = [bin for bin in bins if bin.predicted]
    total = sum(bin.predicted for bin in filled)
    gaps = sum(abs(bin.claimed - bin.share_right) * bin.predicted for bin in filled)
    return round(gaps / total, 9) if total else 0.0
