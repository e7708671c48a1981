"""Dates that open an entry in words: `Night of 22 to 23 January.`, `Mid-May -`, `From 3 to 5 June ...`."""

from __future__ import annotations

import re

from pipeline.calendar_words import MONTHS, alternation, month_number
from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.datelines import DateHit, date_at, find_dates, year_at
from pipeline.segment.text.lexicon import lexicon

_SAMPLE = 300
_PREPOSITION = r"(?:on|in|by|at|from|since|between|during|until|about|around|before|after|as of|overnight)\s"
_PART = (
    r"(?:(?:late|early)\s)?(?:(?:night|evening|morning|afternoon|day|days|eve|beginning|end|middle|start|"
    r"hours|week|weekend|half|weeks)\s(?:of|from|to|between|on)\s(?:the\s)?|(?:(?:early|late)[\s-](?:to[\s-])?)?(?:early|late|mid|middle|end)[\s-](?:in\s|to[\s-](?:late[\s-])?)?)"
)
_ORDINAL = r"(?:first|second|third|fourth|last|final|latter|small|early|1st|2nd|3rd|4th)"
_LEAD = re.compile(
    rf"(?:{_PREPOSITION})?(?:the\s)?(?:{_ORDINAL}\s)?(?:{_PART})?(?:between\s|on\s)?",
    re.I,
)
_MONTH = re.compile(rf"(?P<month>{alternation(word for word in MONTHS if len(word) > 2)})(?![^\W\d_])", re.I)
_SEASON = re.compile(
    r"(?:spring|summer|autumn|fall|winter|Easter|Christmas)(?:,?\s|\sof\s)((?:19|20)\d\d)(?!\w)", re.I
)
_SHORT = re.compile(
    r"(?:\d{1,2}(?:[/.]\d{1,2}\.?)?\s?[-–—]\s?)?(?P<a>\d{1,2})(?:/(?P<b>\d{1,2})|\.(?P<c>\d{2})\.?)(?=\s?[:|–—-]|\s/\s|\s[A-Z])"
)
_NTH = re.compile(
    r"(?:on|by|until|since|from|before|after)\sthe\s(?P<day>\d{1,2})(?:st|nd|rd|th)(?=,|\s)"
    r"(?!\s(?:floor|day|anniversary|birthday|hearing|session|congress|court|district|street|time|attempt|century|of\s))",
    re.I,
)
_MONTH_DAYS = 31
_BETWEEN = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)?(?:\s[A-Za-z]{3,9})?)\s(?:and|to)\s(?=\d)", re.I)
_OPENER = re.compile(r"([^\W\d_][\w'’ -]{1,30}?)(?:,?\s(?:19|20)\d\d)?\s?(?:[:.]|--|[–—-](?=\s))\s")
_VAGUE = re.compile(r"^(?:in\s|the\s)?(?:early|late|mid|end\sof|beginning\sof)[\s-](?:the\s)?")
_SIGN = re.compile(
    r"(?:,?\s(?:early\s|late\s|in the\s|at\s)?"
    r"(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk))?"
    r"\s?(?:\([^()]{1,40}\))?\s?(?:[:.|•·]|--|/(?=\s)|[–—-](?=\s))\s?"
)


def opening_date(text: str, start: int) -> DateHit | None:
    """The date that the words from `start` open with, whatever follows it; None where they do not.

    >>> hit = opening_date("On the night of 1 June the village was attacked.", 0); hit.month, hit.day
    (6, 1)
    >>> hit = opening_date("Between 30 May and 1 June three of them fled.", 0); hit.month, hit.day
    (6, 1)
    >>> opening_date("May they rest in peace.", 0)
    """
    lead = _LEAD.match(text, start)
    at = lead.end() if lead else start
    short = _SHORT.match(text, at)
    if short:
        numbers = (int(short["a"]), int(short["b"] or short["c"]))
        if 0 < min(numbers) <= 12 and max(numbers) <= 31:
            return DateHit(at, short.end(), None, None, None, numbers, slashes=short["b"] is not None)
    first = date_at(text, at)
    between = _BETWEEN.match(text, at)
    last = date_at(text, between.end()) if between else None
    return last or first


def worded_stamp(text: str, start: int) -> tuple[DateHit, int] | None:
    """A date in words that stands before an entry, and where the entry's words begin after its sign.

    >>> hit, at = worded_stamp("Mid-February. A bill was submitted.", 0); hit.month, hit.day, at
    (2, None, 14)
    >>> hit, at = worded_stamp("November (exact day unknown) - The council appeals.", 0); hit.month
    11
    >>> worded_stamp("On 3 May the court met.", 0)
    """
    lead = _LEAD.match(text, start)
    at = lead.end() if lead else start
    hit = opening_date(text, start) or _season(text, at) or _month_alone(text, at, at > start)
    if hit is None and at > start:
        hit = year_at(text, at)
    if hit is None:
        return None
    clock = CLOCK_AFTER.match(text, hit.end)
    end = clock.end() if clock else hit.end
    sign = _SIGN.match(text, end)
    if sign is None or len(text[sign.end() :].split()) < 3:
        return None
    first = next((char for char in text[sign.end() : sign.end() + 4] if char.isalnum()), "")
    opens = first.isupper() or first.isdigit() or ":" in sign.group()
    return (hit, sign.end()) if opens else None


def worded_day(text: str, start: int) -> DateHit | None:
    """The date in words that a line from `start` holds and nothing else, as a head over entries.

    >>> hit = worded_day("Mid-March:", 0); hit.month, hit.day
    (3, None)
    >>> worded_day("Second half of May 2014", 0).year, worded_day("End of 2016", 0).year
    (2014, 2016)
    >>> worded_day("March", 0), worded_day("Late March sun", 0)
    (None, None)
    """
    lead = _LEAD.match(text, start)
    if lead is None or lead.end() == start:
        return None
    hit = opening_date(text, start) or _season(text, lead.end()) or _month_alone(text, lead.end(), led=True)
    hit = hit or year_at(text, lead.end())
    return hit if hit and not text[hit.end :].strip(" .:*_") else None


def opens_in_words(text: str, start: int) -> bool:
    """True where a feast, a season or the like stands before the sign, in place of a date.

    >>> opens_in_words("Nowruz – He is given five days' leave.", 0), opens_in_words("Osh – Two held.", 0)
    (True, False)
    """
    opener = _OPENER.match(text, start)
    said = opener.group(1).casefold().replace("’", "'") if opener else ""
    return _VAGUE.sub("", said) in lexicon().entry_openers


def opening_month(text: str, start: int) -> DateHit | None:
    """The month alone that the words from `start` open with behind a preposition: `In June, ...`."""
    lead = _LEAD.match(text, start)
    return _month_alone(text, lead.end(), led=True) if lead and lead.end() > start else None


def opening_ordinal(text: str, start: int) -> DateHit | None:
    """The day alone that an entry opens with under its month: `On the 9th the mothers met`."""
    day = _NTH.match(text, start)
    if day is None or not 0 < int(day["day"]) <= _MONTH_DAYS:
        return None
    return DateHit(day.start("day"), day.end(), None, None, int(day["day"]))


def told_dates(text: str, start: int) -> list[DateHit]:
    """The dates with day and month that the opening of an entry tells."""
    return [hit for hit in find_dates(text, start, start + _SAMPLE) if hit.day or hit.numbers]


def entry_date(text: str, start: int) -> DateHit | None:
    """The date that an entry opens with, else the first one with day and month that it tells."""
    return opening_date(text, start) or next(iter(told_dates(text, start)), None)


def _season(text: str, at: int) -> DateHit | None:
    """A season gives its year only."""
    season = _SEASON.match(text, at)
    return DateHit(at, season.end(), int(season.group(1)), None, None) if season else None


def _month_alone(text: str, at: int, led: bool) -> DateHit | None:
    month = _MONTH.match(text, at)
    if month is None or not month.group()[0].isupper() or (not led and month.group().isupper()):
        return None
    return DateHit(at, month.end(), None, month_number(month.group()), None)
