"""Places where a pattern's matches may begin: none of its matches is lost."""

from __future__ import annotations

import re

import pytest

from pipeline.openings import may_open, openings, starts
from pipeline.resolve_dates.scan import RULES
from pipeline.segment.dating.datelines import _DATE

TEXTS = (
    "On 12 May 2014 and again on the 3rd of June, two weeks later, the ward was shut; it opened in 2015.",
    "Posted Fri, 03/06/2014 - 10:22 | Lima, 3-7 de mayo de 2013 | 2011-08-28T10:00 | 4. 8. 2012 | 05.06. on",
    "Since Monday, last spring, a year ago, half a year before the 1990s; that week; the day after tomorrow.",
    "Le 14 février 2016, l'affaire Ľubica; au 1er août; 21 мая 2010 года; ١٢ May 2012; ſaturday 4\u00a0May.",
    "In May 30 people were held.\nJune 2012: The 4th was a Sunday. On the eve of 1 May, from 2009 to 2011 —",
    "(2010) [2011] “12.05.2010” ‘mid-August’ x2012 12:30 no. 5/2012 3.4.2011 twelfth of July, late 2015",
)
PATTERNS = {rule.name: rule.pattern for rule in RULES} | {"dateline": _DATE}


def places(pattern: re.Pattern[str], text: str) -> set[int]:
    known = openings(pattern)
    if known is None:
        return set(range(len(text)))
    return {start for start, opening in starts(text) if may_open(opening, known)}


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_every_match_begins_at_a_place(pattern: re.Pattern[str]) -> None:
    for text in TEXTS:
        begun = {place for place in range(len(text)) if pattern.match(text, place)}
        assert begun <= places(pattern, text)


def test_most_places_are_left_out() -> None:
    text = " ".join(TEXTS)
    tried = sum(len(places(pattern, text)) for pattern in PATTERNS.values())
    assert tried < len(text) * len(PATTERNS) / 10


CASES = {
    r"\b(?:ab|c)d": {"abd", "cd"},
    r"(?<!\w)a+b?": {"a", "ab", "aa", "aab", "aaa", "aaab", "aaaa"},
    r"(?<![\w-])(?:a(.)b|[xy]{2,}z)": {"a", *(a + b + c for a in "xy" for b in "xy" for c in "z")}
    | {a + b + c + d for a in "xy" for b in "xy" for c in "xy" for d in "xyz"},
    r"\b(a|b)\1c": {"a", "b"},
    r"\b(?:\d\d|n°)\s?x": {"00x", "00 x", "n\x80x", "n\x80 x"},
    r"^[A-C]": {"a", "b", "c"},
    r"\b(?:the |th)\d{1,2}nd": {"the 0nd", "the 00nd", "th0n", "th00"},
    r"\bthe {1,2}.+": {"the ", "the  "},
    r"[–(] ?\d": {"\x800", "\x80 0", "(0", "( 0"},
}


@pytest.mark.parametrize(("pattern", "expected"), CASES.items(), ids=CASES)
def test_openings(pattern: str, expected: set[str]) -> None:
    assert openings(re.compile(pattern)) == expected


@pytest.mark.parametrize("pattern", ["ab", r"\b\s?a", r"\ba?", r"(?:\b|-)a", r"\b.", "[a-z]b", "(?<=a)b"])
def test_a_match_that_may_begin_anywhere(pattern: str) -> None:
    assert openings(re.compile(pattern)) is None
