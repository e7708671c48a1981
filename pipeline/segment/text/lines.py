"""Logical lines of a page: line ends of any kind, and hard-wrapped paragraphs joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.text.days_above import lines_under_days
from pipeline.segment.text.lexicon import lexicon
from pipeline.segment.text.line import Line
from pipeline.segment.text.split_lines import with_stacked_dates, with_whole_headlines

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff \t\xa0\u3000\u2002\u2003\u2009\u202f"
_LIST_SIGN = re.compile(r"(?:[-*•·–—]|\(?\d{1,3}[.)])\s")
_OPENING = 40
_WRAP_AT_MOST = 100
_WRAP_AT_LEAST = 38
# So narrow a column is one only where many lines show it.
_NARROW_AT_LEAST = 28
_NARROW_PAIRS = 4
# One pair of lines alone shows a wrap where the first is so long.
_WRAP_OF_ONE = 56
_STICKS_OUT = 3
# No sentence ends with one of these.
_OPEN_END = re.compile(
    r"\s(?:an?|the|and|or|of|from|with|against|since|until|before|after|during|between|into|at|his|her|their|its|was|were)$"
)
_LONGEST_WORD = 9
# `b. 1961, Lircay` under a name
_ABBREVIATED = re.compile(r"(?:[a-z]|ca|no|nr|op)\.\s?[\dA-Z]")


def logical_lines(text: str) -> list[Line]:
    """The lines of a page that hold anything visible, without white space at their ends.

    On a hard-wrapped page a paragraph is one line.
    """
    lines = with_whole_headlines(text, with_stacked_dates(text, _visible_lines(text)))
    width = _wrap_width(text, lines)
    if width is None:
        return lines
    joined: list[Line] = []
    last: Line | None = None
    headed = lines_under_days(text, lines)
    for line in lines:
        if last and not line.gap and last.start not in headed and _wraps(text, last, line, width):
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].gap)
        else:
            joined.append(line)
        last = line
    return joined


def _visible_lines(text: str) -> list[Line]:
    lines: list[Line] = []
    before = 0
    for match in _LINE.finditer(text):
        content = match.group()
        left = len(content) - len(content.lstrip(_INVISIBLE))
        right = len(content.rstrip(_INVISIBLE))
        if left < right:
            breaks = len(_BREAKS.findall(text, before, match.start()))
            lines.append(Line(match.start() + left, match.start() + right, breaks > 1 or not lines))
            before = match.end()
    return lines


def _wrap_width(text: str, lines: Sequence[Line]) -> int | None:
    """The column at which the page is wrapped; None where its paragraphs are single lines."""
    lengths = sorted(line.end - line.start for line in lines if _says(text, line))
    if len(lengths) < 4 or lengths[int(len(lengths) * 0.97)] > _WRAP_AT_MOST:
        return None
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and _mid_sentence(text, a, b)]
    width = _column([a.end - a.start for a, _ in pairs if a.end - a.start <= _WRAP_AT_MOST])
    wrapped = sum(_wraps(text, a, b, width) for a, b in pairs)
    sure = len(pairs) >= 2 or width >= _WRAP_OF_ONE
    wide = _WRAP_AT_LEAST if len(pairs) < _NARROW_PAIRS else _NARROW_AT_LEAST
    return width if width >= wide and sure and wrapped * 2 >= len(pairs) else None


def _column(lengths: Sequence[int]) -> int:
    """The longest of the wrapped lines; a few that stick out far, as where a word was put in later, aside."""
    ranked = sorted(lengths)
    stray = len(ranked) // 10
    while stray and ranked[-1] - ranked[-2] > _STICKS_OUT:
        ranked.pop()
        stray -= 1
    return ranked[-1] if ranked else 0


def _mid_sentence(text: str, first: Line, second: Line) -> bool:
    """The first line breaks off and the second goes on in lower case."""
    lower = text[second.start].islower() and not _ABBREVIATED.match(text, second.start, second.end)
    return text[first.end - 1] not in ".!?:;" and lower


def _wraps(text: str, first: Line, second: Line, width: int) -> bool:
    """The next word would not have fitted into the first line."""
    if _LIST_SIGN.match(text, second.start, second.end) or not _says(text, first) or not _says(text, second):
        return False
    if _goes_on(text, first, second) or _hangs(text, first, width):
        return True
    word = re.compile(r"\S{1,40}").match(text, second.start, second.end)
    room = width - (first.end - first.start) - 1
    return word is not None and word.end() - word.start() > room - 3


def _goes_on(text: str, first: Line, second: Line) -> bool:
    """A line in lower case continues one that has no end, however short that is: a centred headline."""
    opening = text[second.start : second.start + _OPENING].casefold()
    labelled = opening.startswith(lexicon().any_start)
    ends = text[first.end - 1]
    return (
        _mid_sentence(text, first, second)
        and (ends.isalpha() or ends in ",-")
        and opening[:2].isalpha()
        and not labelled
    )


def _hangs(text: str, first: Line, width: int) -> bool:
    """A line of some length ends as no sentence does: `She has been held since` / `3 January.`"""
    long = 2 * (first.end - first.start) > width
    return long and _OPEN_END.search(text, first.end - _LONGEST_WORD, first.end) is not None


def _says(text: str, line: Line) -> bool:
    """Holds a word, so that it is no ruled line."""
    return any(map(str.isalnum, text[line.start : line.end]))
