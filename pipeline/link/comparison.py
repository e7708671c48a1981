"""What the comparison of two names comes to."""

from __future__ import annotations

from dataclasses import dataclass

SAME_IN_CORPUS = 0.8
"""From this likeness on two names are one entity wherever they stand."""

SAME_ON_PAGE = 0.7
"""On one page less is enough: a page rarely names two people so alike without telling them apart."""

DOUBTFUL = 0.5
"""From this likeness on a pair that is kept apart is listed for review."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Likeness of two names, 0 to 1.

    `fuller` is 1 where the right name says more than the left, -1 where less, 0 where as much.
    `conflict` means that the two cannot be one entity, whatever else links them.
    """

    score: float
    reason: str
    fuller: int = 0
    conflict: bool = False


UNLIKE = Verdict(0.0, "nothing in common")
