"""The dataset as a Frictionless Data Package: what a program needs to know of the tables.

Frictionless Data Package v1, https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_origin

from pipeline.schema.column import Field, fields_of
from pipeline.schema.dataset import TABLES

_SOURCES = (
    {
        "title": "GeoNames (CC BY 4.0): ids, names and coordinates of places",
        "path": "https://www.geonames.org/",
    },
)
_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", date: "date"}


def datapackage(folder: Path) -> dict[str, Any]:
    """The descriptor of the tables in a folder: schemas, keys, references, sizes and hashes."""
    return {
        "profile": "data-package",
        "name": "events-from-pages",
        "title": "Dated events linked to people, organisations and places, from saved web pages",
        "sources": list(_SOURCES),
        "resources": [_resource(name, row, folder) for name, row in TABLES],
    }


def write_datapackage(folder: Path) -> None:
    """Write datapackage.json beside the tables that it describes."""
    text = json.dumps(datapackage(folder), indent=1, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")


def _resource(name: str, row: type, folder: Path) -> dict[str, Any]:
    path = folder / f"{name}.parquet"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": name.replace("_", "-"),
        "path": path.name,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "description": (row.__doc__ or "").strip(),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": _schema(row),
    }


def _schema(row: type) -> dict[str, Any]:
    columns = fields_of(row)
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in columns],
        "primaryKey": [column.name for column in columns if column.column.key],
    }
    references = [(c.name, *c.column.references.split(".")) for c in columns if c.column.references]
    if references:
        schema["foreignKeys"] = [
            {"fields": name, "reference": {"resource": table.replace("_", "-"), "fields": key}}
            for name, table, key in references
        ]
    return schema


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {} if field.nullable else {"required": True}
    if field.column.choices:
        constraints["enum"] = list(field.column.choices)
    described = {"name": field.name, "type": _type(field.type), "description": field.column.description}
    if field.column.unit:
        described["unit"] = field.column.unit
    return described | ({"constraints": constraints} if constraints else {})


def _type(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return "array"
    return "object" if is_dataclass(kind) else _TYPES[kind]
