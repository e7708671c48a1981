"""The rows that stages hand to each other, before they are published.

`raw` offsets count in `SourcePage.text`; `clean` offsets count in `CleanItem.text`, the repaired
reading of one item, in which all later stages work. `pipeline.offsets.Alignment` leads back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.schema.column import Annotated, Column
from pipeline.schema.dataset import ENTITY_KINDS, PLACE_KINDS, PRECISIONS, PUBLISHED_SOURCES, ROLES

BLOCK_KINDS = ("headline", "dateline", "body")


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A file under raw/ and its text; `problem` says why it is not read further."""

    page_id: Annotated[str, Column("Readable id made from the path.", key=True)]
    path: Annotated[str, Column("Path relative to raw/, with forward slashes.")]
    sha256: Annotated[str, Column("SHA-256 of the file's bytes.")]
    title: Annotated[str | None, Column("Title, where given.")]
    url: Annotated[str | None, Column("Address, where given.")]
    retrieved_on: Annotated[date | None, Column("Day of saving, where known.")]
    language: Annotated[str | None, Column("ISO 639-1.")]
    text: Annotated[str, Column("Decoded text, line ends untouched.")]
    problem: Annotated[str | None, Column("Why it is not read.")] = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an item that is read on its own: headline, dateline or a paragraph of the body."""

    kind: Annotated[str, Column("What it is.", choices=BLOCK_KINDS)]
    start: Annotated[int, Column("First character.")]
    end: Annotated[int, Column("End, exclusive.")]


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as cut from its page, in raw offsets.

    `blocks` stand in order and do not overlap: one per headline, dateline and paragraph or list
    entry. A line break inside a block is a mere wrap; two paragraphs are two blocks.
    """

    item_id: Annotated[str, Column("Page id, `#` and start.", key=True)]
    page_id: Annotated[str, Column("The page.")]
    position: Annotated[int, Column("Place on the page, from 0.")]
    layout: Annotated[str, Column("The layout that cut it.")]
    start: Annotated[int, Column("First character.")]
    end: Annotated[int, Column("End, exclusive.")]
    truncated: Annotated[bool, Column("True where the text itself is cut off.")]
    published_on: Annotated[date | None, Column("First day of the published date.")]
    published_precision: Annotated[str | None, Column("Its precision.", choices=PRECISIONS)]
    published_source: Annotated[str | None, Column("Where it was read.", choices=PUBLISHED_SOURCES)]
    blocks: Annotated[tuple[Block, ...], Column("Its blocks, in raw offsets.")]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of clean text that reads a different stretch of raw text."""

    start: Annotated[int, Column("First clean character.")]
    end: Annotated[int, Column("End in clean text, exclusive.")]
    raw_start: Annotated[int, Column("First raw character.")]
    raw_end: Annotated[int, Column("End in raw text, exclusive.")]


@dataclass(frozen=True, slots=True)
class CleanItem:
    """The repaired reading of one item: its blocks, each on a line of its own."""

    item_id: Annotated[str, Column("The item.", key=True)]
    page_id: Annotated[str, Column("The page.")]
    text: Annotated[str, Column("Blocks joined by one line end; no other line ends.")]
    blocks: Annotated[tuple[Block, ...], Column("The blocks, in clean offsets.")]
    edits: Annotated[tuple[Edit, ...], Column("Where clean and raw differ, in order.")]
    published_on: Annotated[date | None, Column("As in RawItem.")]
    published_precision: Annotated[str | None, Column("As in RawItem.", choices=PRECISIONS)]
    published_source: Annotated[str | None, Column("As in RawItem.", choices=PUBLISHED_SOURCES)]


@dataclass(frozen=True, slots=True)
class ItemText:
    """A clean item as far as linking reads it: fewer columns of the same table."""

    item_id: Annotated[str, Column("The item.", key=True)]
    page_id: Annotated[str, Column("The page.")]
    text: Annotated[str, Column("As in CleanItem.")]


@dataclass(frozen=True, slots=True)
class ModelEntity:
    """What the language model itself called a name."""

    label: Annotated[str, Column("The model's label: PERSON, ORG, GPE, ...")]
    start: Annotated[int, Column("First clean character.")]
    end: Annotated[int, Column("End, exclusive.")]


@dataclass(frozen=True, slots=True)
class Parse:
    """The model's reading of one item: parallel columns, one entry a token, blocks parsed apart.

    `pipeline.syntax.Tree` gives the tokens with their heads and children.
    """

    item_id: Annotated[str, Column("The item.", key=True)]
    starts: Annotated[tuple[int, ...], Column("First clean character of each token.")]
    ends: Annotated[tuple[int, ...], Column("End of each token, exclusive.")]
    lemmas: Annotated[tuple[str, ...], Column("Lemmas.")]
    pos: Annotated[tuple[str, ...], Column("Universal part of speech.")]
    tags: Annotated[tuple[str, ...], Column("Penn Treebank tag.")]
    deps: Annotated[tuple[str, ...], Column("Dependency label.")]
    heads: Annotated[tuple[int, ...], Column("Index of the head; a root is its own head.")]
    sentence_starts: Annotated[tuple[int, ...], Column("Index of the first token of each sentence.")]
    entities: Annotated[tuple[ModelEntity, ...], Column("The model's own names.")]


@dataclass(frozen=True, slots=True)
class TokenTags:
    """A parse as far as names are read from it: fewer columns of the same table."""

    item_id: Annotated[str, Column("The item.", key=True)]
    starts: Annotated[tuple[int, ...], Column("As in Parse.")]
    tags: Annotated[tuple[str, ...], Column("As in Parse.")]
    entities: Annotated[tuple[ModelEntity, ...], Column("As in Parse.")]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in an item, in clean offsets, not yet linked."""

    item_id: Annotated[str, Column("The item.", key=True)]
    entity_kind: Annotated[str, Column("What is named.", choices=ENTITY_KINDS)]
    start: Annotated[int, Column("First clean character.", key=True)]
    end: Annotated[int, Column("End, exclusive.")]
    text: Annotated[str, Column("The name as it stands in the clean text.")]
    rule: Annotated[str, Column("The evidence that made it a name.")]
    place_kind: Annotated[str | None, Column("For a place.", choices=PLACE_KINDS)] = None


@dataclass(frozen=True, slots=True)
class PageWords:
    """The different words of a page, as far as names are read from it."""

    page_id: Annotated[str, Column("The page.", key=True)]
    inside: Annotated[tuple[str, ...], Column("Those with a capital inside a sentence.")]
    small: Annotated[tuple[str, ...], Column("Those that begin with a small letter.")]
    others: Annotated[tuple[str, ...], Column("All others.")]


@dataclass(frozen=True, slots=True)
class PageName:
    """A name that a page knows after a phase of the rules, or a family name of the people known."""

    page_id: Annotated[str, Column("The page.", key=True)]
    phase: Annotated[int, Column("The phase, from 0.", key=True)]
    name: Annotated[str, Column("The name's words, one space between.", key=True)]
    kind: Annotated[str, Column("What is named.", choices=(*ENTITY_KINDS, "surname"), key=True)]
    place_kind: Annotated[str | None, Column("For a place.", choices=PLACE_KINDS, key=True)]
    mentions: Annotated[int, Column("How many mentions have it.")]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression in an item, in clean offsets."""

    item_id: Annotated[str, Column("The item.", key=True)]
    start: Annotated[int, Column("First clean character.", key=True)]
    end: Annotated[int, Column("End, exclusive.")]
    text: Annotated[str, Column("The expression.")]
    value: Annotated[str | None, Column("As in dates.value.")]
    date_start: Annotated[date | None, Column("First day.")]
    date_end: Annotated[date | None, Column("Last day.")]
    precision: Annotated[str | None, Column("Precision.", choices=PRECISIONS)]
    relative: Annotated[bool, Column("Counted from another date.")]
    anchor: Annotated[str | None, Column("What it was counted from.")]
    rule: Annotated[str, Column("The rule that read it.")]


@dataclass(frozen=True, slots=True)
class LinkedMention:
    """A name in an item and the entity it names."""

    item_id: Annotated[str, Column("The item.", key=True)]
    entity_kind: Annotated[str, Column("What is named.", choices=ENTITY_KINDS)]
    entity_id: Annotated[str, Column("The entity.")]
    start: Annotated[int, Column("First clean character.", key=True)]
    end: Annotated[int, Column("End, exclusive.")]
    text: Annotated[str, Column("The name as it stands in the clean text.")]
    rule: Annotated[str, Column("The evidence that made it a name.")]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or place of the whole corpus."""

    entity_kind: Annotated[str, Column("What it is.", key=True, choices=ENTITY_KINDS)]
    entity_id: Annotated[str, Column("Readable id.", key=True)]
    name: Annotated[str, Column("Canonical name.")]
    acronym: Annotated[str | None, Column("For an organisation.")]
    aliases: Annotated[tuple[str, ...], Column("Other forms met, sorted.")]
    place_kind: Annotated[str | None, Column("For a place.", choices=PLACE_KINDS)]
    country_code: Annotated[str | None, Column("For a place, ISO 3166-1 alpha-2.")]
    latitude: Annotated[float | None, Column("For a place, degrees.")]
    longitude: Annotated[float | None, Column("For a place, degrees.")]
    geonames_id: Annotated[int | None, Column("For a place.")]
    curated: Annotated[bool, Column("True where a person decided on it.")] = False


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two entities that may be one; kept apart for a person to decide."""

    entity_kind: Annotated[str, Column("What they are.", key=True, choices=ENTITY_KINDS)]
    left_id: Annotated[str, Column("One entity.", key=True)]
    right_id: Annotated[str, Column("The other.", key=True)]
    score: Annotated[float, Column("Likeness, 0 to 1.")]
    reason: Annotated[str, Column("What speaks for and against.")]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or organisation in a telling."""

    entity_kind: Annotated[str, Column("What it is.", choices=ENTITY_KINDS)]
    entity_id: Annotated[str, Column("The entity.")]
    role: Annotated[str, Column("Part taken.", choices=ROLES)]


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of one event in one item, in clean offsets, before tellings are joined."""

    item_id: Annotated[str, Column("The item.", key=True)]
    event_type: Annotated[str, Column("Type of the event.")]
    trigger_start: Annotated[int, Column("First character of the trigger.", key=True)]
    trigger_end: Annotated[int, Column("End, exclusive.")]
    start: Annotated[int, Column("First character of the sentence.")]
    end: Annotated[int, Column("End, exclusive.")]
    trigger: Annotated[str, Column("The trigger's words.")]
    sentence: Annotated[str, Column("The sentence's words.")]
    value: Annotated[str | None, Column("Date as in dates.value.")]
    date_start: Annotated[date | None, Column("First day.")]
    date_end: Annotated[date | None, Column("Last day.")]
    date_precision: Annotated[str | None, Column("Precision.", choices=PRECISIONS)]
    place_id: Annotated[str | None, Column("Closest place.")]
    participants: Annotated[tuple[Participant, ...], Column("Who takes part.")]
    confidence: Annotated[float, Column("Estimated chance that it is right, 0 to 1.")]
    rule: Annotated[str, Column("The frame that found it.")]
    unnamed: Annotated[
        tuple[str, ...], Column("Roles filled by people or bodies that no name of the item means.")
    ] = ()


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event and its tellings (indices are (item_id, trigger_start))."""

    event_id: Annotated[str, Column("Readable id.", key=True)]
    telling: Annotated[Telling, Column("One telling.")]
