"""The rows of the CSV files in `curation/`, refused with file and line where they are malformed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from types import MappingProxyType

from pipeline.curation.cells import check_cells
from pipeline.curation.contradictions import check_contradictions
from pipeline.curation.decisions import COLUMNS, DECISIONS, OPTIONAL, Decision
from pipeline.curation.ids import FILE, load_ids
from pipeline.errors import PipelineError
from pipeline.spreadsheet import Record, csv_rows, restore

_SHEETS = (".csv", ".tsv", ".xls", ".xlsx", ".ods")


def load_decisions(folder: Path, file: str) -> list[Decision]:
    """The decided rows of one curation file; none where the file or folder does not exist.

    A row whose cell `decision` is empty is not decided yet, and passed over.

    Raises PipelineError, naming the lines, where columns, decisions or cells are malformed or two rows
    say different things of the same target; and where the folder has files as `unread_files` names them.
    """
    if strange := unread_files(folder):
        raise PipelineError(strange)
    path = folder / f"{file}.csv"
    if not path.exists():
        return []
    header, rows = csv_rows(path)
    _check_columns(path, header, COLUMNS[file], OPTIONAL[file])
    found, problems = [], []
    for line, row in rows:
        if (row.get("decision") or "").strip():
            try:
                found.append(_decision(path, line, row))
            except PipelineError as error:
                problems.append(str(error))
    if problems:
        raise PipelineError("; ".join(problems))
    check_contradictions(found)
    return found


def unread_files(folder: Path) -> str | None:
    """What is wrong where a folder has CSV files or spreadsheets under names that nothing reads."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    read = {FILE, *(f"{file}.csv" for file in COLUMNS)}
    strange = [name for name in names if name.lower().endswith(_SHEETS) and name not in read]
    if not strange:
        return None
    decided = ", ".join(f"{file}.csv" for file in COLUMNS)
    return f"{folder}: no decisions are read from {', '.join(strange)}; the files are called {decided}"


def check_decisions(folder: Path, event_types: Collection[str]) -> None:
    """Read every curation file, so that an error in one shows before any work is done.

    Raises PipelineError as `load_decisions` does, and for event types that are none.
    """
    load_ids(folder)
    found = [decision for file in COLUMNS for decision in load_decisions(folder, file)]
    unknown = [d for d in found if d.cells.get("event_type", "") not in ("", *event_types)]
    if unknown:
        lines = ", ".join(f"line {decision.line} {decision['event_type']!r}" for decision in unknown)
        path = folder / f"{unknown[0].file}.csv"
        raise PipelineError(
            f"{path}: no such event type: {lines}; choose of {', '.join(sorted(event_types))}"
        )


def _check_columns(
    path: Path, header: Sequence[str], columns: Sequence[str], optional: Sequence[str]
) -> None:
    """Raise PipelineError, naming every column that is unknown or lacking."""
    unknown = [repr(name) for name in header if name not in columns]
    lacking = [name for name in columns if name not in (*header, *optional)]
    wrong = [f"unknown {', '.join(unknown)}"] if unknown else []
    wrong += [f"lacking {', '.join(lacking)}"] if lacking else []
    if wrong:
        raise PipelineError(f"{path} line 1: columns {' and '.join(wrong)}; they are {','.join(columns)}")


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
