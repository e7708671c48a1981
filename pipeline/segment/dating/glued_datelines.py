"""Datelines in one line with other words: before them, after a city, behind them."""

from __future__ import annotations

import re

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.dateline_pieces import NO_PLACE, is_meta, is_name, tells
from pipeline.segment.dating.datelines import DateHit, date_at, find_dates
from pipeline.segment.dating.lone_datelines import GLUED_LABEL, LABEL, is_lone
from pipeline.segment.dating.readings import Reading, Stamp
from pipeline.segment.text.lexicon import lexicon, words_of

_TAIL = 120
_AFTER_DATE = re.compile(
    r"[:.]?(?:\*{1,3}|_{1,2})?(?:\s?[(\[][^\W\d_]{2,12}\.?[)\]])?[)\]]?[.,]?\s?(?:-{2,4}|[:;|/·•–—-])?\s?[)\]]?\s?"
)
_SEPARATED = re.compile(r"[)\]*_]|--|[:;|·•–—-]")
_BEFORE_LAST = re.compile(r"(?:[(\[|•·–—/…]|\.\.\.|\s-|--|\s\s|\t)\s?$")
_AFTER_CITY = re.compile(
    r"[)\]]?[.,]?\s?(?:\([^()]{1,40}\)|/[^/]{1,30}/|\[[^\]]{1,30}\])?\.?\s?(?:--|[-–—:]|(?<=[).\]])(?=\s))\s?"
)
# `Port-au-Prince` is one place
_PARTS = re.compile(r"[,/()\[\].|–—]|-(?=\s)|(?<=\s)-")
_COMMA = re.compile(r",\s$")
# `Shots in Osh, 3 May 2014` tells when the shots were fired, `The mothers speak, 3 May 2014` when the
# text was written.
_PLACE = re.compile(
    r"\b(?:in|at|near|from|to|on|of)\s(?:the\s)?[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30}){0,3},\s$"
)
# `Guz v. the State, judgment of 3 July 2012`
_DOCUMENT = re.compile(r",\s[^\W\d_]{4,20}(?:\s[^\W\d_]{2,20}){0,3}\s(?:of|dated|from)\s$")
_WIRE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,20}(?:\s[A-Z][A-Z.'’-]{1,20}){0,3}(?:,\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?)?"
    r"(?:\s(?:\([^()]{1,40}\)|/[^/]{1,30}/))?|\([A-Z][\w.'’-]{1,20}(?:[\s,]{1,2}[A-Z][\w.'’-]{1,20}){0,4}\))"
    r"\s?(?:--|[–—-])\s"
)
# `(Glas Krajine, 11 May)`, the paper and its day behind a headline
_SOURCE = re.compile(r"[^\W\d_a-z][\w’'.-]{0,20}(?:\s[\w’'.-]{1,20}){0,3},\s")
# `... | Sava Press, 22 May 2012`
_SOURCE_BEHIND = re.compile(
    r"\s(?:[|•·]|[–—]|--)\s[^\W\d_a-z][\w’'.&-]{1,20}(?:\s[^\W\d_a-z][\w’'.&-]{0,20}){0,3},\s$"
)
_END_GROUP = re.compile(r"[(\[]([^()\[\]]{4,90})[)\]]\.?$")
_VERBS = tuple((word,) for word in sorted(lexicon().verbs))
_LINKING = tuple((word,) for word in sorted(NO_PLACE))


def dateline_before(text: str, start: int, hits: list[DateHit], year: DateHit | None) -> Reading | None:
    opened = start + (text[start : start + 1] in ("(", "["))
    hit = date_at(text, opened) or _labelled(text, start, hits)
    if hit is None:
        hit = year
    if hit is None:
        return None
    clock = CLOCK_AFTER.match(text, hit.end)
    end = clock.end() if clock else hit.end
    after = _AFTER_DATE.match(text, end)
    words_start = after.end() if after else end
    separated = after is not None and _SEPARATED.search(after.group()) is not None
    if len(text[words_start:].split()) < 2 or (words_start == end and not separated):
        return None
    if not separated and not _goes_on(text, words_start, hit):
        return None
    return Reading(
        Stamp.BEFORE, hit, words_start, len(text), start, end + (text[end : end + 1] in (")", "]"))
    )


def _goes_on(text: str, words_start: int, hit: DateHit) -> bool:
    """With no sign after it a date must be whole, and not the subject of the sentence."""
    if hit.day is None and hit.numbers is None:
        return False
    if hit.year is None:
        first = next((char for char in text[words_start : words_start + 4] if char.isalnum()), "")
        return text[hit.start].isdigit() and first.isupper()
    return words_of(text[words_start : words_start + 40])[0:1] not in _VERBS


def _labelled(text: str, start: int, hits: list[DateHit]) -> DateHit | None:
    if hits and hits[0].start > start:
        label = LABEL.search(text, start, hits[0].start)
        several = label is not None and len(label.group().split()) > 1
        if label and label.start() == start and (several or text[hits[0].end : hits[0].end + 1] == ":"):
            return hits[0]
    return None


def city_dateline(text: str, start: int, hits: list[DateHit]) -> Reading | None:
    """PLACE, DATE (AGENCY) - words; or a wire's PLACE (AGENCY) -- words."""
    if hits and hits[0].start < start + 90:
        before = text[start : hits[0].start].strip(" \t([,.-–—/:|")
        places = [piece.strip() for piece in _PARTS.split(before) if piece.strip()]
        clock = CLOCK_AFTER.match(text, hits[0].end)
        after = _AFTER_CITY.match(text, clock.end() if clock else hits[0].end)
        if (
            after
            and places
            and len(places) <= 4
            and all(is_name(place) and not is_meta(place) for place in places)
            and not tells(places[-1])
            and after.end() + 20 < len(text)
        ):
            end = len(text[: after.end()].rstrip(" \t-–—:."))
            return Reading(Stamp.CITY, hits[0], after.end(), len(text), start, end)
    wire = _WIRE.match(text, start)
    if wire and len(text) - wire.end() > 60:
        end = len(wire.group().rstrip(" -–—")) + start
        return Reading(Stamp.CITY, None, wire.end(), len(text), start, end)
    return None


def dateline_after(text: str, start: int) -> Reading | None:
    """Words, then a date in brackets, after a sign, or after `posted on`."""
    tail = max(start, len(text) - _TAIL)
    group = _END_GROUP.search(text, tail)
    if group:
        hits = list(find_dates(text, group.start(1), group.end(1)))
        source = (
            hits and _SOURCE.fullmatch(text, group.start(1), hits[0].start) and hits[-1].end == group.end(1)
        )
        lone = source or is_lone(text[: group.end(1)], group.start(1), hits)
        if hits and hits[0].month_or_numbers and lone:
            end = len(text[: group.start()].rstrip())
            return Reading(Stamp.AFTER, hits[0], start, end, group.start(), len(text.rstrip(".")))
    for hit in find_dates(text, tail):
        near = max(start, hit.start - _TAIL)
        clock = CLOCK_AFTER.match(text, hit.end)
        if len(text[clock.end() if clock else hit.end :].strip(" .)]")):
            continue
        label = GLUED_LABEL.search(text, start, hit.start) or LABEL.search(text, start, hit.start)
        known = label is not None and len(label.group().strip(" :")) > 4
        sign = _BEFORE_LAST.search(text, start, label.start() if known and label else hit.start)
        at = sign.start() if sign else label.start() if known and label else None
        if at is None and (behind := _SOURCE_BEHIND.search(text, near, hit.start)):
            at = behind.start()
        if (
            at is None
            and hit.numbers
            and not label
            and words_of(text[start : hit.start])[-1:] not in _LINKING
            and not tells(text[start : hit.start].split()[-1])
        ):
            at = hit.start
        if at is None and _COMMA.search(text, near, hit.start) and not _PLACE.search(text, near, hit.start):
            at = hit.start
        if at is None and (document := _DOCUMENT.search(text, near, hit.start)):
            named = not lexicon().documents.isdisjoint(words_of(document.group()))
            at = document.start() if named else None
        full = hit.month_or_numbers and (hit.year is not None)
        if at is not None and full and len(text[start:at].split()) >= 3:
            end = len(text[:at].rstrip(" \t-–—|(,"))
            return Reading(
                Stamp.AFTER, hit, start, end, label.start() if known and label else hit.start, len(text)
            )
    return None
