"""Rows inside linking: what a page names, and what becomes of the names of all pages.

A *local* is one person, organisation or place as one page names it. Locals of equal `key` are one entity
wherever they stand; others may be, which is what names are compared for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pipeline.schema.column import Column
from pipeline.schema.dataset import ENTITY_KINDS
from pipeline.schema.flow import Entity

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedSpot:
    """A mention, and whom it names on its page."""

    item_id: Annotated[str, Column("The item.", key=True)]
    entity_kind: Annotated[str, Column("What is named.", choices=ENTITY_KINDS)]
    start: Annotated[int, Column("First clean character.", key=True)]
    end: Annotated[int, Column("End, exclusive.")]
    text: Annotated[str, Column("The name as it stands in the clean text.")]
    rule: Annotated[str, Column("The evidence that made it a name.")]
    local: Annotated[str, Column("Key of the local.")]


@dataclass(frozen=True, slots=True)
class PageCast:
    """Who and what a page is about, for surnames that stand alone on it."""

    page_id: Annotated[str, Column("The page.", key=True)]
    cast: Annotated[Texts, Column("Countries, and keys of the full names of people, sorted.")]


@dataclass(frozen=True, slots=True)
class Use:
    """Where and in which forms a page names a local."""

    page_id: Annotated[str, Column("The page.", key=True)]
    forms: Annotated[Texts, Column("The forms, sorted.")]
    item_id: Annotated[str, Column("Item of the first mention.")]
    start: Annotated[int, Column("First clean character of that mention.")]


@dataclass(frozen=True, slots=True)
class LocalPerson:
    """A person as a page names one; see `pipeline.link.person_profiles`."""

    key: Annotated[str, Column("What tells it from others.", key=True)]
    use: Annotated[Use, Column("Where.")]
    names: Annotated[Texts, Column("The names that tell who it is, sorted.")]
    alone: Annotated[bool, Column("By a given name, or torn, and looked for on no other page.")]
    torn: Annotated[bool, Column("By a form that fits several people of the page.")]
    sex: Annotated[str | None, Column("For a surname alone, by a title.")]
    around: Annotated[Texts, Column("For a surname alone, where it is at home: countries or the page.")]


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of an organisation with what the text around it tells."""

    text: Annotated[str, Column("The name.")]
    seat: Annotated[str, Column("The town of the body, as written; empty where none is told.")]
    told: Annotated[str | None, Column("The country of the body.")]


@dataclass(frozen=True, slots=True)
class LocalBody:
    """An organisation as a page names one; see `pipeline.link.org_profiles`."""

    key: Annotated[str, Column("What tells it from others.", key=True)]
    use: Annotated[Use, Column("Where.")]
    names: Annotated[tuple[BodyName, ...], Column("The names that tell which it is, sorted.")]
    towns: Annotated[Texts, Column("Towns of the page that stand in or after names of bodies.")]
    country: Annotated[str | None, Column("Its country, where another may have one of the name.")]
    acronym: Annotated[str | None, Column("One that the page defines.")]
    codes: Annotated[Texts, Column("The countries of the page.")]
    home: Annotated[Texts, Column("Where the page is at home: some of its countries, or the page.")]
    alone: Annotated[bool, Column("But a common word, looked for on no other page.")]


@dataclass(frozen=True, slots=True)
class LocalPlace:
    """A place as a page names one; see `pipeline.link.place_identity`."""

    key: Annotated[str, Column("What tells it from others.", key=True)]
    use: Annotated[Use, Column("Where.")]
    place_id: Annotated[str, Column("Readable id.")]
    kind: Annotated[str, Column("Kind of place.")]
    country: Annotated[str | None, Column("Its country.")]
    geonames_id: Annotated[int | None, Column("Id at GeoNames.")]
    latitude: Annotated[float | None, Column("Degrees.")]
    longitude: Annotated[float | None, Column("Degrees.")]
    plain: Annotated[str | None, Column("Its usual English name.")]


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks in which locals of a key are compared, as hashes of what their names have in common."""

    key: Annotated[str, Column("The key.", key=True)]
    shared: Annotated[tuple[int, ...], Column("Blocks whose members are all compared, sorted.")]
    sought: Annotated[tuple[int, ...], Column("Blocks with all members of which it is compared, sorted.")]
    offered: Annotated[tuple[int, ...], Column("Blocks in which it is for those who seek it, sorted.")]


@dataclass(frozen=True, slots=True)
class Found:
    """An entity of the corpus before clashing ids are told apart."""

    keys: Annotated[Texts, Column("Keys of its locals, the least first.")]
    entity: Annotated[Entity, Column("Its row.")]
    extra: Annotated[str, Column("What tells it from another of the same id.")]
    item_id: Annotated[str, Column("Item of the first mention.")]
    start: Annotated[int, Column("First clean character of that mention.")]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two entities that may be one."""

    entity_kind: Annotated[str, Column("What they are.", choices=ENTITY_KINDS)]
    left: Annotated[str, Column("A local of the one.")]
    right: Annotated[str, Column("A local of the other.")]
    score: Annotated[float, Column("Likeness, 0 to 1.")]
    reason: Annotated[str, Column("What speaks for and against.")]


@dataclass(frozen=True, slots=True)
class KeptId:
    """An id, and a mention by which its entity is known again."""

    entity_kind: Annotated[str, Column("What it is of.", key=True, choices=ENTITY_KINDS)]
    entity_id: Annotated[str, Column("The id.", key=True)]
    item_id: Annotated[str, Column("The item of a mention.")]
    words: Annotated[str, Column("The mention as it stands in the clean text.")]
