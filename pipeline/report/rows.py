"""The rows that the review page shows, read from the dataset's tables."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from pipeline.schema.dataset import (
    Correction,
    DateRow,
    DecisionRow,
    Event,
    EventMention,
    Item,
    MentionRow,
    Organization,
    Page,
    PageText,
    Person,
    Place,
    RejectedSpan,
)
from pipeline.schema.flow import DoubtfulPair
from pipeline.storage.dataset import published, published_values
from pipeline.storage.tables import read_rows

Row = TypeVar("Row")
Grouped = dict[str, list[Row]]

EVENT = (
    "event_id event_type plover_event plover_mode trigger sentence date_start date_end date_precision"
    " place_id item_ids mention_count confidence curated"
)
TELLING = "event_id item_id trigger trigger_start trigger_end start end rule"
MENTION = "item_id entity_kind entity_id start end text rule"
DATE = "item_id start end value relative anchor rule"
CORRECTION = "start end original corrected kind confidence"
ITEM = (
    "item_id page_id position headline published_on published_precision published_source truncated start end"
    " layout"
)
PERSON = "person_id name aliases mention_count item_count first_date last_date curated"
ORGANIZATION = "organization_id name acronym aliases mention_count item_count first_date last_date curated"
PLACE = "place_id name kind aliases country_code latitude longitude mention_count item_count curated"
"""What the page shows of the tables that have many rows."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A dataset's rows; those that stand in a page's text are grouped by its page_id."""

    pages: list[Page]
    texts: dict[str, str]
    items: list[Item]
    people: list[Person]
    organizations: list[Organization]
    places: list[Place]
    events: list[Event]
    tellings: Grouped[EventMention]
    mentions: Grouped[MentionRow]
    dates: Grouped[DateRow]
    corrections: Grouped[Correction]
    rejected: Grouped[RejectedSpan]
    doubtful: list[DoubtfulPair]
    decisions: list[DecisionRow]


def read_dataset(dataset: Path, doubtful: Path) -> Rows:
    """Read the tables of a dataset, and the pairs that linking kept apart.

    Raises PipelineError where a table is missing or damaged.
    """
    items = list(_shown(dataset, Item, ITEM))
    page_of_item = {item.item_id: item.page_id for item in items}

    def of_item(row: Any) -> str:
        return page_of_item[row.item_id]

    def of_page(row: Any) -> str:
        return str(row.page_id)

    return Rows(
        pages=list(published(dataset, Page)),
        texts={row.page_id: row.text for row in _shown(dataset, PageText, "page_id text")},
        items=items,
        people=list(_shown(dataset, Person, PERSON)),
        organizations=list(_shown(dataset, Organization, ORGANIZATION)),
        places=list(_shown(dataset, Place, PLACE)),
        events=list(_shown(dataset, Event, f"{EVENT} people organizations")),
        tellings=_grouped(_shown(dataset, EventMention, TELLING), of_item),
        mentions=_grouped(_shown(dataset, MentionRow, MENTION), of_item),
        dates=_grouped(_shown(dataset, DateRow, DATE), of_item),
        corrections=_grouped(_shown(dataset, Correction, f"page_id {CORRECTION}"), of_page),
        rejected=_grouped(published(dataset, RejectedSpan), of_page),
        doubtful=list(read_rows(doubtful, DoubtfulPair)),
        decisions=list(published(dataset, DecisionRow)),
    )


def _shown(dataset: Path, row: type[Row], columns: str) -> Iterable[Row]:
    """The rows of a table with these columns alone, as tuples: many times as fast as rows of the class."""
    light = cast(Any, namedtuple)(row.__name__, columns)
    rows: Iterable[Row] = map(light, *published_values(dataset, row, light._fields))
    return rows


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> Grouped[Row]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)
