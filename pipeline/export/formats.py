"""Which formats there are, and what each needs."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from pipeline.errors import PipelineError

__all__ = ["FORMATS", "default_name", "export"]

# format: module that writes it, and the optional extra that holds its library
_WRITERS: dict[str, tuple[str, str | None]] = {
    "csv": ("csv_files", None),
    "xlsx": ("workbook", "export"),
    "duckdb": ("database", "export"),
    "geojson": ("features", None),
    "graphml": ("graph", "export"),
    "ftm": ("entities", "ftm"),
}
FORMATS = tuple(_WRITERS)


def default_name(to: str) -> str:
    """A file name for an export; `csv` makes a folder.

    >>> default_name("csv"), default_name("ftm"), default_name("xlsx")
    ('csv', 'dataset.ftm.json', 'dataset.xlsx')
    """
    return {"csv": "csv", "ftm": "dataset.ftm.json"}.get(to, f"dataset.{to}")


def export(dataset: Path, to: str, out: Path) -> None:
    """Write the dataset in another format; what stood at `out` is replaced once all is written.

    `csv` makes a folder with one file a table, the others make one file: `xlsx` one sheet a table,
    `duckdb` a database, `geojson` the events as points, `graphml` who takes part in what, `ftm`
    FollowTheMoney entities, one JSON object a line.

    Raises PipelineError where the format is unknown, its library is not installed, the dataset cannot
    be read or `out` cannot be written.
    """
    if to not in _WRITERS:
        raise PipelineError(f"{to}: no format to export to; choose one of {', '.join(FORMATS)}")
    module, extra = _WRITERS[to]
    try:
        write: Callable[[Path, Path], None] = import_module(f"pipeline.export.{module}").write
    except ModuleNotFoundError as error:
        raise PipelineError(
            f"export to {to} needs {error.name}, which is not installed; "
            f"install the optional dependencies `{extra}` of pyproject.toml"
        ) from error
    if out.is_dir() != (to == "csv") and out.exists():
        raise PipelineError(f"{out}: stands in the way; {to} makes a {'folder' if to == 'csv' else 'file'}")
    partial = out.with_name(f".{out.name}.partial")
    try:
        _remove(partial)
        partial.parent.mkdir(parents=True, exist_ok=True)
        write(dataset, partial)
        if out.is_dir():
            shutil.rmtree(out)
        partial.replace(out)
    except OSError as error:
        raise PipelineError(f"{out}: cannot be written ({error.strerror or error})") from error
    finally:
        _remove(partial)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
