"""Documents under a block of labelled fields, one of them the title: `Doc. no.: 7/2014`, `Subject: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_FIELD = re.compile(r"([^\W\d_][\w'’. /-]{1,30}?)\s?:\s(?=\S)")
_AT_LEAST = 2
_ENDS = (".", "?", "!")
_MAIL = frozenset(("from", "to", "cc", "sent", "reply-to", "message-id"))
_READABLE = ("mail", "tags", "metadata")


def read_title_fields(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the title field of each such block as its headline and its other fields as details.

    A block is two labelled lines or more set close to each other, one of them a title, and a text under it.
    Dates keep their shape; fields that are sentences stay text. The header of a mail is none.
    """
    read = list(rows)
    for row in _lone_titles(rows):
        read[row.index] = _as_headline(row)
    for block in _blocks(rows):
        labels = [_label(row) for row in block]
        titles = [row for row, label in zip(block, labels, strict=True) if label in lexicon().record_titles]
        after = rows[block[-1].index + 1 : block[-1].index + 2]
        if len(titles) != 1 or len(block) < _AT_LEAST or not _MAIL.isdisjoint(labels):
            continue
        if not all(row.is_text for row in after):
            continue
        for row in block:
            read[row.index] = _as_headline(row) if row is titles[0] else _as_detail(row)
    return read


def _lone_titles(rows: Sequence[Row]) -> list[Row]:
    """`Subject: ...` over the line of each post that says by whom and when it is; two at least."""
    found = [
        row
        for row, below in pairwise(rows)
        if row.gap and row.reason == "mail" and below.shape is Shape.DATE and not below.gap
        if _label(row) in lexicon().record_titles and _label(below) is None
    ]
    return found if len(found) >= _AT_LEAST else []


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    block: list[Row] = []
    for row in rows:
        if block and (row.gap or _label(row) is None):
            yield block
            block = []
        if _label(row) is not None:
            block.append(row)
    if block:
        yield block


def _label(row: Row) -> str | None:
    readable = not row.skipped or row.reason in _READABLE
    field = _FIELD.match(row.folded.text) if readable else None
    return field.group(1).casefold() if field else None


def _as_headline(row: Row) -> Row:
    field = _FIELD.match(row.folded.text)
    start = field.end() if field else row.marker
    return replace(
        row, shape=Shape.HEAD, date=None, reason=None, zone=None, marker=start, numbered=True,
        text_start=start, text_end=len(row.folded.text),
    )  # fmt: skip


def _as_detail(row: Row) -> Row:
    short = row.shape in (Shape.HEAD, Shape.PROSE, Shape.NOISE) and not row.text.endswith(_ENDS)
    return replace(row, shape=Shape.BYLINE, reason="metadata") if short else row
