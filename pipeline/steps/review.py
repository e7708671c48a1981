"""dataset, doubtful pairs → output/review/*.csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.curation.decisions import COLUMNS
from pipeline.curation.review import ReviewRow, doubtful_events, doubtful_pairs
from pipeline.paths import Paths
from pipeline.schema.dataset import Event, EventMention, Item
from pipeline.schema.flow import DoubtfulPair
from pipeline.spreadsheet import defuse
from pipeline.storage import read_rows, write_text


def write_review(paths: Paths) -> Iterator[tuple[Path, int]]:
    """Write the doubtful cases, one file a kind; yields each file and how many it holds."""
    pairs = list(doubtful_pairs(read_rows(paths.stage("doubtful"), DoubtfulPair)))
    tables = (
        read_rows(paths.dataset / "events.parquet", Event),
        read_rows(paths.dataset / "event_mentions.parquet", EventMention),
        read_rows(paths.dataset / "items.parquet", Item),
    )
    for file, rows in (("entities", pairs), ("events", list(doubtful_events(*tables)))):
        path = paths.output / "review" / f"{file}.csv"
        write_text(path, _csv(COLUMNS[file], rows))
        yield path, len(rows)


def _csv(columns: tuple[str, ...], rows: Iterable[ReviewRow]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([defuse(row.cells.get(column, "")) for column in columns] for row in rows)
    return text.getvalue()
