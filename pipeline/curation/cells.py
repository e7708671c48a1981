"""Cells of a curation file that hold more than a word: dates and lists of participants."""

from __future__ import annotations

import calendar
from datetime import date

from pipeline.curation.decisions import Decision
from pipeline.errors import PipelineError
from pipeline.schema.dataset import ROLES

EMPTY = "-"
"""Written in a cell to say that there is nothing, where an empty cell leaves the machine's value."""


def days(decision: Decision, column: str = "date") -> tuple[date | None, date | None, str | None]:
    """First day, last day and precision of a cell: `2011-08-04`, `2011-08`, `2011`.

    Two of them with `/` between are a range. Raises PipelineError, naming the line, for anything else.
    """
    value = decision[column]
    if value == EMPTY:
        return None, None, None
    try:
        first, _, last = value.partition("/")
        start, end = _span(first), _span(last or first)
    except ValueError:
        raise PipelineError(
            f"{decision.where}: {column} {value!r}; write 2011-08-04, 2011-08 or 2011"
        ) from None
    return start[0], end[1], start[2]


def _span(value: str) -> tuple[date, date, str]:
    parts = [int(part) for part in value.strip().split("-")]
    if len(parts) == 1:
        return date(parts[0], 1, 1), date(parts[0], 12, 31), "year"
    if len(parts) == 2:
        year, month = parts
        first = date(year, month, 1)
        return first, date(year, month, calendar.monthrange(year, month)[1]), "month"
    year, month, day = parts
    return date(year, month, day), date(year, month, day), "day"


def roles(decision: Decision, column: str) -> list[tuple[str, str]]:
    """Names and roles of a cell `Name:role; Name:role`; none for `-`.

    Raises PipelineError, naming the line, where a role is none of the contract's.
    """
    found = []
    for part in decision[column].split(";"):
        if part.strip() in ("", EMPTY):
            continue
        name, _, role = (piece.strip() for piece in part.rpartition(":"))
        if role not in ROLES:
            why = f"{column} must read `Name:role`, with a role of {', '.join(ROLES)}"
            raise PipelineError(f"{decision.where}: {why}")
        found.append((name, role))
    return found
