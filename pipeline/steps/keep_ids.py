"""ids of the last run → curation/ids.csv."""

from __future__ import annotations

from pathlib import Path

from pipeline.curation import ledger, ledger_text, load_ids
from pipeline.curation.ids import FILE
from pipeline.paths import Paths
from pipeline.schema.linking import KeptId
from pipeline.storage.files import write_text
from pipeline.storage.tables import read_rows


def write_ledger(paths: Paths) -> tuple[Path, int, int]:
    """Add the ids of the last run to the ledger; its file, how many it holds, how many are new."""
    kept = load_ids(paths.curation)
    rows = ledger(kept, read_rows(paths.stage("ids"), KeptId))
    path = paths.curation / FILE
    write_text(path, ledger_text(rows))
    return path, len(rows), len(rows) - len(kept)
