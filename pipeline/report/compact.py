"""Rows as lists that name each column once: a third of the size of a list of objects in JSON."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

Table = dict[str, Any]


def compact(rows: Iterable[Any], columns: str) -> Table:
    """The named columns (split at blanks, two at least) of rows.

    >>> from pipeline.schema.dataset import PersonRole
    >>> compact([PersonRole("ada", "Ada", "actor")], "name role")
    {'columns': ['name', 'role'], 'rows': [['Ada', 'actor']]}
    """
    names = columns.split()
    return {"columns": names, "rows": list(map(list, map(attrgetter(*names), rows)))}
