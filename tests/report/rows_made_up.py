"""Datasets that no pipeline run made: one item a page, one event a page, offsets in code points."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from pipeline.report import Rows
from pipeline.schema.dataset import (
    EVENT_TYPES,
    Event,
    EventMention,
    Item,
    MentionRow,
    Organization,
    Page,
    Person,
    PersonRole,
    Place,
)
from pipeline.schema.flow import DoubtfulPair

FIRST_DAY = date(1995, 1, 1)


def made_up(texts: Sequence[str], name: str = "Ada", events_per_page: int = 1) -> Rows:
    """Pages of these texts; each page's events have the whole text as sentence, its first word as trigger.

    The person of the event is mentioned where `name` stands first in the text.
    """
    rows = Rows(
        pages=[], texts={}, items=[], people=[], organizations=[], places=[], events=[], tellings={},
        mentions={}, dates={}, corrections={}, rejected={}, doubtful=[], decisions=[],
    )  # fmt: skip
    people = max(1, len(texts) // 5)
    for number in range(people):
        called = name if number == 0 else f"{name} {number}"
        rows.people.append(Person(f"person-{number}", called, (), 1, 1, None, None))
    rows.organizations.append(Organization("body", f"Body of {name}", None, (), 1, 1, None, None))
    rows.places.append(Place("town", f"Town {name}", "city", (), "XX", 1.0, 2.0, None, 1, 1))
    for number, text in enumerate(texts):
        _add_page(rows, number, text, name, events_per_page, people)
    if people > 1:
        rows.doubtful.append(DoubtfulPair("person", "person-0", "person-1", 0.8, f"like {name}"))
    return rows


def _add_page(rows: Rows, number: int, text: str, name: str, events: int, people: int) -> None:
    page_id, item_id = f"page-{number}", f"page-{number}#0"
    length, trigger = len(text), len(text.split()[0])
    rows.pages.append(Page(page_id, f"{name}{number}.txt", "0" * 64, name, None, None, "en", length, 1, None))
    rows.texts[page_id] = text
    rows.items.append(
        Item(item_id, page_id, 0, name, None, None, None, text, False, 0, length, "single article")
    )
    if (at := text.find(name)) >= 0:
        end = at + len(name)
        mention = MentionRow(f"{page_id}@{at}-{end}", item_id, "person", "person-0", name, at, end, "test")
        rows.mentions[page_id] = [mention]
    for position in range(events):
        serial = number * events + position
        day = FIRST_DAY + timedelta(days=serial % 9000)
        event_id = f"event-{serial}"
        person = PersonRole(f"person-{serial % people}", name, "target")
        rows.events.append(
            Event(
                event_id=event_id,
                event_type=EVENT_TYPES[serial % len(EVENT_TYPES)],
                plover_event=None,
                plover_mode=None,
                trigger=text[:trigger],
                sentence=text,
                date_start=day,
                date_end=day,
                date_precision="day",
                place_id="town",
                place_name=f"Town {name}",
                people=(person,),
                organizations=(),
                item_ids=(item_id,),
                mention_count=1,
                confidence=0.5 + serial % 5 / 10,
            )
        )
        rows.tellings.setdefault(page_id, []).append(
            EventMention(event_id, item_id, text[:trigger], text, 0, trigger, 0, length, "test")
        )
