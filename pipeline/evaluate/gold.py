"""Gold labels: what a careful reader found on a page."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "GoldDate", "GoldEntity", "GoldEvent", "GoldItem", "GoldPage", "GoldRole", "GoldTelling", "GoldTypo",
]  # fmt: skip


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
