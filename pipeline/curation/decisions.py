"""The CSV files of `curation/`: which there are, what their rows may say, and errors with line numbers."""

from __future__ import annotations

import csv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pipeline.errors import PipelineError
from pipeline.schema.dataset import DecisionRow
from pipeline.spreadsheet import restore

COLUMNS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "items": ("decision", "page_id", "at", "words", "published", "note"),
        "mentions": ("decision", "page_id", "start", "end", "words", "kind", "entity", "note"),
        "entities": ("decision", "kind", "entity", "other", "note"),
        "events": (
            "decision", "page_id", "start", "end", "words", "event_type", "date", "place", "people",
            "organizations", "note",
        ),
    }
)  # fmt: skip
"""Columns of each file, in order. `note` is free; docs/curation.md says what the others hold."""

OPTIONAL = {"note", "published", "entity"}
"""Columns that a file may lack (`entity` of mentions)."""

DECISIONS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "items": ("split", "join", "set"),
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
            value = self.cells[column]
            raise PipelineError(f"{self.where}: {column} must be a whole number, not {value!r}") from None


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


def load_decisions(folder: Path, file: str) -> list[Decision]:
    """The decided rows of one curation file; none where the file or folder does not exist.

    A row whose cell `decision` is empty is not decided yet, and passed over.

    Raises PipelineError, naming the line, where a column or a decision is unknown or two rows
    say different things of the same target.
    """
    path = folder / f"{file}.csv"
    if not path.exists():
        return []
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream)
            wrong = set(reader.fieldnames or ()) ^ set(COLUMNS[file])
            if wrong - OPTIONAL or (file == "entities" and "entity" in wrong):
                raise PipelineError(f"{path} line 1: the columns must be {','.join(COLUMNS[file])}")
            rows = [(reader.line_num, row) for row in reader]
        found = [_decision(path, line, row) for line, row in rows if (row.get("decision") or "").strip()]
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise PipelineError(f"{path}: not readable as CSV in UTF-8 ({error}); save it so") from None
    _contradictions(found)
    return found


def check_decisions(folder: Path, event_types: Collection[str]) -> None:
    """Read every curation file, so that an error in one shows before any work is done.

    Raises PipelineError as `load_decisions` does, and for an event type that is none.
    """
    for file in COLUMNS:
        for decision in load_decisions(folder, file):
            kind = decision.cells.get("event_type", "")
            if kind and kind not in event_types:
                raise PipelineError(f"{decision.where}: no event type is called {kind!r}")


def _decision(path: Path, line: int, row: dict[str, str | None]) -> Decision:
    file = path.stem
    if None in row:
        raise PipelineError(f"{path} line {line}: more cells than columns; quote commas")
    cells = {column: restore((row.get(column) or "").strip()) for column in COLUMNS[file]}
    decision = Decision(file, line, cells["decision"], MappingProxyType(cells), path.parent)
    if decision.decision not in DECISIONS[file]:
        allowed = ", ".join(DECISIONS[file])
        raise PipelineError(f"{decision.where}: decision {decision.decision!r} is not one of {allowed}")
    return decision


def _contradictions(decisions: list[Decision]) -> None:
    seen: dict[tuple[str, ...], Decision] = {}
    for decision in decisions:
        target = _target(decision)
        earlier = seen.setdefault(target, decision)
        if earlier is not decision and _says(earlier) != _says(decision):
            raise PipelineError(f"{decision.where}: contradicts line {earlier.line}; keep one of the two")


def _target(decision: Decision) -> tuple[str, ...]:
    """What a decision is about; two rows with one target must agree."""
    if decision.file == "items":
        return decision["page_id"], decision["at"]
    if decision.file == "entities":
        if decision.decision in ("same", "not_same"):
            return "pair", decision["kind"], *sorted((decision["entity"], decision["other"]))
        return decision["kind"], decision["entity"]
    if decision.decision == "assign":
        return "whose", decision["page_id"], decision["start"], decision["end"]
    return decision["page_id"], decision["start"], decision["end"], decision.cells.get("event_type", "")


def _says(decision: Decision) -> tuple[str, ...]:
    ignored = (
        ("note", "words", "entity", "other")
        if decision.decision in ("same", "not_same")
        else ("note", "words")
    )
    return tuple(value for column, value in decision.cells.items() if column not in ignored)
