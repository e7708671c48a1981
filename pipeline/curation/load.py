"""The rows of the CSV files in `curation/`, refused with file and line where they are malformed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import MappingProxyType

from pipeline.curation.cells import check_cells
from pipeline.curation.contradictions import check_contradictions
from pipeline.curation.decisions import COLUMNS, DECISIONS, OPTIONAL, Decision
from pipeline.errors import PipelineError
from pipeline.spreadsheet import Record, csv_rows, restore


def load_decisions(folder: Path, file: str) -> list[Decision]:
    """The decided rows of one curation file; none where the file or folder does not exist.

    A row whose cell `decision` is empty is not decided yet, and passed over.

    Raises PipelineError, naming the line, where a column, a decision or a cell is malformed or two rows
    say different things of the same target.
    """
    path = folder / f"{file}.csv"
    if not path.exists():
        return []
    header, rows = csv_rows(path)
    wrong = set(header) ^ set(COLUMNS[file])
    if wrong - OPTIONAL or (file == "entities" and "entity" in wrong):
        raise PipelineError(f"{path} line 1: the columns must be {','.join(COLUMNS[file])}")
    found = [_decision(path, line, row) for line, row in rows if (row.get("decision") or "").strip()]
    check_contradictions(found)
    return found


def check_decisions(folder: Path, event_types: Collection[str]) -> None:
    """Read every curation file, so that an error in one shows before any work is done.

    Raises PipelineError as `load_decisions` does, and for an event type that is none.
    """
    for file in COLUMNS:
        for decision in load_decisions(folder, file):
            kind = decision.cells.get("event_type", "")
            if kind and kind not in event_types:
                raise decision.malformed(f"no event type is called {kind!r}")


def _decision(path: Path, line: int, row: Record) -> Decision:
    file = path.stem
    if None in row:
        raise PipelineError(f"{path} line {line}: more cells than columns; quote commas")
    cells = {column: restore((row.get(column) or "").strip()) for column in COLUMNS[file]}
    decision = Decision(file, line, cells["decision"], MappingProxyType(cells), path.parent)
    if decision.decision not in DECISIONS[file]:
        allowed = ", ".join(DECISIONS[file])
        raise decision.malformed(f"decision {decision.decision!r} is not one of {allowed}")
    check_cells(decision)
    return decision
