"""The table of places, kept in a file between runs."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pipeline.gazetteer.build import build
from pipeline.gazetteer.packages import versions
from pipeline.kept import kept_table
from pipeline.memo import fingerprint, source_version
from pipeline.resources import RESOURCES

_SOURCES = (
    Path(__file__).parent,
    Path(__file__).parent.parent / "romanization.py",
    RESOURCES / "gazetteer" / "divisions.toml",
    RESOURCES / "romanization.toml",
)


@cache
def load() -> Any:
    """The table (`build.SCHEMA`)."""
    return kept_table("gazetteer", fingerprint(*versions(), source_version(*_SOURCES)), build)
