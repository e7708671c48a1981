"""What a page sets in several lines and a reader reads as one: stacked dates, headlines that are broken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.dating.date_forms import MONTH_NUMBER
from pipeline.segment.text.line import Line

_STACKS = (
    ("day", "month", "year"), ("month", "day", "year"), ("day", "month year"), ("month day", "year"),
)  # fmt: skip
_HEADLINE = range(18, 110)
# A headline is broken before or behind one of these.
_LINKS = (
    r"(?:of|the|in|on|and|or|for|to|by|at|from|with|against|after|before|over|under|as|into|through|between"
    r"|is|are|was|were|has|have|had|must|should|will|not|no|an?|its?|his|her|their|that|which|who|while|amid"
    r"|despite|without|during|until|since|about|than|but|when|where)"
)
_ENDS_OPEN = re.compile(rf"(?:[\s,]{_LINKS}|,|\s&)$", re.I)
_OPENS_LINKED = re.compile(rf"{_LINKS}\s", re.I)


def with_stacked_dates(text: str, lines: Sequence[Line]) -> list[Line]:
    """Day, month and year that stand in lines of their own made one line."""
    joined: list[Line] = []
    kinds = [_date_part(text[line.start : line.end]) for line in lines]
    i = 0
    while i < len(lines):
        size = next((len(s) for s in _STACKS if tuple(kinds[i : i + len(s)]) == s), 1)
        joined.append(Line(lines[i].start, lines[i + size - 1].end, lines[i].gap))
        i += size
    return joined


def _date_part(said: str) -> str:
    word = said.strip(",. ")
    if len(word) > 14:
        return ""
    if word.isdecimal():
        return "year" if len(word) == 4 else "day" if len(word) < 3 else ""
    if _is_month(word):
        return "month"
    month, _, rest = word.partition(" ")
    if _is_month(month.rstrip(",")) and rest.isdecimal():
        return "month year" if len(rest) == 4 else "month day" if len(rest) < 3 else ""
    return ""


def _is_month(word: str) -> bool:
    return word.rstrip(".").casefold() in MONTH_NUMBER


def with_whole_headlines(text: str, lines: Sequence[Line]) -> list[Line]:
    """Headlines that are broken made one line.

    They are in capitals and broken beside a word that links, or stand apart and go on behind a comma.
    """
    joined: list[Line] = []
    for i, line in enumerate(lines):
        apart = i + 1 == len(lines) or lines[i + 1].gap
        if joined and not line.gap and _continues(text, joined[-1], line, apart):
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].gap)
        else:
            joined.append(line)
    return joined


def _continues(text: str, first: Line, second: Line, apart: bool) -> bool:
    if first.end - first.start not in _HEADLINE or second.end - second.start > _HEADLINE.stop:
        return False
    above, below = text[first.start : first.end], text[second.start : second.end]
    if first.gap and apart and above.endswith(",") and below[:1].islower() and below[-1:].isalnum():
        return True
    linked = _ENDS_OPEN.search(above) or _OPENS_LINKED.match(below)
    return linked is not None and above.isupper() and below.isupper()
