"""The pages of docs/ that are made from declarations and data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.docs.event_types import event_types_page
from pipeline.docs.layouts import layouts_page
from pipeline.docs.tables import tables_page

GENERATED: tuple[tuple[str, Callable[[], str]], ...] = (
    ("tables.md", tables_page),
    ("event-types.md", event_types_page),
    ("layouts.md", layouts_page),
)


def write_docs(folder: Path, check: bool = False) -> list[Path]:
    """Write the generated pages; returns those that were out of date. With `check`, write nothing."""
    stale = []
    for name, make in GENERATED:
        path, text = folder / name, make()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    return stale
