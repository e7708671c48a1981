"""The tables of a dataset folder as flat cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.schema.column import fields_of
from pipeline.schema.dataset import TABLES, OrganizationRole, PersonRole
from pipeline.spreadsheet import defuse
from pipeline.storage.dataset import published

__all__ = ["Cell", "flat_tables"]

Cell = str | int | float | bool | date | None

SEPARATOR = "; "


def flat_tables(dataset: Path) -> Iterator[tuple[str, list[str], Iterator[list[Cell]]]]:
    """Every table as (name, header, rows of cells), lists joined and formulas defused.

    Raises PipelineError where a table is missing, damaged or lacks a column.
    """
    for name, row in TABLES:
        header = [field.name for field in fields_of(row)]
        yield name, header, _cells(dataset, row, header)


def _cells(dataset: Path, row: type[Any], header: list[str]) -> Iterator[list[Cell]]:
    return ([flat(getattr(values, column)) for column in header] for values in published(dataset, row))


def flat(value: Any) -> Cell:
    """A value as one cell of a spreadsheet.

    >>> flat(("Byalyatski", "Bialacki")), flat((PersonRole("ales", "Ales", "target"),)), flat(None)
    ('Byalyatski; Bialacki', 'Ales (target)', None)
    """
    if isinstance(value, tuple):
        value = SEPARATOR.join(map(_element, value))
    cell: Cell = defuse(value)
    return cell


def _element(value: Any) -> str:
    if isinstance(value, PersonRole | OrganizationRole):
        _, name, role = astuple(value)
        return f"{name} ({role})"
    return str(value)
