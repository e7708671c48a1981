"""What the own words of a line say of it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.segment.dating.datelines import DateHit, date_at
from pipeline.segment.dating.readings import Reading, Stamp
from pipeline.segment.dating.stamps import read_stamp
from pipeline.segment.rows.boilerplate import boilerplate_reason, zone_reason
from pipeline.segment.rows.link_ends import link_start
from pipeline.segment.rows.markers import Marked, read_markers
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.fold import Folded, fold
from pipeline.segment.text.lexicon import lexicon
from pipeline.segment.text.line import Line
from pipeline.segment.text.prose import headline_like, is_foreign, is_prose

_END_SIGNS = ("###", "# # #")
# `ZCZC`, `NNNN`: a wire's signs of start and end; `KIB0412 3 GEN 0187 NTS`, its codes
_WIRE_CODE = re.compile(r"/?[A-Z]{0,4}[-/]?[A-Z]{0,3}\d{0,6}")
# `-- end of export --`
_ENDS = re.compile(
    r"[-–—=*#~]{1,4}\s?(?:the\s)?(?:ends?|fin|ende|fim)(?:\sof\s[^\W\d_]{1,20}(?:\s[^\W\d_]{1,20}){0,3})?\s?[-–—=*#~]{1,4}",
    re.I,
)
_NUMBER_ALONE = re.compile(r"(?:No|Nr|Item|Case|Story|№|#)\.?\s?\d{1,3}(?:\s?/\s?\d{2,4})?[.:)]?", re.I)
_SNIPPET = re.compile(r"\s?(?:\.\.\.|…)\s?\w")
# `« March 2011 | May 2011 »`: the neighbours of this page
_PAGER = re.compile(r"(?:[«‹←]|<<|&laquo;).*|.*(?:[»›→]|>>|&raquo;)")
# `RE: Attack on a house` in a memo
_ABOUT = re.compile(r"(?:re|ref|subject|headline|title)\s?:\s(?=\S)", re.I)
_BARS = "|•·"
_BAR = re.compile(r"[|•·/»]")


def describe(index: int, line: Line, raw: str) -> Row:
    """Read one line; `raw` is its text in the page."""
    folded = fold(raw, line.start)
    if not any(char.isalnum() for char in folded.text):
        zone = "notes" if folded.text in _END_SIGNS else None
        return _row(index, line, folded, Shape.RULE, None, None, "rule", zone)
    if _ENDS.fullmatch(folded.text):
        return _row(index, line, folded, Shape.RULE, None, None, "rule", "notes")
    if _is_wire_code(folded.text):
        return _row(index, line, folded, Shape.RULE, None, None, "wire code", None)
    if _NUMBER_ALONE.fullmatch(folded.text):
        return _row(index, line, folded, Shape.RULE, None, None, "number", None)
    marked = read_markers(folded.text)
    end = link_start(folded.text, marked.end)
    text = folded.text[:end]
    reading = read_stamp(text, marked.start)
    if reading.kind is Stamp.RECORD:
        return _row(index, line, folded, Shape.NOISE, marked, reading, "metadata")
    zone = zone_reason(text[marked.start :])
    if reading.kind is Stamp.ALONE and _PAGER.fullmatch(folded.text):
        return _row(index, line, folded, Shape.NOISE, marked, None, "pagination")
    reason = boilerplate_reason(text, raw)
    tagged = _day_behind_bar(text, marked.start) if reason == "tags" and not zone else None
    if tagged:
        return _row(
            index, line, folded, Shape.DATE, marked, _alone(replace(reading, date=tagged), marked, end)
        )
    if zone or (reason and not _stamp_wins(reading, reason, text)):
        return _row(index, line, folded, _noise_shape(reason, zone), marked, reading, reason or zone, zone)
    shape = _shape(text, reading)
    about = _ABOUT.match(text, reading.text_start) if shape is Shape.HEAD else None
    reading = replace(reading, text_start=about.end()) if about else reading
    return _row(index, line, folded, shape, marked, reading)


def _day_behind_bar(text: str, start: int) -> DateHit | None:
    """The day at the end of a line of tags, `Topics: juries | 14 Nov 2018`."""
    bar = max(text.rfind(sign, start) for sign in _BARS)
    hit = date_at(text, bar + 1 + text[bar + 1 : bar + 2].isspace()) if bar > start else None
    return hit if hit is not None and hit.end == len(text.rstrip()) and hit.month_or_numbers else None


def _alone(reading: Reading, marked: Marked, end: int) -> Reading:
    """`Topics: courts, Grand Kru | 19 Nov 2018` is a dateline as a whole."""
    return replace(
        reading, kind=Stamp.ALONE, text_start=end, text_end=end, stamp_start=marked.start, stamp_end=end
    )


def _is_wire_code(text: str) -> bool:
    """Nothing but short codes, at least half of them with figures."""
    if text in ("ZCZC", "NNNN"):
        return True
    words = text.split(" ", 9)
    codes = [word for word in words if len(word) > 1 or word.isdigit()]
    figures = sum(any(map(str.isdigit, word)) for word in words)
    long = 2 < len(codes) == len(words) < 9
    return long and figures * 2 >= len(words) and all(map(_WIRE_CODE.fullmatch, words)) and text[:1].isalpha()


def _row(
    index: int, line: Line, folded: Folded, shape: Shape, marked: Marked | None, reading: Reading | None,
    reason: str | None = None, zone: str | None = None,
) -> Row:  # fmt: skip
    marked = marked or Marked(0, len(folded.text), False)
    reading = reading or Reading(Stamp.NONE, None, marked.start, marked.end, 0, 0)
    return Row(
        index, line, folded, shape, marked.start, marked.numbered, reading.date, reading.text_start,
        reading.text_end, reading.stamp_start, reading.stamp_end, reason, zone, is_foreign(folded.text),
    )  # fmt: skip


def _stamp_wins(reading: Reading, reason: str, text: str) -> bool:
    """A date beside a byline or a category is a dateline, one in a trail or a footer is not."""
    interface = lexicon().interface
    if any(piece.strip().casefold() in interface for piece in _BAR.split(text)):
        return False
    if reading.kind in (Stamp.ALONE, Stamp.BEFORE, Stamp.AFTER):
        return reason in ("byline", "menu", "share", "navigation", "comments", "sign", "pagination", "tags")
    return reading.kind is Stamp.TIME and reason in ("pagination", "sign")


def _noise_shape(reason: str | None, zone: str | None) -> Shape:
    if zone is None and reason == "byline":
        return Shape.BYLINE
    return Shape.READ_MORE if zone is None and reason == "read_more" else Shape.NOISE


def _shape(text: str, reading: Reading) -> Shape:
    words = text[reading.text_start : reading.text_end]
    prose = is_prose(words) or not headline_like(words)
    match reading.kind:
        case Stamp.ALONE:
            return Shape.DATE
        case Stamp.BEFORE if _SNIPPET.match(text, reading.stamp_end):
            return Shape.CITY
        case Stamp.BEFORE:
            return Shape.DATED_PROSE if prose or reading.entry_like(text) else Shape.DATED_HEAD
        case Stamp.AFTER:
            return Shape.PROSE if prose else Shape.DATED_HEAD
        case Stamp.CITY:
            return Shape.CITY
        case Stamp.TIME:
            return Shape.TIME
        case _:
            return Shape.PROSE if prose else Shape.HEAD
