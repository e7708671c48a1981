"""docs/tables.md, made from the declarations of the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import is_dataclass
from inspect import cleandoc
from typing import Any, get_args, get_origin

from pipeline.schema.column import Field, fields_of
from pipeline.schema.dataset import TABLES


def tables_page(tables: Iterable[tuple[str, type]] = TABLES) -> str:
    """docs/tables.md: every table and column, in Markdown."""
    parts = [
        "# The tables\n\nMade from the declarations in `pipeline/schema/dataset.py`; do not edit by hand "
        "(`make docs` writes it anew).\n"
    ]
    for name, row in tables:
        parts.append(f"\n## {name}\n\n{cleandoc(row.__doc__ or '')}\n")
        parts.append("| column | type | meaning |\n| --- | --- | --- |")
        parts += [f"| {field.name} | {_shown_type(field)} | {_meaning(field)} |" for field in fields_of(row)]
    return "\n".join(parts) + "\n"


def _shown_type(field: Field) -> str:
    kind: Any = field.type
    if get_origin(kind) is tuple:
        inner = get_args(kind)[0]
        name = (
            "{" + ", ".join(f.name for f in fields_of(inner)) + "}" if is_dataclass(inner) else inner.__name__
        )
        shown = f"list of {name}"
    else:
        shown = kind.__name__
    return shown + (", may be null" if field.nullable else "")


def _meaning(field: Field) -> str:
    column, parts = field.column, [field.column.description]
    if column.choices:
        parts.append(f"One of {', '.join(column.choices)}.")
    if column.unit:
        parts.append(f"Unit: {column.unit}.")
    if column.key:
        parts.append("Key.")
    if column.references:
        parts.append(f"References {column.references}.")
    return " ".join(parts).replace("|", "\\|")
