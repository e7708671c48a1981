"""dataset, doubtful pairs → output/review/*.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.curation.decisions import COLUMNS
from pipeline.curation.doubts import Doubts
from pipeline.curation.review import (
    ReviewRow,
    doubtful_events,
    doubtful_items,
    doubtful_names,
    doubtful_pairs,
)
from pipeline.doubtful import DOUBTFUL_BELOW
from pipeline.paths import Paths
from pipeline.schema.dataset import DateRow, Event, EventMention, Item, MentionRow, PageText, Person
from pipeline.schema.flow import DoubtfulPair
from pipeline.spreadsheet import defuse
from pipeline.storage.dataset import published
from pipeline.storage.files import write_text
from pipeline.storage.tables import read_rows


def write_review(paths: Paths, below: float = DOUBTFUL_BELOW) -> Iterator[tuple[Path, int]]:
    """Write the doubtful cases, one file a kind; yields each file and how many it holds.

    Events are listed that are less sure than `below`, 0 to 1.
    """
    items = list(published(paths.dataset, Item))
    texts = {row.page_id: row.text for row in published(paths.dataset, PageText)}
    mentions = published(paths.dataset, MentionRow)
    people = published(paths.dataset, Person)
    events = published(paths.dataset, Event)
    tellings = published(paths.dataset, EventMention)
    judge = Doubts(items, published(paths.dataset, MentionRow), published(paths.dataset, DateRow))
    doubts = (
        ("entities", doubtful_pairs(read_rows(paths.stage("doubtful"), DoubtfulPair))),
        ("events", doubtful_events(events, tellings, items, judge, below)),
        ("mentions", doubtful_names(mentions, people, items)),
        ("items", doubtful_items(items, texts)),
    )
    for file, found in doubts:
        rows = list(found)
        path = paths.output / "review" / f"{file}.csv"
        write_text(path, _csv(COLUMNS[file], rows))
        yield path, len(rows)


def _csv(columns: tuple[str, ...], rows: Iterable[ReviewRow]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defuse(row.cells.get(column, "")) for column in columns] for row in rows)
    return text.getvalue()
