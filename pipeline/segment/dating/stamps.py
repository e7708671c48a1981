"""The dateline of a line: alone, before or after its words, after a city, or a time of day."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.segment.dating.clock import CLOCK_FIRST, TIME_FIRST
from pipeline.segment.dating.datelines import date_at, find_dates, weekday_at, year_at
from pipeline.segment.dating.entry_dates import worded_day, worded_stamp
from pipeline.segment.dating.glued_datelines import city_dateline, dateline_after, dateline_before
from pipeline.segment.dating.labelled_days import fielded_day, labelled_day
from pipeline.segment.dating.lone_datelines import foremost, is_lone
from pipeline.segment.dating.readings import Reading, Stamp

_HEAD = 200
_ISO_STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")


def read_stamp(text: str, start: int) -> Reading:
    """The dateline of a folded line whose words begin at `start`.

    >>> read_stamp("Posted on April 2, 2012 by admin", 0).kind
    <Stamp.ALONE: 'alone'>
    >>> r = read_stamp("12 May 2013: Police search a shop.", 0); r.kind, r.text_start
    (<Stamp.BEFORE: 'before'>, 13)
    >>> read_stamp("Statement on the events of 4 August 2012", 0).kind
    <Stamp.NONE: 'none'>
    """
    nothing = Reading(Stamp.NONE, None, start, len(text), 0, 0)
    time = TIME_FIRST.match(text, start)
    if time:
        later = next(find_dates(text, time.end(), time.end() + 40), None)
        if not (later and is_lone(text, start, [later])):
            return Reading(
                Stamp.TIME, None, time.end(), len(text), start, len(text[: time.end()].rstrip(" -–—:|.,"))
            )
    clock = CLOCK_FIRST.match(text, start)
    if clock and date_at(text, clock.end()):
        return replace(read_stamp(text, clock.end()), stamp_start=start)
    hits = list(find_dates(text, start, start + _HEAD))
    if len(text) <= _HEAD and len(_ISO_STAMP.findall(text)) > 1:
        return Reading(Stamp.RECORD, foremost(text, hits), start, len(text), start, len(text))
    labelled = (labelled_day(text, start) if len(hits) > 1 else None) or (
        fielded_day(text, start) if hits else None
    )
    if labelled:
        return Reading(Stamp.ALONE, labelled, len(text), len(text), start, len(text))
    if len(text) <= _HEAD and hits and is_lone(text, start, hits):
        return Reading(Stamp.ALONE, foremost(text, hits), len(text), len(text), start, len(text))
    year = year_at(text, start) or weekday_at(text, start)
    if year and year.end == len(text):
        return Reading(Stamp.ALONE, year, len(text), len(text), start, len(text))
    worded = worded_day(text, start)
    if worded:
        return Reading(Stamp.ALONE, worded, len(text), len(text), start, len(text))
    city = city_dateline(text, start, hits)
    return (
        dateline_before(text, start, hits, year)
        or _worded(text, start)
        or (city if city and city.date else None)
        or dateline_after(text, start)
        or city
        or nothing
    )


def _worded(text: str, start: int) -> Reading | None:
    worded = worded_stamp(text, start)
    if worded is None:
        return None
    hit, words_start = worded
    end = len(text[:words_start].rstrip(" -–—:."))
    return Reading(Stamp.BEFORE, hit, words_start, len(text), start, end)
