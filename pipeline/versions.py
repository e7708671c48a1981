"""What the rows of a stage depend on beside what it reads, as fingerprints."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from pipeline.memo import fingerprint, source_version

_PACKAGE = Path(__file__).parent

_INFO = (".dist-info", ".egg-info")
"""Endings of the folders that tell of an installed package: NAME-VERSION.dist-info."""

RESOURCES = {
    "read": ("dates",),
    "segment": ("dates", "link/given_names.toml", "segment"),
    "normalize": ("dates", "normalize"),
    "recognize": ("gazetteer", "link", "recognize", "romanization.toml", "titles.toml"),
    "resolve_dates": ("dates",),
    "link": ("gazetteer", "link", "romanization.toml", "titles.toml"),
    "extract": ("events", "extract", "link"),
    "publish": (),
}
"""What each stage reads under `pipeline/resources/`."""

PACKAGES = {"segment": ("curation",), "recognize": ("gazetteer",), "link": ("gazetteer",)}
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
    """The interpreter and all installed packages, with their versions, as their folders are named."""
    folders = (Path(folder) for folder in sys.path)
    installed = (path.name for folder in folders if folder.is_dir() for path in folder.iterdir())
    return "\n".join((sys.version, *sorted({name for name in installed if name.endswith(_INFO)})))
