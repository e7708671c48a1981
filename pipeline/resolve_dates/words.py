"""The words of date expressions, and the pieces of patterns made of them.

Every piece is bounded: it takes at most a few words and three blanks between them, so that a
pattern tried at every place of a text costs time in proportion to its length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from pipeline.calendar_words import MONTH_NAMES, MONTH_PATTERN, MONTHS, WEEKDAY_PATTERN, WEEKDAYS, alternation
from pipeline.resources import table


def resource(name: str) -> dict[str, Any]:
    """A table of `resources/dates/`."""
    return table(f"dates/{name}")


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _foreign_months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in resource("foreign_months").values():
        for number, words in enumerate(language["months"], start=1):
            for word in words.split():
                for form in (word, _plain(word)):
                    found.setdefault(form, number)
    return {word: number for word, number in found.items() if word not in MONTHS}


_WORDS = resource("words")
FOREIGN_MONTHS: Mapping[str, int] = _foreign_months()
UNITS: Mapping[str, tuple[str, int]] = {word: (unit, size) for word, (unit, size) in _WORDS["units"].items()}
SEASONS: Mapping[str, int] = _WORDS["seasons"]
ORDINALS: Mapping[str, int] = _WORDS["ordinals"]
NUMBERS: Mapping[str, int] = _WORDS["numbers"] | {
    f"{ten}{link}{one}".strip("- "): number + (_WORDS["numbers"][one] if one else 0)
    for ten, number in _WORDS["tens"].items()
    for link in "- "
    for one in ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}

_OTHER_WORDS = frozenset(["may", "mar", "march", "jun", "sep", "dec", "jan"])

# One to three blanks, and none to two.
S = " {1,3}"
O = " {0,2}"  # noqa: E741
# Not inside a longer word or number, a path or an address.
OPEN = r"(?<![\w/@.\\-])(?<!\d[:,])"
SHUT = r"(?![\w@\\]|[./:,-]\d|-[^\W\d_])"
NUMBER = rf"(?:{alternation(NUMBERS)}|\d{{1,3}})"
UNIT = alternation(UNITS)
HEDGE = rf"(?:{alternation(_WORDS['hedges']['words'])}{S})?"
DAY_PART = alternation(_WORDS["day_parts"]["words"])
SEASON = alternation(SEASONS)
_SHORT_DAYS = "|".join(f"(?<={word})" for word in WEEKDAYS if len(word) <= 5)
WEEKDAY = rf"{WEEKDAY_PATTERN}(?![^\W\d_])(?:(?:{_SHORT_DAYS})\.)?"
TO = rf"(?:{O}(?:-|–|—|‒|−){O}|{S}(?:to|until|till|through|thru|and){S})"
PART = (
    rf"(?:(?:early|mid|late|middle|end)(?:{S}|{O}-{O})(?:in{S})?"
    rf"|(?:the{S})?(?:very{S})?(?:beginning|start|end|middle|close|(?:first|second){S}half|(?:first|second|third|fourth|last){S}(?:quarter|week|days|weeks|months|day)){S}of{S}(?:the{S}year{S})?)"
)
_ABBREVIATIONS = [word for word in MONTHS if len(word) <= 4 and word not in MONTH_NAMES]
_SHORT = "(?:" + "|".join(f"(?<={word})" for word in _ABBREVIATIONS) + ")"
EXACT = re.compile(r"^(?:exactly|precisely)\b|\bto {1,3}the {1,3}(?:very {1,3})?day\b", re.IGNORECASE)
_YEAR = r"(?:1[6-9]|20|21)\d\d"


def day(number: int | str = "") -> str:
    """A day of the month in digits or as an ordinal word, in group d<number>."""
    digits = r"(?:0?[1-9]|[12]\d|3[01])"
    return (
        rf"(?P<d{number}>{digits}(?!\d)|{alternation(ORDINALS)}(?={S}of\b))(?:{O}(?:st|nd|rd|th)\b|º|°|er\b)?"
    )


def month(number: int | str = "", foreign: bool = False) -> str:
    """A month's name in group m<number>; of other languages too if so asked."""
    names = alternation((*MONTHS, *FOREIGN_MONTHS)) if foreign else MONTH_PATTERN
    return rf"(?P<m{number}>{names})(?![^\W\d_])(?:{_SHORT}\.)?"


def year(number: int | str = "", short: bool = False) -> str:
    """A year of four digits in group y<number>; of two as well if so asked."""
    two = r"|['’]?\d\d" if short else ""
    return rf"(?P<y{number}>{_YEAR}{two})(?!\d)(?:{O}(?:г\.|года|р\.|року|r\.(?!\w)))?"


def is_other_word(name: str) -> bool:
    """True for a month's name in lower case that is an English word too, so that no day makes it a date.

    >>> is_other_word("may"), is_other_word("May")
    (True, False)
    """
    return name in _OTHER_WORDS


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern between the edges of a word, whatever its case."""
    return re.compile(f"{OPEN}(?:{pattern}){SHUT}", re.IGNORECASE)


def month_of(word: str) -> int:
    """1 to 12 for a month's name in any of the languages known."""
    word = word.rstrip(".").casefold()
    return MONTHS.get(word) or FOREIGN_MONTHS.get(word) or FOREIGN_MONTHS[_plain(word)]


def number_of(words: str) -> int:
    """What a number in words or digits says."""
    words = " ".join(words.casefold().split())
    return NUMBERS.get(words) or int(words)


def is_exact(match: re.Match[str]) -> bool:
    """True where a count is said to come out to the day: "exactly two years", "a year to the day"."""
    return EXACT.search(match.group()) is not None


def day_of(words: str) -> int:
    """The day of the month that digits or an ordinal word say."""
    return ORDINALS.get(words.casefold()) or int(words)


def year_of(digits: str, now: int = 2030) -> int:
    """The year of four digits, or the one of two that is nearest below `now`.

    >>> year_of("2012"), year_of("'98"), year_of("12")
    (2012, 1998, 2012)
    """
    digits = digits.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    century = now // 100 * 100
    return century + int(digits) - (100 if century + int(digits) > now else 0)
