"""Fields that say when a record was written or changed, `Last updated: 3 May 2014`, once in each record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.record_fields import FIELD, tells_date_alone
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_AT_LEAST = 2


def read_day_fields(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines as datelines where two or more have the same label.

    A single one speaks of the page.
    """
    alike: dict[str, list[Row]] = {}
    for row in rows:
        label = _label(row)
        if label:
            alike.setdefault(label, []).append(row)
    read = list(rows)
    for row in (row for lines in alike.values() if len(lines) >= _AT_LEAST for row in lines):
        read[row.index] = as_dateline(row)
    return read


def _label(row: Row) -> str | None:
    """What stands before the colon, where it says that something was written or changed."""
    field = FIELD.match(row.folded.text, row.marker)
    words = words_of(field.group(1)) if field else ()
    of_record = lexicon().written.issuperset(words) and not lexicon().writing.isdisjoint(words)
    return " ".join(words) if of_record and tells_date_alone(row) else None


def as_dateline(row: Row) -> Row:
    """A line that holds a date as one that is nothing else."""
    end, hit = len(row.folded.text), next(find_dates(row.folded.text, row.marker), None)
    return replace(
        row, shape=Shape.DATE, date=hit, reason=None, zone=None,
        text_start=end, text_end=end, stamp_start=row.marker, stamp_end=end,
    )  # fmt: skip
