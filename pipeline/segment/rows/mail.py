"""Messages of a mailing list on one page: header lines, then the text, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.row import Row, Shape

_HEADER = re.compile(
    r"(date|sent|from|to|cc|subject|reply-to|message|message-id|list-id|x-[a-z-]{2,20}|organization)\s?:\s?(?=\S)",
    re.I,
)
_REPLY = re.compile(r"(?:(?:re|fwd?|aw|tr|sv|rv)\s?(?:\[\d\])?:\s?|\[[^\[\]]{1,40}\]\s?){1,6}", re.I)
_DIGEST = re.compile(r"\bdigest\b", re.I)


def read_mail(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the headers of messages read: subjects as headlines, dates as datelines.

    Rows stay as they are where fewer than two messages with subject and date stand on the page.
    """
    headers = [header for header in _headers(rows) if {"subject", "date"} <= set(header)]
    if len(headers) < 2:
        return _with_signature(rows)
    read = list(rows)
    for header in headers:
        whole = _DIGEST.search(rows[header["subject"]].folded.text)
        for name, i in header.items():
            read[i] = _as_header(rows[i], "message" if whole else name)
    return read


def _with_signature(rows: Sequence[Row]) -> list[Row]:
    """Behind a lone `--` a message has its sender and what it answers, as mail programs set them."""
    read = list(rows)
    signs = [row.index for row in rows if row.folded.text == "--"]
    if len(signs) == 1 and any(row.reason == "mail" for row in rows[: signs[0]]):
        read[signs[0]] = replace(rows[signs[0]], zone="notes")
        for row in rows[signs[0] + 1 :]:
            read[row.index] = replace(row, shape=Shape.NOISE, date=None, reason="signature")
    return read


def _headers(rows: Sequence[Row]) -> Iterator[dict[str, int]]:
    """Runs of header lines: the name of each field and its row."""
    header: dict[str, int] = {}
    for row in rows:
        field = _HEADER.match(row.folded.text)
        if field is None or row.gap:
            yield header
            header = {}
        if field is not None:
            name = field.group(1).casefold()
            header.setdefault("date" if name == "sent" else name, row.index)
    yield header


def _as_header(row: Row, name: str) -> Row:
    text = row.folded.text
    field = _HEADER.match(text)
    start = field.end() if field else 0
    if name == "date":
        hit = next(find_dates(text, start), None)
        if hit is None:
            return row
        end = len(text)
        return replace(
            row, shape=Shape.DATE, date=hit, reason=None, zone=None, text_start=end, text_end=end,
            stamp_start=0, stamp_end=end,
        )  # fmt: skip
    if name == "subject":
        reply = _REPLY.match(text, start)
        start = reply.end() if reply and reply.end() < len(text) else start
        return replace(
            row, shape=Shape.HEAD, date=None, reason=None, zone=None, text_start=start, text_end=len(text),
            stamp_start=0, stamp_end=0,
        )  # fmt: skip
    shape = Shape.NOISE if name == "message" else Shape.BYLINE
    return replace(row, date=None, shape=shape, zone=None, reason="mail")
