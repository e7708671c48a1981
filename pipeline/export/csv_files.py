"""One CSV file a table: UTF-8, RFC 4180 quoting, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.export.tables import flat_tables

__all__ = ["write"]


def write(dataset: Path, folder: Path) -> None:
    """Write the tables into a new folder."""
    folder.mkdir()
    for name, header, rows in flat_tables(dataset):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)
