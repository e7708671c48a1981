"""Gold labels read from files: one JSON file a page, and which pages are kept apart."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError
from pipeline.evaluate.gold import (
    GoldDate,
    GoldEntity,
    GoldEvent,
    GoldItem,
    GoldPage,
    GoldRole,
    GoldTelling,
    GoldTypo,
)
from pipeline.schema.dataset import ENTITY_KINDS

__all__ = ["read_gold", "read_parts"]

_KEY_OF_KIND = dict(zip(ENTITY_KINDS, ("persons", "organizations", "places"), strict=True))


def read_gold(folder: Path) -> tuple[GoldPage, ...]:
    """All label files of a folder, by file name.

    Raises PipelineError where the folder holds none or one cannot be read.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise PipelineError(f"{folder}: no gold labels (*.json) there to evaluate against")
    return tuple(_read(file) for file in files)


def _read(file: Path) -> GoldPage:
    try:
        return _page(json.loads(file.read_text(encoding="utf-8")))
    except KeyError as error:
        problem = f"{error} is missing"
    except (ValueError, TypeError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
    raise PipelineError(f"{file}: no label file ({problem}); docs/measuring.md shows one")


def _page(raw: dict[str, Any]) -> GoldPage:
    typos = [typo for item in raw["items"] for typo in item.get("typos", [])]
    typos += raw.get("typos_outside_items", [])
    return GoldPage(
        page=raw["page"],
        items=tuple(map(_item, raw["items"])),
        typos=tuple(GoldTypo(typo["text"], typo["fix"]) for typo in typos),
    )


def _item(raw: dict[str, Any]) -> GoldItem:
    return GoldItem(
        start=raw["start"],
        end=raw["end"],
        headline=raw["headline"],
        published=raw["published"]["date"],
        entities=tuple(_entity(kind, e) for kind, key in _KEY_OF_KIND.items() for e in raw.get(key, [])),
        dates=tuple(
            GoldDate(date["text"], date.get("value"), bool(date.get("unsure")))
            for date in raw.get("dates", [])
        ),
        events=tuple(map(_event, raw.get("events", []))),
    )


def _entity(kind: str, raw: dict[str, Any]) -> GoldEntity:
    aliases = tuple(raw.get("aliases", []))
    return GoldEntity(kind, raw["name"], aliases, raw.get("id"), bool(raw.get("unsure")))


def _event(raw: dict[str, Any]) -> GoldEvent:
    return GoldEvent(
        type=raw["type"],
        date=raw.get("date"),
        tellings=tuple(
            GoldTelling(telling["trigger"], telling.get("sentence_prefix", ""))
            for telling in (raw, *raw.get("also", []))
        ),
        participants=tuple(
            GoldRole(who["name"], who["role"])
            for who in raw.get("persons", []) + raw.get("organizations", [])
        ),
        same_as=raw.get("same_as"),
        unsure=bool(raw.get("unsure")),
    )


def read_parts(file: Path) -> dict[str, frozenset[str]]:
    """The named parts of a gold set, each a list of pages; none where there is no such file.

    The file is TOML: `[parts]` with `name = ["page", ...]`. Pages in no part are the part "tuning".

    Raises PipelineError where the file is broken.
    """
    if not file.exists():
        return {}
    try:
        parts = tomllib.loads(file.read_text(encoding="utf-8"))["parts"]
        return {name: frozenset(pages) for name, pages in parts.items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise PipelineError(f"{file}: not a list of parts ({error!r})") from error
