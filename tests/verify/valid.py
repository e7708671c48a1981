"""A small dataset with nothing wrong in it, and the pages that it was made from."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.schema.datapackage import write_datapackage
from pipeline.schema.dataset import (
    TABLES,
    Correction,
    DateRow,
    DecisionRow,
    Event,
    EventMention,
    EventOrganization,
    EventPerson,
    Item,
    MentionRow,
    Organization,
    OrganizationRole,
    Page,
    PageText,
    Person,
    PersonRole,
    Place,
    RejectedSpan,
)
from pipeline.storage.tables import write_rows

RIVER = """Home | About
Editor detianed in Kisumu
12 May 2014
Police in Kisumu detained the editor Atieno Odhiambo on 11\u00a0May 2014.
The Lake Press Union said that Ms Odhi\u00adambo was beaten.She was freed in June 2014.

Tea &amp; talk in Lodz
The Lake Press Union met readers in Lodz from 6 to 8 May 2014.
"""
LODZ = "\ufeffJune 2014\r\nAtieno  Odhiambo was freed, the news-\r\nletter reports.\r\n"
RAW = {"news/river.txt": RIVER.encode(), "lodz.txt": LODZ.encode(), "empty.txt": b""}


def span(text: str, words: str, after: str = "") -> tuple[int, int]:
    """Offsets of words in a page, the first behind `after`."""
    start = text.index(words, text.index(after))
    return start, start + len(words)


def _correction(original: str, corrected: str, kind: str, item: str) -> Correction:
    return Correction("river", item, original, corrected, kind, 0.9, *span(RIVER, original))


def _page(page_id: str, path: str, text: str, item_count: int, problem: str | None = None) -> Page:
    sha256 = hashlib.sha256(RAW[path]).hexdigest()
    return Page(page_id, path, sha256, None, None, None, "en", len(text), item_count, problem)


def _mention(item: str, kind: str, entity: str, words: str, read: str | None = None, after: str = "") -> Any:
    page, text = ("river", RIVER) if item.startswith("river") else ("lodz", LODZ)
    start, end = span(text, words, after)
    return MentionRow(f"{page}@{start}-{end}", item, kind, entity, read or words, start, end, "test")


def _date(item: str, words: str, value: str, start: date, end: date, precision: str, after: str = "") -> Any:
    text = RIVER if item.startswith("river") else LODZ
    read = " ".join(words.split())
    return DateRow(item, read, value, start, end, precision, False, None, *span(text, words, after), "test")


def _telling(event: str, item: str, trigger: str, sentence: str, read: str | None = None) -> EventMention:
    text = RIVER if item.startswith("river") else LODZ
    start, end = span(text, sentence)
    told = (text.index(trigger, start), text.index(trigger, start) + len(trigger))
    return EventMention(event, item, trigger, read or sentence, *told, start, end, "test")


def rows() -> dict[str, list[Any]]:
    """The rows of every table."""
    first, second = span(RIVER, "Editor")[0], span(RIVER, "Tea")[0]
    editor, tea, freed = f"river#{first}", f"river#{second}", "lodz#1"
    held = "Police in Kisumu detained the editor Atieno Odhiambo on 11\u00a0May 2014."
    met = "The Lake Press Union met readers in Lodz from 6 to 8 May 2014."
    june = (date(2014, 6, 1), date(2014, 6, 30))
    tables: dict[str, list[Any]] = {name: [] for name, _ in TABLES}
    tables["pages"] = [
        _page("empty", "empty.txt", "", 0, "empty file"),
        _page("lodz", "lodz.txt", LODZ, 1),
        _page("river", "news/river.txt", RIVER, 2),
    ]
    tables["page_texts"] = [PageText("empty", ""), PageText("lodz", LODZ), PageText("river", RIVER)]
    tables["items"] = [
        Item(
            freed, "lodz", 0, None, june[0], "month", "entry",
            "Atieno Odhiambo was freed, the newsletter reports.", False, 1, len(LODZ) - 2, "entries",
        ),
        Item(
            editor, "river", 0, "Editor detained in Kisumu", date(2014, 5, 12), "day", "dateline",
            "Police in Kisumu detained the editor Atieno Odhiambo on 11 May 2014.\n"
            "The Lake Press Union said that Ms Odhiambo was beaten. She was freed in June 2014.",
            False, first, span(RIVER, "June 2014.")[1], "articles",
        ),
        Item(
            tea, "river", 1, "Tea & talk in Lodz", None, None, None, met, False, second,
            span(RIVER, "8 May 2014.")[1], "articles",
        ),
    ]  # fmt: skip
    tables["rejected_spans"] = [RejectedSpan("river", *span(RIVER, "Home | About"), "Home | About", "menu")]
    tables["dates"] = [
        _date(freed, "June 2014", "2014-06", *june, "month"),
        _date(editor, "12 May 2014", "2014-05-12", date(2014, 5, 12), date(2014, 5, 12), "day"),
        _date(editor, "11\u00a0May 2014", "2014-05-11", date(2014, 5, 11), date(2014, 5, 11), "day"),
        _date(editor, "June 2014", "2014-06", *june, "month"),
        _date(tea, "6 to 8 May 2014", "2014-05-06", date(2014, 5, 6), date(2014, 5, 8), "day"),
    ]
    tables["mentions"] = [
        _mention(freed, "person", "atieno-odhiambo", "Atieno  Odhiambo", "Atieno Odhiambo"),
        _mention(editor, "place", "kisumu", "Kisumu"),
        _mention(editor, "place", "kisumu", "Kisumu", after="Police"),
        _mention(editor, "person", "atieno-odhiambo", "Atieno Odhiambo"),
        _mention(editor, "organization", "lake-press-union", "Lake Press Union"),
        _mention(editor, "person", "atieno-odhiambo", "Odhi\u00adambo", "Odhiambo"),
        _mention(tea, "place", "lodz", "Lodz"),
        _mention(tea, "organization", "lake-press-union", "Lake Press Union", after="Tea"),
        _mention(tea, "place", "lodz", "Lodz", after="readers"),
    ]
    person, body = PersonRole("atieno-odhiambo", "Atieno Odhiambo", "target"), "lake-press-union"
    union = OrganizationRole(body, "Lake Press Union", "actor")
    day, range_ = date(2014, 5, 11), (date(2014, 5, 6), date(2014, 5, 8))
    detention, meeting, release = (
        "detention-2014-05-11-atieno",
        "meeting-2014-05-06",
        "release-2014-06-atieno",
    )
    tables["people"] = [Person("atieno-odhiambo", "Atieno Odhiambo", ("Odhiambo",), 3, 2, day, june[0])]
    tables["organizations"] = [Organization(body, "Lake Press Union", None, (), 2, 2, range_[0], range_[0])]
    tables["places"] = [
        Place("kisumu", "Kisumu", "city", (), "KE", -0.1, 34.75, 191245, 2, 1),
        Place("lodz", "Lodz", "city", (), "PL", 51.77, 19.46, None, 2, 1),
    ]
    tables["event_mentions"] = [
        _telling(detention, editor, "detianed", "Editor detianed in Kisumu", "Editor detained in Kisumu"),
        _telling(detention, editor, "detained", held, held.replace("\u00a0", " ")),
        _telling(meeting, tea, "met", met),
        _telling(
            release, freed, "freed", "Atieno  Odhiambo was freed, the news-\r\nletter reports.",
            "Atieno Odhiambo was freed, the newsletter reports.",
        ),
        _telling(release, editor, "freed", "She was freed in June 2014."),
    ]  # fmt: skip
    told = {row.trigger_start: row for row in tables["event_mentions"]}
    typo = min(told)
    tables["event_mentions"][0] = EventMention(
        detention, editor, "detained", told[typo].sentence, typo, told[typo].trigger_end, told[typo].start,
        told[typo].end, "test",
    )  # fmt: skip
    tables["events"] = [
        Event(
            detention, "detention", "COERCE", "arrest", "detained", held.replace("\u00a0", " "), day, day,
            "day", "kisumu", "Kisumu", (person,), (), (editor,), 2, 0.9,
        ),
        Event(
            meeting, "meeting_or_conference", "CONSULT", None, "met", met, *range_, "day", "lodz", "Lodz", (),
            (union,), (tea,), 1, 0.8,
        ),
        Event(
            release, "release", "RETREAT", "release", "freed", "She was freed in June 2014.", *june, "month",
            None, None, (person,), (), (freed, editor), 2, 0.85,
        ),
    ]  # fmt: skip
    tables["event_people"] = [
        EventPerson(detention, "atieno-odhiambo", "target"),
        EventPerson(release, "atieno-odhiambo", "target"),
    ]
    tables["event_organizations"] = [EventOrganization(meeting, body, "actor")]
    tables["corrections"] = [
        _correction("detianed", "detained", "spelling", editor),
        _correction("beaten.She", "beaten. She", "spacing", editor),
        _correction("&amp;", "&", "entity", tea),
    ]
    tables["decisions"] = [DecisionRow("entities", 2, "same: Odhiambo, Atieno Odhiambo", True, None)]
    return tables


def write_valid(folder: Path) -> Path:
    """Write the dataset into a folder; returns the folder."""
    for name, row in TABLES:
        write_rows(folder / f"{name}.parquet", row, rows()[name])
    write_datapackage(folder)
    return folder


def write_raw(folder: Path) -> Path:
    """Write the pages into a folder; returns the folder."""
    for path, content in RAW.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder
