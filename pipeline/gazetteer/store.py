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
    return kept_table("gazetteer", _version(), build)


@cache
def load_main_names() -> Any:
    """The keys of the main names of all places, in order; read from the file as they are asked for."""
    return kept_table("main_place_names", _version(), _main_names)["key"].combine_chunks()


def _main_names() -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = load()["primary"].unique().drop_null()
    return pa.table({"key": keys.take(pc.sort_indices(keys))})


def _version() -> bytes:
    return fingerprint(*versions(), source_version(*_SOURCES))
