"""An Excel workbook, one sheet a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from pipeline.errors import PipelineError
from pipeline.export.tables import Cell, flat_tables

__all__ = ["write"]

LONGEST_CELL = 32_767  # characters, Excel's limit
MOST_ROWS = 1_048_576  # Excel's limit, the header included
CUT = " [cut]"


def write(dataset: Path, path: Path) -> None:
    """Write the workbook; text too long for a cell is cut and says so.

    Raises PipelineError where a table has more rows than a sheet can hold.
    """
    book = Workbook(write_only=True)
    try:
        for name, header, rows in flat_tables(dataset):
            _add(book, name, header, rows)
    except PipelineError:
        for sheet in book.worksheets:  # else each complains of its unfinished XML
            sheet.close()
        raise
    book.save(path)


def _add(book: Workbook, name: str, header: list[str], rows: Iterator[list[Cell]]) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.append(header)
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise PipelineError(f"{name}: too many rows for an Excel sheet; export to csv or duckdb")
        sheet.append([_cell(value) for value in row])


def _cell(value: Cell) -> Cell:
    """A cell that Excel's file format can hold.

    >>> _cell("bell\\x07"), len(_cell("x" * 40_000)), _cell(3)
    ('bell', 32767, 3)
    """
    if not isinstance(value, str):
        return value
    text: str = ILLEGAL_CHARACTERS_RE.sub("", value)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(CUT)] + CUT
