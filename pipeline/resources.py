"""The tables of what the domain knows: TOML files under `pipeline/resources/`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError

RESOURCES = Path(__file__).parent / "resources"


@cache
def table(name: str) -> dict[str, Any]:
    """The tables of `pipeline/resources/NAME.toml`, read once; nobody may change them.

    >>> sorted(table("dates/english"))
    ['months', 'slips', 'weekdays']

    Raises PipelineError as `read_toml` does.
    """
    return read_toml(RESOURCES / f"{name}.toml")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; PipelineError names the file, and the line of what is no TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PipelineError(f"{path}: cannot be read ({error.strerror}); restore the file.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PipelineError(f"{path}: {error}; mend the TOML there.") from error


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """The words that stand under a path of keys in a table; see `word_set`."""
    value: Any = table(name)
    for key in path:
        value = value[key]
    return word_set(value)


def word_set(value: str | list[str]) -> frozenset[str]:
    """The words of a list, or of a string that white space parts."""
    return frozenset(value.split() if isinstance(value, str) else value)
