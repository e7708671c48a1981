"""Feeds whose entries open with place and date glued to the headline: `KENYA - 3 May 2016 - Editor freed`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.dateline_pieces import is_meta, is_name
from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import headline_like, is_prose

_AT_LEAST = 2
_PLACE_LENGTH = 60
_PLACES = 3
_SIGN = re.compile(r"\s?[,;]?\s?(?:--|[|:–—·•/]|-(?=\s))\s?")
_BEFORE_DATE = re.compile(r"\s?(?:--|[|:–—·•/,]|(?<=\s)-)\s?$")
_IN_PLACE = re.compile(r"[,/()\[\]]|\s(?:--|[–—-])\s")
_SHAPES = (Shape.CITY, Shape.HEAD, Shape.PROSE, Shape.DATED_HEAD, Shape.DATED_PROSE)


@dataclass(frozen=True, slots=True)
class _Lead:
    """What a row opens with: its date, where the words behind it begin, and the signs between."""

    row: Row
    hit: DateHit
    words: int
    form: str

    @property
    def said(self) -> str:
        return self.row.folded.text[self.words :]

    @property
    def is_headline(self) -> bool:
        return headline_like(self.said) and not is_prose(self.said)


def read_glued_feeds(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such leads read as datelines of headlines or, before a text in the line, of entries.

    One alone is left as it is, and so is the dateline of a text that has its headline in the line above.
    """
    leads = [lead for row in rows if row.shape in _SHAPES and (lead := _lead(row))]
    forms = Counter((lead.form, lead.is_headline) for lead in leads)
    fit = [lead for lead in leads if forms[lead.form, lead.is_headline] >= _AT_LEAST]
    read = list(rows)
    at = {lead.row.index for lead in leads}
    table = any(lead.form.endswith("|") and lead.row.index + 1 in at for lead in leads)
    if not table and not any(_titled(rows, lead, at) for lead in fit[1:]):
        for lead in fit:
            read[lead.row.index] = _dated(lead)
    return read


def _titled(rows: Sequence[Row], lead: _Lead, at: Set[int]) -> bool:
    """A headline of its own stands above it; over the first entry that may be the page's title."""
    above = lead.row.index - 1
    shapes = (Shape.HEAD,) if lead.is_headline else (Shape.HEAD, Shape.DATE, Shape.BYLINE)
    return above >= 0 and rows[above].shape in shapes and above not in at


def _lead(row: Row) -> _Lead | None:
    text = row.folded.text
    hits = find_dates(text, row.marker, row.marker + _PLACE_LENGTH + 40)
    hit = next((hit for hit in hits if hit.start <= row.marker + _PLACE_LENGTH), None)
    if hit is None or hit.year is None or not (hit.day or hit.numbers):
        return None
    clock = CLOCK_AFTER.match(text, hit.end)
    sign = _SIGN.match(text, clock.end() if clock else hit.end)
    if sign is None:
        return None
    before = text[row.marker : hit.start]
    if before:
        glue = _BEFORE_DATE.search(before)
        return _found(row, hit, sign, glue.group()) if glue and _is_place(before[: glue.start()]) else None
    return _place_second(row, hit, sign)


def _place_second(row: Row, hit: DateHit, sign: re.Match[str]) -> _Lead | None:
    """`3 May 2016 | Kenya | Editor freed`: the same sign on both sides of the place."""
    text = row.folded.text
    second = _SIGN.search(text, sign.end(), sign.end() + _PLACE_LENGTH)
    same = second is not None and second.group().strip() == sign.group().strip() not in (":", ",", "/")
    if second is None or not same or not _is_place(text[sign.end() : second.start()]):
        return None
    return _found(row, hit, second, "date first")


def _found(row: Row, hit: DateHit, sign: re.Match[str], glue: str) -> _Lead | None:
    text = row.folded.text
    if len(text[sign.end() :].split()) < 2 or not text[sign.end()].isprintable():
        return None
    return _Lead(row, hit, sign.end(), f"{glue.strip()}{sign.group().strip()}")


def _is_place(words: str) -> bool:
    pieces = [piece.strip() for piece in _IN_PLACE.split(words) if piece.strip()]
    return 0 < len(pieces) <= _PLACES and all(is_name(piece) and not is_meta(piece) for piece in pieces)


def _dated(lead: _Lead) -> Row:
    row, end = lead.row, len(lead.row.folded.text[: lead.words].rstrip(" -–—|:·•/"))
    return replace(
        row,
        shape=Shape.DATED_HEAD if lead.is_headline else Shape.DATED_PROSE,
        date=lead.hit,
        text_start=lead.words,
        text_end=max(row.text_end, lead.words),
        stamp_start=row.marker,
        stamp_end=end,
        reason=None,
    )
