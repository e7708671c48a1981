"""What the comparison finds, one row a thing judged; every figure is a sum over these rows."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AREAS", "CLUSTERED_AREAS", "COUNTS", "FOLLOWING_AREAS", "Judgement", "Unit", "Verdict"]

# `headline` and `published` have one answer an item: their p, r and f1 are all the share of right ones.
# `event_role` asks about the events found, `event_date` and `event_full` about all.
AREAS = (
    "items", "headline", "published", "typos", "person", "organization", "place", "linking",
    "date_found", "date", "event", "event_date", "event_role", "event_full", "joining",
)  # fmt: skip
CLUSTERED_AREAS = ("linking", "joining")
# areas whose missed and extra rows are those of another area, once more
FOLLOWING_AREAS = ("date_found", "event_date", "event_full")

# (true positives, false positives, false negatives) that a verdict of each kind counts for
COUNTS = {
    "RIGHT": (1, 0, 0),
    "MISSED": (0, 0, 1),
    "EXTRA": (0, 1, 0),
    "SPLIT": (0, 1, 0),
    "WRONG": (0, 1, 1),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One gold label or one predicted row, judged.

    `kind` is a key of COUNTS: SPLIT is a second entity for a gold one that was already found, WRONG
    a prediction that was paired with a gold label and says something else. `start` counts characters
    of the page's text. `label` is the event type, `confidence` that of a predicted event.
    """

    area: str
    page: str
    kind: str
    gold: str | None = None
    got: str | None = None
    start: int | None = None
    sentence: str | None = None
    label: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A mention or telling found, with the gold cluster and the predicted cluster it belongs to."""

    area: str
    page: str
    key: tuple[str, ...]
    gold: str
    got: str


Judgement = Verdict | Unit
