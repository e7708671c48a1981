"""Bullets, numbers and emphasis marks around the words of a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.segment.dating.datelines import date_at, weekday_at
from pipeline.segment.dating.stamps import read_stamp

_BULLET = re.compile(
    r"(?:\*{2,3}(?=\s)|[-*+•·▪▫◦‣●○■□►▶➢✓✔❖›—–]|[=-]?>{1,3}|»{1,2}|→{1,2}|o(?=\s[A-Z])|#{1,6}(?=\s))\s{0,3}(?=\S)"
)
_NUMBERING = re.compile(
    r"(?:\(?(?:\d{1,3}[.)]|[a-zA-Z]\)|[IVX]{2,5}[.)]|[ivx]{2,5}[.)])|(?:\d{1,2}|[A-H])(?:\.\d{1,2}){1,3}\.?|(?:№|No\.?|Nr\.?|Case|Item|Entry)\s?\d{1,4}[.:)]|№\s?\d{1,3}|\[#?\d{1,5}\]|#\d{1,5}[.:)]|[A-Z]{2,6}[\s.-]?\d{1,4}/\d{2,4}\s?[–—:|-])\s(?=\S)"
)
# `9.30 am`; `19.40` has two digits on both sides as hours and minutes do.
_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\s?(?:[ap]\.?m\.?|hrs|h)\b|(?:[01]\d|2[0-3])\.[0-5]\d(?=\s)", re.I)
_EDIT_LINK = re.compile(r"\s?\[(?:edit|edit source|edit \| edit source|hide|show)\]$")
# `^Paper seized in Conakry=`, the headline of wire copy; some wires leave out the second sign
_SLUG = re.compile(r"\^[^=^\s][^=^]{2,200}=?")
# `**3 May 2014** A court ...`, `*Monday* - A court ...`
_LEAD = re.compile(r"(\*{1,3}|_{1,2})(?=[^\s*_][^*_]{1,40}[^\s*_]?(?:\*{1,3}|_{1,2})(?:[\s:.,–—-]))")
# `- STRIKE AT THE PORT -`
_BOTH_SIDES = re.compile(r"([-–—~•*=·]{1,3})\s(?P<words>\S.{3,150}\S)\s\1")
_EMPHASIS = ("+++", "***", "**", "===", "==", "__", "*", "_")


@dataclass(frozen=True, slots=True)
class Marked:
    """Where the words of a folded line begin and end, and whether a number stands before them."""

    start: int
    end: int
    numbered: bool


def read_markers(text: str) -> Marked:
    """Strip the marks from a folded line; a date or a time of day is no number.

    >>> text = "2.1. Law on rallies"; text[read_markers(text).start:]
    'Law on rallies'
    >>> text = "**12 May 2013**"; marked = read_markers(text); text[marked.start:marked.end]
    '12 May 2013'
    """
    heading = re.match(r"#{1,6}\s", text)
    start = heading.end() if heading else 0
    if text.startswith("|"):  # a row of a table
        words = text.rstrip("| \t")
        return Marked(len(words) - len(words.lstrip("| \t")), len(words), False)
    edit = _EDIT_LINK.search(text)
    if edit:
        return Marked(start, edit.start(), False)
    if _SLUG.fullmatch(text):
        return Marked(1, len(text.removesuffix("=")), False)
    for sign in _EMPHASIS:
        if text.startswith(sign, start) and text.endswith(sign) and len(text) - start > 2 * len(sign):
            words = text[start + len(sign) : len(text) - len(sign)]
            first = start + len(sign) + len(words) - len(words.lstrip())
            return Marked(first, first + len(words.strip()), False)
    both = _BOTH_SIDES.fullmatch(text, start)
    if both:
        return Marked(both.start("words"), both.end("words"), False)
    lead = _LEAD.match(text, start)
    if lead and (date_at(text, lead.end(1)) or weekday_at(text, lead.end(1))):
        return Marked(lead.end(1), len(text), False)
    bullet = _BULLET.match(text, start)
    if bullet:
        return Marked(bullet.end(), len(text), False)
    number = _NUMBERING.match(text)
    if number and not _CLOCK.match(text) and not read_stamp(text, 0).starts_with_date:
        return Marked(number.end(), len(text), True)
    return Marked(start, len(text), False)
