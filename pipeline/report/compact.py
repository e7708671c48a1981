"""Rows as JSON that names each column once: a third of the size of a list of objects."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from typing import Any

Table = dict[str, Any]


def compact(rows: Iterable[Any], columns: str) -> Table:
    """The named columns (split at blanks) of rows, dates in ISO form.

    >>> from pipeline.schema.dataset import PersonRole
    >>> compact([PersonRole("ada", "Ada", "actor")], "name role")
    {'columns': ['name', 'role'], 'rows': [['Ada', 'actor']]}
    """
    names = columns.split()
    getters = [attrgetter(name) for name in names]
    return {"columns": names, "rows": [[_plain(get(row)) for get in getters] for row in rows]}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
