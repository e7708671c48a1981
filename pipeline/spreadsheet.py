"""Cells that a spreadsheet would take for formulas, made harmless."""

from __future__ import annotations

from typing import TypeVar

__all__ = ["defuse", "restore"]

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
