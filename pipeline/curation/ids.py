"""The ledger of ids, `curation/ids.csv`: each with a mention by which its entity is known again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.schema.dataset import ENTITY_KINDS
from pipeline.schema.linking import KeptId
from pipeline.spreadsheet import csv_rows, defuse, restore

FILE = "ids.csv"
COLUMNS = ("kind", "id", "item_id", "words")


def load_ids(folder: Path) -> list[KeptId]:
    """The rows of the ledger; none where there is no such file.

    Raises PipelineError, naming the line, where a column or cell is lacking, or a kind is none.
    """
    path = folder / FILE
    if not path.exists():
        return []
    header, rows = csv_rows(path)
    if header != COLUMNS:
        raise PipelineError(f"{path}: its columns are {', '.join(COLUMNS)}, not {', '.join(header)}")
    found = []
    for line, row in rows:
        cells = [restore((row.get(column) or "").strip()) for column in COLUMNS]
        if not all(cells) or cells[0] not in ENTITY_KINDS:
            raise PipelineError(f"{path} line {line}: each row has a kind, an id, an item and words of it")
        found.append(KeptId(*cells))
    return found


def ledger(kept: Sequence[KeptId], now: Iterable[KeptId]) -> list[KeptId]:
    """The rows that were kept, whether or not their mentions are still there, then those of new ids."""
    known = {(row.entity_kind, row.entity_id) for row in kept}
    fresh = (row for row in now if (row.entity_kind, row.entity_id) not in known)
    return [*kept, *sorted(fresh, key=lambda row: (row.entity_kind, row.entity_id))]


def ledger_text(rows: Iterable[KeptId]) -> str:
    """The ledger as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow(map(defuse, (row.entity_kind, row.entity_id, row.item_id, row.words)))
    return text.getvalue()
