"""Gold labels: what a careful reader found on a page, one JSON file a page."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError
from pipeline.schema.dataset import ENTITY_KINDS

__all__ = [
    "GoldDate", "GoldEntity", "GoldEvent", "GoldItem", "GoldPage", "GoldRole", "GoldTelling", "GoldTypo",
    "read_gold", "read_parts",
]  # fmt: skip

_KEY_OF_KIND = dict(zip(ENTITY_KINDS, ("persons", "organizations", "places"), strict=True))


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person, organisation or place of an item. `id` is the same wherever it is meant."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    id: str | None
    unsure: bool

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every form of the name in the item, the fullest first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date expression; `value` as in the dataset's `dates.value`."""

    text: str
    value: str | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class GoldTypo:
    """A misspelling and its repair."""

    text: str
    fix: str


@dataclass(frozen=True, slots=True)
class GoldTelling:
    """A sentence that tells an event: the words that name it, the first words of the sentence."""

    trigger: str
    sentence_prefix: str


@dataclass(frozen=True, slots=True)
class GoldRole:
    """Who takes part in an event, by the name used in the item, and as what."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of an item. `same_as` joins its tellings over items and pages."""

    type: str
    date: str | None
    tellings: tuple[GoldTelling, ...]
    participants: tuple[GoldRole, ...]
    same_as: str | None
    unsure: bool


@dataclass(frozen=True, slots=True)
class GoldItem:
    """One piece of news; offsets count characters of the page's text."""

    start: int
    end: int
    headline: str | None
    published: str | None
    entities: tuple[GoldEntity, ...]
    dates: tuple[GoldDate, ...]
    events: tuple[GoldEvent, ...]

    def of_kind(self, kind: str) -> tuple[GoldEntity, ...]:
        """The item's entities of one kind."""
        return tuple(entity for entity in self.entities if entity.kind == kind)

    @property
    def actors(self) -> tuple[GoldEntity, ...]:
        """Those entities that can take part in events: people and organisations."""
        return tuple(entity for entity in self.entities if entity.kind != "place")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A labelled page; `page` is the page's file name without its suffix."""

    page: str
    items: tuple[GoldItem, ...]
    typos: tuple[GoldTypo, ...]


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
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise PipelineError(f"{file}: no gold label file ({error!r})") from error


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
