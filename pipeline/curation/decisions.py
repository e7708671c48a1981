"""The files of `curation/`: their columns and decisions, one row of them, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pipeline.errors import PipelineError
from pipeline.schema.dataset import DecisionRow

COLUMNS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "items": ("decision", "page_id", "at", "end", "words", "published", "note"),
        "mentions": ("decision", "page_id", "start", "end", "words", "kind", "entity", "note"),
        "entities": ("decision", "kind", "entity", "other", "note"),
        "events": (
            "decision", "page_id", "start", "end", "words", "event_type", "date", "place", "people",
            "organizations", "note",
        ),
    }
)  # fmt: skip
"""Columns of each file, in order. `note` is free; docs/curation.md says what the others hold."""

OPTIONAL: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "items": ("end", "published", "note"),
        "mentions": ("entity", "note"),
        "entities": ("note",),
        "events": ("note",),
    }
)
"""Columns that a file may lack."""

DECISIONS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "items": ("split", "join", "set", "item", "keep", "reject"),
        "mentions": ("reject", "retype", "add", "assign"),
        "entities": ("same", "not_same", "rename", "retype", "reject"),
        "events": ("reject", "set", "add"),
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of a curation file: what was decided, and where it stands (line 1 is the header)."""

    file: str
    line: int
    decision: str
    cells: MappingProxyType[str, str]
    folder: Path = Path("curation")

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def __reduce__(self) -> tuple[Any, ...]:  # a MappingProxyType does not travel to other processes
        return _decision, (self.file, self.line, self.decision, dict(self.cells), self.folder)

    @property
    def where(self) -> str:
        """File and line, as errors name them."""
        return f"{self.folder / self.file}.csv line {self.line}"

    def lost(self, problem: str) -> Outcome:
        """The outcome of a decision that was not carried out."""
        return Outcome(self, problem)

    def number(self, column: str) -> int:
        """A cell as a whole number; raises PipelineError where it is none."""
        try:
            return int(self.cells[column])
        except ValueError:
            raise self.malformed(f"{column} must be a whole number, not {self.cells[column]!r}") from None

    def malformed(self, problem: str) -> PipelineError:
        """The error of a row that says something which no page could make right."""
        return PipelineError(f"{self.where}: {problem}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision: None, or why it did not find its target."""

    decision: Decision
    problem: str | None = None

    @property
    def row(self) -> DecisionRow:
        """The outcome as it is published."""
        decision = self.decision
        return DecisionRow(
            decision.file, decision.line, decision.decision, self.problem is None, self.problem
        )


def _decision(file: str, line: int, decision: str, cells: dict[str, str], folder: Path) -> Decision:
    return Decision(file, line, decision, MappingProxyType(cells), folder)
