"""The stage's knowledge, kept as TOML beside the code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The table of `resources/normalize/NAME.toml`."""
    path = files("pipeline") / "resources" / "normalize" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
