"""The stage's knowledge, read once from `pipeline/resources/link/*.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The parsed TOML file `resources/link/NAME.toml`."""
    resource = files("pipeline") / "resources" / "link" / f"{name}.toml"
    return tomllib.loads(resource.read_text(encoding="utf-8"))


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """A list of words in a table, or the words of a string parted by white space."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    return frozenset(value.split() if isinstance(value, str) else value)
