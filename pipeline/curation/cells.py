"""Cells of a curation file: dates, lists of participants, and what each decision must fill in."""

from __future__ import annotations

import calendar
from datetime import date

from pipeline.curation.decisions import OPTIONAL, Decision
from pipeline.schema.dataset import ENTITY_KINDS, ROLES

EMPTY = "-"
"""Written in a cell to say that there is nothing, where an empty cell leaves the machine's value."""


def days(decision: Decision, column: str = "date") -> tuple[date | None, date | None, str | None]:
    """First day, last day and precision of a cell: `2011-08-04`, `2011-08`, `2011`.

    Two of them with `/` between, the earlier first, are a range. Raises PipelineError, naming the line,
    for anything else.
    """
    value = decision[column]
    if value == EMPTY:
        return None, None, None
    try:
        first, _, last = value.partition("/")
        start, end = _span(first), _span(last or first)
    except ValueError:
        raise decision.malformed(f"{column} {value!r}; write 2011-08-04, 2011-08 or 2011") from None
    if end[1] < start[0]:
        raise decision.malformed(f"{column} {value!r} ends before it begins")
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
            raise decision.malformed(f"{column} must read `Name:role`, with a role of {', '.join(ROLES)}")
        found.append((name, role))
    return found


_NEEDED = {
    ("items", "set"): ("published",),
    ("mentions", "retype"): ("kind",),
    ("mentions", "add"): ("kind",),
    ("mentions", "assign"): ("entity",),
    ("entities", "same"): ("other",),
    ("entities", "not_same"): ("other",),
    ("entities", "rename"): ("other",),
    ("entities", "retype"): ("other",),
    ("events", "add"): ("event_type",),
}
"""Cells beyond those that say where, without which a decision says nothing."""

_WHERE = {
    "items": ("page_id", "words"),
    "mentions": ("page_id", "words"),
    "entities": ("kind", "entity"),
    "events": ("page_id", "words"),
}
_NUMBERS = {"items": ("at", "end"), "mentions": ("start", "end"), "entities": (), "events": ("start", "end")}


def check_cells(decision: Decision) -> None:
    """Raise PipelineError, naming the line, where a cell is empty or malformed whatever the pages say."""
    for column in (*_WHERE[decision.file], *_NEEDED.get((decision.file, decision.decision), ())):
        if not decision[column]:
            raise decision.malformed(f"{decision.decision} needs the cell {column}")
    for column in _NUMBERS[decision.file]:
        if decision[column] or column not in OPTIONAL[decision.file]:
            decision.number(column)
    kinds = [decision.cells.get("kind", "")]
    if (decision.file, decision.decision) == ("entities", "retype"):
        kinds.append(decision["other"])
    for kind in filter(None, kinds):
        if kind not in ENTITY_KINDS:
            raise decision.malformed(f"{kind!r} is no kind; choose one of {', '.join(ENTITY_KINDS)}")
    for column in ("date", "published"):
        if decision.cells.get(column):
            days(decision, column)
    if "/" in decision.cells.get("published", ""):
        raise decision.malformed("published must be one day, month or year")
    for column in ("people", "organizations"):
        if decision.cells.get(column):
            roles(decision, column)
