"""The published tables: the project's contract with analysts.

Names, types and meaning of the columns never change; columns may be added (`added=True`).
Offsets count characters (Unicode code points, end exclusive) of the page's text as it stands in
`page_texts`, which for a UTF-8 text file is the file itself with its line ends untouched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pipeline.schema.column import Annotated, Column

PRECISIONS = ("day", "month", "year")
PUBLISHED_SOURCES = ("dateline", "metadata", "section", "entry", "manifest", "inferred", "curation")
ENTITY_KINDS = ("person", "organization", "place")
PLACE_KINDS = ("country", "region", "city", "street", "other")
CORRECTION_KINDS = ("spelling", "spacing", "duplicate", "encoding", "entity")
ROLES = ("actor", "target", "other")
EVENT_TYPES = (
    "arrest", "detention", "charge", "trial", "sentence", "fine", "release", "search_or_seizure",
    "restriction", "dispersal", "violence_or_torture", "disappearance", "death", "protest",
    "statement", "appeal_or_letter", "award", "meeting_or_conference", "exhibition_or_campaign",
    "election", "legislation", "other",
)  # fmt: skip

START = "First character of the words that say so, counted in the page's text."
END = "End (exclusive) of those words, counted in the page's text."


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page under raw/, read or not."""

    page_id: Annotated[str, Column("Readable id made from the path.", key=True)]
    path: Annotated[str, Column("Path relative to raw/, with forward slashes.")]
    sha256: Annotated[str, Column("SHA-256 of the file's bytes, hexadecimal.")]
    title: Annotated[str | None, Column("Title of the page, where the file or pages.csv gives one.")]
    url: Annotated[str | None, Column("Address of the page, from pages.csv or the saved page.")]
    retrieved_on: Annotated[date | None, Column("Day on which the page was saved, where known.")]
    language: Annotated[str | None, Column("Language of the page, ISO 639-1; null where unknown.")]
    character_count: Annotated[int, Column("Length of the page's text.", unit="characters")]
    item_count: Annotated[int, Column("Items cut from the page.", unit="items")]
    problem: Annotated[
        str | None, Column("Why the page was not read (empty, binary, not English, ...).", added=True)
    ]


@dataclass(frozen=True, slots=True)
class PageText:
    """The text that all offsets of a page count in."""

    page_id: Annotated[str, Column("The page.", key=True, references="pages.page_id")]
    text: Annotated[str, Column("The page's text, decoded, line ends untouched.")]


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news on a page: headline, dateline and body."""

    item_id: Annotated[str, Column("The page's id, `#` and the item's first character.", key=True)]
    page_id: Annotated[str, Column("The page it stands on.", references="pages.page_id")]
    position: Annotated[int, Column("Place on the page, counted from 0.")]
    headline: Annotated[str | None, Column("Repaired headline; null for one-line entries.")]
    published_on: Annotated[
        date | None,
        Column("Dateline, day head, stamp or entry date; the first day where only a month or year is said."),
    ]
    published_precision: Annotated[
        str | None, Column("How much of published_on the page says.", choices=PRECISIONS)
    ]
    published_source: Annotated[str | None, Column("Where published_on was read.", choices=PUBLISHED_SOURCES)]
    text: Annotated[str, Column("Repaired body, without headline and dateline.")]
    truncated: Annotated[bool, Column("True where the text itself is cut off.")]
    start: Annotated[int, Column(START)]
    end: Annotated[int, Column(END)]
    layout: Annotated[str, Column("The layout that cut the item.", added=True)]


@dataclass(frozen=True, slots=True)
class RejectedSpan:
    """A stretch of a page that belongs to no item, and why."""

    page_id: Annotated[str, Column("The page.", key=True, references="pages.page_id")]
    start: Annotated[int, Column(START, key=True)]
    end: Annotated[int, Column(END)]
    text: Annotated[str, Column("The words left out, as they stand in the page.")]
    reason: Annotated[str, Column("Why they are no item: menu, footer, section head, ...")]


@dataclass(frozen=True, slots=True)
class DateRow:
    """An expression that names a point or span of calendar time."""

    item_id: Annotated[str, Column("The item.", key=True, references="items.item_id")]
    text: Annotated[str, Column("The expression, repaired.")]
    value: Annotated[
        str | None,
        Column("`2011-08-04`, `2011-08`, `2011`, `--08-04` where no year is known; null where nothing is."),
    ]
    date_start: Annotated[date | None, Column("First day of the time named.")]
    date_end: Annotated[date | None, Column("Last day of the time named.")]
    precision: Annotated[str | None, Column("Precision of value.", choices=PRECISIONS)]
    relative: Annotated[bool, Column("True where it was counted from another date.")]
    anchor: Annotated[str | None, Column("The text or date that a relative one was counted from.")]
    start: Annotated[int, Column(START, key=True)]
    end: Annotated[int, Column(END, key=True)]
    rule: Annotated[str, Column("The rule that read it.", added=True)]


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A place in an item's text that names a person, an organisation or a place."""

    mention_id: Annotated[str, Column("The item's page, `@` and the offsets.", key=True)]
    item_id: Annotated[str, Column("The item.", references="items.item_id")]
    entity_kind: Annotated[str, Column("What is named.", choices=ENTITY_KINDS)]
    entity_id: Annotated[str, Column("person_id, organization_id or place_id, by entity_kind.")]
    text: Annotated[str, Column("The name as written here, repaired.")]
    start: Annotated[int, Column(START)]
    end: Annotated[int, Column(END)]
    rule: Annotated[str, Column("The evidence that made it a name.", added=True)]


@dataclass(frozen=True, slots=True)
class Person:
    """A person, one row whatever they are called on whichever page."""

    person_id: Annotated[str, Column("Readable id made from the name.", key=True)]
    name: Annotated[str, Column("Fullest well-spelt form of the name.")]
    aliases: Annotated[tuple[str, ...], Column("Other forms met, sorted.")]
    mention_count: Annotated[int, Column("Rows in mentions.", unit="mentions")]
    item_count: Annotated[int, Column("Items that mention the person.", unit="items")]
    first_date: Annotated[date | None, Column("First day of the earliest dated event they take part in.")]
    last_date: Annotated[date | None, Column("First day of the latest dated event they take part in.")]
    curated: Annotated[bool, Column("True where a person decided on it.", added=True)] = False


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation: association, authority, court, media, company."""

    organization_id: Annotated[str, Column("Readable id made from the name.", key=True)]
    name: Annotated[str, Column("Shortest full name.")]
    acronym: Annotated[str | None, Column("Acronym, where the pages give one.")]
    aliases: Annotated[tuple[str, ...], Column("Other forms met, sorted.")]
    mention_count: Annotated[int, Column("Rows in mentions.", unit="mentions")]
    item_count: Annotated[int, Column("Items that mention it.", unit="items")]
    first_date: Annotated[date | None, Column("First day of the earliest dated event it takes part in.")]
    last_date: Annotated[date | None, Column("First day of the latest dated event it takes part in.")]
    curated: Annotated[bool, Column("True where a person decided on it.", added=True)] = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place: country, region, city, street, or a building such as a prison."""

    place_id: Annotated[str, Column("Readable id made from the name.", key=True)]
    name: Annotated[str, Column("Name of the place.")]
    kind: Annotated[str, Column("What kind of place.", choices=PLACE_KINDS)]
    aliases: Annotated[tuple[str, ...], Column("Other forms met, sorted.")]
    country_code: Annotated[str | None, Column("Country, ISO 3166-1 alpha-2, where known.")]
    latitude: Annotated[
        float | None, Column("Latitude, WGS 84; of a region: of the middle of its people.", unit="degrees")
    ]
    longitude: Annotated[
        float | None, Column("Longitude, WGS 84; of a region: of the middle of its people.", unit="degrees")
    ]
    geonames_id: Annotated[int | None, Column("GeoNames id, where the gazetteer knows the place.")]
    mention_count: Annotated[int, Column("Rows in mentions.", unit="mentions")]
    item_count: Annotated[int, Column("Items that mention it.", unit="items")]
    curated: Annotated[bool, Column("True where a person decided on it.", added=True)] = False


@dataclass(frozen=True, slots=True)
class PersonRole:
    """A person's part in an event."""

    person_id: Annotated[str, Column("The person.", references="people.person_id")]
    name: Annotated[str, Column("The person's name.")]
    role: Annotated[str, Column("Part taken.", choices=ROLES)]


@dataclass(frozen=True, slots=True)
class OrganizationRole:
    """An organisation's part in an event."""

    organization_id: Annotated[str, Column("The organisation.", references="organizations.organization_id")]
    name: Annotated[str, Column("The organisation's name.")]
    role: Annotated[str, Column("Part taken.", choices=ROLES)]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the pages say happened or is happening, told once or often."""

    event_id: Annotated[str, Column("Readable id: type, date, and who or where.", key=True)]
    event_type: Annotated[str, Column("Type of the event.")]
    plover_event: Annotated[
        str | None,
        Column("PLOVER event of the type, or of what is said."),
    ]
    plover_mode: Annotated[str | None, Column("PLOVER mode of the type, or of what was done.")]
    trigger: Annotated[str, Column("The words that name the event in its best telling.")]
    sentence: Annotated[str, Column("The sentence of the best telling, repaired.")]
    date_start: Annotated[date | None, Column("First day; null where no telling gives a date with a year.")]
    date_end: Annotated[date | None, Column("Last day of the time that the text gives.")]
    date_precision: Annotated[str | None, Column("Precision of the date.", choices=PRECISIONS)]
    place_id: Annotated[str | None, Column("Closest place said.", references="places.place_id")]
    place_name: Annotated[str | None, Column("Name of that place.")]
    people: Annotated[tuple[PersonRole, ...], Column("People who take part, with roles.")]
    organizations: Annotated[
        tuple[OrganizationRole, ...], Column("Organisations that take part, with roles.")
    ]
    item_ids: Annotated[tuple[str, ...], Column("Items that tell it.")]
    mention_count: Annotated[int, Column("Rows in event_mentions.", unit="tellings")]
    confidence: Annotated[float, Column("Estimated chance that the event is right, 0 to 1.")]
    curated: Annotated[bool, Column("True where a person decided on it.", added=True)] = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of an event: a sentence of an item and its trigger."""

    event_id: Annotated[str, Column("The event.", key=True, references="events.event_id")]
    item_id: Annotated[str, Column("The item.", key=True, references="items.item_id")]
    trigger: Annotated[str, Column("The words that name the event here, repaired.")]
    sentence: Annotated[str, Column("The sentence, repaired.")]
    trigger_start: Annotated[int, Column("First character of the trigger.", key=True)]
    trigger_end: Annotated[int, Column("End (exclusive) of the trigger.")]
    start: Annotated[int, Column("First character of the sentence.")]
    end: Annotated[int, Column("End (exclusive) of the sentence.")]
    rule: Annotated[str, Column("The frame that found it.", added=True)]


@dataclass(frozen=True, slots=True)
class EventPerson:
    """A person in an event, one row each."""

    event_id: Annotated[str, Column("The event.", key=True, references="events.event_id")]
    person_id: Annotated[str, Column("The person.", key=True, references="people.person_id")]
    role: Annotated[str, Column("Part taken.", key=True, choices=ROLES)]


@dataclass(frozen=True, slots=True)
class EventOrganization:
    """An organisation in an event, one row each."""

    event_id: Annotated[str, Column("The event.", key=True, references="events.event_id")]
    organization_id: Annotated[
        str, Column("The organisation.", key=True, references="organizations.organization_id")
    ]
    role: Annotated[str, Column("Part taken.", key=True, choices=ROLES)]


@dataclass(frozen=True, slots=True)
class Correction:
    """A repair of the page's text, kept beside it."""

    page_id: Annotated[str, Column("The page.", key=True, references="pages.page_id")]
    item_id: Annotated[str | None, Column("The item; null outside items.", references="items.item_id")]
    original: Annotated[str, Column("The characters as they stand in the page.")]
    corrected: Annotated[str, Column("What they are read as.")]
    kind: Annotated[str, Column("What was wrong.", choices=CORRECTION_KINDS)]
    confidence: Annotated[float, Column("Estimated chance that the repair is right, 0 to 1.")]
    start: Annotated[int, Column(START, key=True)]
    end: Annotated[int, Column(END)]


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A row of a curation file, and whether it found its target."""

    file: Annotated[str, Column("The file under curation/, without its ending.", key=True)]
    line: Annotated[int, Column("Its line there; the header is line 1.", key=True)]
    decision: Annotated[str, Column("What was decided.")]
    applied: Annotated[bool, Column("True where it was carried out.")]
    problem: Annotated[str | None, Column("Why it was not.")]


TABLES: tuple[tuple[str, type], ...] = (
    ("pages", Page),
    ("page_texts", PageText),
    ("items", Item),
    ("rejected_spans", RejectedSpan),
    ("dates", DateRow),
    ("mentions", MentionRow),
    ("people", Person),
    ("organizations", Organization),
    ("places", Place),
    ("events", Event),
    ("event_mentions", EventMention),
    ("event_people", EventPerson),
    ("event_organizations", EventOrganization),
    ("corrections", Correction),
    ("decisions", DecisionRow),
)
