"""Lines of labelled days side by side: `Issued: 4 March 2005 | Write until: 30 April 2005`."""

from __future__ import annotations

import re

from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.datelines import DateHit, date_at
from pipeline.segment.text.lexicon import lexicon

_AT_LEAST = 2
_AT_MOST = 160
_PARTS = re.compile(r"\s?(?:[|;•·\t/]|,(?=\s[^\W\d_]{3,12}[^,:]{0,20}:)|--|[–—])\s?")
_LABEL = re.compile(r"\s?([^\W\d_][^\W\d_ ]{0,20}(?:\s[^\W\d_]{1,20}){0,3})\s?:\s?")
_FIELD = re.compile(r"(?:^|(?<=[\s|;,·•/(]))([A-Z][^\W\d_]{1,14}(?:\s[^\W\d_]{2,14}){0,2})\s?:\s?")


def fielded_day(text: str, start: int) -> DateHit | None:
    """The day of a text in a line of fields that say where, when and by whom: `Date: 12.06.2015 Place: Osh`.

    >>> hit = fielded_day("Place: Osh City Court  Date: 12.06.2015", 0); hit.numbers
    (12, 6)
    >>> fielded_day("Name: Ada Holt  Arrested: 12.06.2015", 0)
    """
    fields = list(_FIELD.finditer(text, start)) if len(text) <= _AT_MOST else []
    names = [field.group(1).casefold() for field in fields]
    known = lexicon().record_details | lexicon().record_facts | lexicon().record_days | set(lexicon().labels)
    if len(fields) < _AT_LEAST or fields[0].start() != start or not known.issuperset(names):
        return None
    days = lexicon().record_days | set(lexicon().labels)
    hits = (date_at(text, field.end()) for field, name in zip(fields, names, strict=True) if name in days)
    return next((hit for hit in hits if hit is not None), None)


def labelled_day(text: str, start: int) -> DateHit | None:
    """The day whose label says that it is that of the text, in a line of nothing but such days.

    >>> hit = labelled_day("Issued: 4 March 2005 | Write until: 30 April 2005", 0); hit.day, hit.month
    (4, 3)
    >>> labelled_day("Born: 4 March 1975 | Arrested: 30 April 2005", 0)
    """
    if len(text) > _AT_MOST or ":" not in text[start : start + _AT_MOST]:
        return None
    own: DateHit | None = None
    count, at = 0, start
    while at < len(text):
        label = _LABEL.match(text, at)
        hit = date_at(text, label.end()) if label else None
        if label is None or hit is None:
            return None
        if own is None and label.group(1).casefold() in lexicon().labels:
            own = hit
        clock = CLOCK_AFTER.match(text, hit.end)
        count, at = count + 1, clock.end() if clock else hit.end
        part = _PARTS.match(text, at)
        if part is None:
            break
        at = part.end()
    return own if count >= _AT_LEAST and not text[at:].strip(" .") else None
