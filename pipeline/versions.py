"""What the rows of a stage depend on beside what it reads, as fingerprints."""

from __future__ import annotations

import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from pipeline.memo import fingerprint, source_version

_PACKAGE = Path(__file__).parent

RESOURCES = {
    "segment": ("dates", "segment"),
    "normalize": ("dates", "normalize"),
    "recognize": ("gazetteer", "link", "recognize", "romanization.toml", "titles.toml"),
    "resolve_dates": ("dates",),
    "extract": ("events", "extract", "link"),
}
"""What each stage reads under `pipeline/resources/`."""

PACKAGES = {"recognize": ("gazetteer",)}
"""Packages that a stage uses beside its own."""


def stage_version(stage: str, *more: str | bytes) -> bytes:
    """What the rows of a stage depend on beside what it reads: code, resources, libraries, and `more`."""
    return fingerprint(stage, libraries(), source_version(*sources(stage)), *more)


def sources(stage: str) -> tuple[Path, ...]:
    """Code and resources on which the rows of a stage depend."""
    packages = (_PACKAGE / name for name in ("schema", stage, *PACKAGES.get(stage, ())))
    resources = (_PACKAGE / "resources" / name for name in RESOURCES[stage])
    return (*sorted(_PACKAGE.glob("*.py")), *packages, *resources)


@cache
def libraries() -> str:
    """The interpreter and all installed packages, with their versions."""
    found = sorted(f"{package.name} {package.version}" for package in metadata.distributions())
    return "\n".join((sys.version, *found))
