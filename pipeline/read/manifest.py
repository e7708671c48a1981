"""raw/pages.csv: what is known of a page beside its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.spreadsheet import csv_rows

NAME = "pages.csv"
_COLUMNS = ("path", "url", "retrieved_on", "language", "title")


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What pages.csv says of one page; None where it says nothing."""

    url: str | None
    retrieved_on: date | None
    language: str | None
    title: str | None


def read_manifest(raw: Path, paths: frozenset[str]) -> dict[str, ManifestRow]:
    """Rows of raw/pages.csv by path; an empty dict where there is no such file.

    `paths` are the pages under raw/. Raises PipelineError, naming file and line, for an unknown or
    missing column, a row that names no page or one twice, and a wrong date or language code.
    """
    file = raw / NAME
    if not file.is_file():
        return {}
    header, records = csv_rows(file)
    if "path" not in header or not set(header) <= set(_COLUMNS):
        raise PipelineError(
            f"{file} line 1: columns {', '.join(header) or 'missing'}; "
            f"use {', '.join(_COLUMNS)}, path at least."
        )
    rows: dict[str, ManifestRow] = {}
    for line, record in records:
        where = f"{file} line {line}"
        path, row = _row(record, where)
        if path not in paths:
            raise PipelineError(f"{where}: no page {path!r} under {raw}; correct the path or delete the row.")
        if path in rows:
            raise PipelineError(f"{where}: {path!r} stands twice; delete one of the rows.")
        rows[path] = row
    return rows


def _row(record: dict[str | None, str | None], where: str) -> tuple[str, ManifestRow]:
    if None in record:
        raise PipelineError(f"{where}: more fields than columns; quote values that contain a comma.")
    values = {key: (value or "").strip() or None for key, value in record.items() if key}
    language = values.get("language")
    if language and not (len(language) == 2 and language.isascii() and language.isalpha()):
        raise PipelineError(f"{where}: language {language!r}; give a two-letter ISO 639-1 code such as en.")
    row = ManifestRow(
        url=values.get("url"),
        retrieved_on=_day(values.get("retrieved_on"), where),
        language=language.lower() if language else None,
        title=values.get("title"),
    )
    return values.get("path") or "", row


def _day(value: str | None, where: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PipelineError(f"{where}: retrieved_on {value!r} is no date; write it as 2013-12-30.") from None
