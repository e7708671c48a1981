"""How sure a telling is, from the evidence that made it; the points are data."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.resources import table
from pipeline.schema.flow import Participant


def confidence(candidate: Candidate, participants: Sequence[Participant], dated: bool, quoted: bool) -> float:
    """Estimated chance, 0 to 1, that the event is one: a sum of points of evidence."""
    points = table("events/words/confidence")
    total: int = points["base"] + points["kind"][candidate.frame.kind]
    total += max(points["evidence"].get(kind, 0) for kind in sorted(candidate.evidence))
    seen = points["seen"]
    total += seen["participant"] if participants else seen["no_participant"]
    total += seen["date"] if dated else 0
    total += seen["long_pattern"] if len(candidate.used) > 1 else 0
    total += seen["quoted"] if quoted else 0
    return round(min(max(total, 1), 99) / 100, 2)
