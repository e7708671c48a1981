"""Two rows of a curation file that say different things of the same target."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pipeline.curation.decisions import Decision

PAIRS = ("same", "not_same")
TOGETHER = frozenset({"rename", "retype"})
"""Decisions on one entity that go together: it may be called otherwise and be of another kind."""


def check_contradictions(decisions: Iterable[Decision]) -> None:
    """Raise PipelineError, naming both lines, where two decisions cannot both be carried out."""
    earlier: defaultdict[tuple[str, ...], list[Decision]] = defaultdict(list)
    for decision in decisions:
        about = earlier[_target(decision)]
        for other in about:
            if {decision.decision, other.decision} != TOGETHER and _says(other) != _says(decision):
                raise decision.malformed(f"contradicts line {other.line}; keep one of the two")
        about.append(decision)


def _target(decision: Decision) -> tuple[str, ...]:
    """What a decision is about."""
    if decision.file == "items":
        return decision["page_id"], decision["at"]
    if decision.file == "entities":
        if decision.decision in PAIRS:
            return "pair", decision["kind"], *sorted((decision["entity"], decision["other"]))
        return decision["kind"], decision["entity"]
    if decision.decision == "assign":
        return "whose", decision["page_id"], decision["start"], decision["end"]
    return decision["page_id"], decision["start"], decision["end"], decision.cells.get("event_type", "")


def _says(decision: Decision) -> tuple[str, ...]:
    """Its cells but for notes and proofs, and for a pair but for which of the two stands first."""
    ignored = {"note", "words"} | ({"entity", "other"} if decision.decision in PAIRS else set())
    return tuple(value for column, value in decision.cells.items() if column not in ignored)
