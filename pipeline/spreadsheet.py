"""CSV files as people save them from a spreadsheet, and cells that one would take for formulas."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TypeVar

from pipeline.errors import PipelineError

__all__ = ["Record", "csv_rows", "defuse", "restore"]

Record = dict[str | None, str | None]
"""Cells by column; under None what stands beyond the last, as None what a short line lacks."""

Cell = TypeVar("Cell")

# ASCII signs and their full-width twins, which some spreadsheets read alike
_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def defuse(value: Cell) -> Cell | str:
    """Text as a cell that no spreadsheet runs: an apostrophe before what would start a formula.

    Numbers stay numbers. By OWASP's advice on CSV injection.

    >>> defuse('=HYPERLINK("http://example.org")'), defuse("Minsk"), defuse(-2.5), defuse("--08-04")
    ('\\'=HYPERLINK("http://example.org")', 'Minsk', -2.5, "'--08-04")
    """
    if isinstance(value, str) and value.startswith(_STARTS):
        return f"'{value}"
    return value


def restore(text: str) -> str:
    """What a cell said before `defuse`.

    >>> restore(str(defuse("-5"))), restore("'tis")
    ('-5', "'tis")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_STARTS) else text


def csv_rows(path: Path) -> tuple[tuple[str, ...], list[tuple[int, Record]]]:
    """The header of a CSV file in UTF-8, and its rows with the line on which each ends.

    Cells are parted by commas, or by semicolons where the first line has these alone, as a spreadsheet
    saves them where the comma is a decimal sign. Raises PipelineError where the file is neither.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            text = file.read()
        first = text.partition("\n")[0]
        delimiter = ";" if ";" in first and "," not in first else ","
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        return tuple(reader.fieldnames or ()), [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error, OSError) as error:
        raise PipelineError(f"{path}: not readable as CSV in UTF-8 ({error}); save it so") from None
