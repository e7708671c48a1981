"""Pages of records: the same labelled fields again and again, `Name: ...`, `Place: ...`, `Charge: ...`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.record_fields import as_detail, as_fact, as_field, label_of, tells_date_alone
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_FIELD = re.compile(r"([^\W\d_][\w' ]{1,24}):\s(?=\S)")
_SENTENCE_END = re.compile(r"[^\s.]{3,40}[.?]$")  # and no `10 a.m.`
_AT_LEAST = 3
_HEADS = (Shape.HEAD, Shape.DATED_HEAD)


def read_records(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the first field of each record read as its headline and the others as text.

    Rows stay as they are where fewer than two labels come back three times, or the first of a record
    does not say whom or what it is about.
    """
    labels = [label_of(row) for row in rows]
    return _without_fact_heads(_records(rows, labels), labels)


def fact_label(row: Row) -> str | None:
    """The label of a line such as `Judge: ...` or `Observers: ...`, a fact on the text beside it."""
    label = label_of(row)
    return label if label in lexicon().record_facts else None


def _records(rows: Sequence[Row], labels: Sequence[str | None]) -> list[Row]:
    counts = Counter(label for label in labels if label)
    often = {label for label, count in counts.items() if count >= _AT_LEAST}
    opener = next((label for label in labels if label in often), None)
    if len(often) < 2 or opener is None:
        return _runs_of_fields(rows, labels)
    if opener in lexicon().record_days and (entries := _entries(rows, labels, opener)):
        return entries
    if opener not in lexicon().record_openers:
        under = _under_headlines(rows, labels)
        details = [_detail(row, labels[row.index], often, under) for row in rows]
        return _runs_of_fields(_with_titles(details, labels, often, under), labels)
    return [
        as_field(row, label == opener) if label in often else row
        for row, label in zip(rows, labels, strict=True)
    ]


def _under_headlines(rows: Sequence[Row], labels: Sequence[str | None]) -> set[int]:
    """Labelled lines set close under a heading that has no label, or under another such line."""
    under: set[int] = set()
    for above, row in pairwise(rows):
        field = labels[row.index] is not None or (row.skipped and _FIELD.match(row.folded.text))
        close = field and not row.gap
        headed = above.shape is Shape.HEAD and labels[above.index] is None
        if close and (headed or above.index in under):
            under.add(row.index)
    return under


def _with_titles(
    rows: Sequence[Row], labels: Sequence[str | None], often: Collection[str], under: Collection[int]
) -> list[Row]:
    """Headings over three such records or more are headlines, however short: the names of people."""
    titles = {
        row.index
        for row, below in pairwise(rows)
        if row.shape is Shape.HEAD and below.index in under and labels[below.index] in often
    }
    many = len(titles) >= _AT_LEAST
    return [replace(row, numbered=True) if many and row.index in titles else row for row in rows]


def _detail(row: Row, label: str | None, often: Collection[str], under: Collection[int]) -> Row:
    """A field of a record that opens with none of a name is no headline, nor is another set close to it."""
    if label in often and label in lexicon().record_details:
        return as_detail(row)
    field = row.index in under and (label in often or row.index - 1 in under)
    return as_fact(row) if field else row


def _entries(rows: Sequence[Row], labels: Sequence[str | None], opener: str) -> list[Row]:
    """Records without a headline that open with their day, `When: 3 May 2014`: each is an entry.

    Empty where one has no day, or where most stand under a headline.
    """
    days = {row.index: next(find_dates(row.text), None) for row in rows if labels[row.index] == opener}
    headed = sum(i > 0 and rows[i - 1].shape in _HEADS for i in days)
    if not all(days.values()) or not all(rows[i].gap for i in days) or headed * 2 > len(days):
        return []
    read = [
        as_field(row, opener=False) if labels[row.index] and row.index > min(days) else row for row in rows
    ]
    for i, hit in days.items():
        end = len(rows[i].folded.text)
        read[i] = replace(
            rows[i], shape=Shape.DATED_PROSE, date=hit,
            text_start=end, text_end=end, stamp_start=0, stamp_end=end,
        )  # fmt: skip
    return read


def _runs_of_fields(rows: Sequence[Row], labels: Sequence[str | None]) -> list[Row]:
    """Three labelled lines or more in a row are facts on what they stand under, no headlines."""
    read = list(rows)
    start = 0
    for i in range(len(rows) + 1):
        if i < len(rows) and labels[i] and (i == start or not rows[i].gap):
            continue
        first = start + (i > start and _is_headline(rows[start], labels))
        if i - first >= _AT_LEAST and not any(_SENTENCE_END.search(row.text) for row in rows[first:i]):
            for row in rows[first:i]:
                read[row.index] = as_fact(row)
        start = i if i < len(rows) and labels[i] else i + 1
    return read


def _is_headline(row: Row, labels: Sequence[str | None]) -> bool:
    """`Market case: lawyer sent out` over `Court: ...`: what its colon ends is no field and comes once."""
    label = labels[row.index]
    words = lexicon()
    known = label in words.record_facts or label in words.record_details or label in words.record_openers
    return row.shape in _HEADS and not known and labels.count(label) == 1


def _without_fact_heads(rows: Sequence[Row], labels: Sequence[str | None]) -> list[Row]:
    """`Court: ...` and the like are no headlines where the label comes back or stands beside another such.

    Nor is another labelled line right under one: `Claimants: ...`; nor one that tells but a date.
    """
    known = [fact_label(row) for row in rows]
    counts = Counter(label for label in known if label)
    read = list(rows)
    for i, (row, label) in enumerate(zip(rows, known, strict=True)):
        above = i > 0 and known[i - 1] is not None and not row.gap
        under = i + 1 < len(rows) and known[i + 1] is not None and not rows[i + 1].gap
        alone = row.gap and i + 1 < len(rows) and rows[i + 1].gap
        fact = label is not None and ((counts[label] > 1 and not alone) or under or tells_date_alone(row))
        if not row.numbered and (fact or (above and labels[i] is not None)):
            read[i] = as_fact(row)
    return read
