"""The rows that the review page shows, read from the dataset's tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

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
from pipeline.storage.dataset import published
from pipeline.storage.tables import read_rows

Row = TypeVar("Row")
Grouped = dict[str, list[Row]]


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

    items = list(published(dataset, Item))
    page_of_item = {item.item_id: item.page_id for item in items}

    def of_item(row: Any) -> str:
        return page_of_item[row.item_id]

    def of_page(row: Any) -> str:
        return str(row.page_id)

    return Rows(
        pages=list(published(dataset, Page)),
        texts={row.page_id: row.text for row in published(dataset, PageText)},
        items=items,
        people=list(published(dataset, Person)),
        organizations=list(published(dataset, Organization)),
        places=list(published(dataset, Place)),
        events=list(published(dataset, Event)),
        tellings=_grouped(published(dataset, EventMention), of_item),
        mentions=_grouped(published(dataset, MentionRow), of_item),
        dates=_grouped(published(dataset, DateRow), of_item),
        corrections=_grouped(published(dataset, Correction), of_page),
        rejected=_grouped(published(dataset, RejectedSpan), of_page),
        doubtful=list(read_rows(doubtful, DoubtfulPair)),
        decisions=list(published(dataset, DecisionRow)),
    )


def _grouped(rows: Iterable[Row], key: Callable[[Row], str]) -> Grouped[Row]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return dict(groups)
