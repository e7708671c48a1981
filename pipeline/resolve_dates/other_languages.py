"""Whole dates in languages that `foreign_months.toml` leaves out, with dateparser's month names.

Only dateparser's tables are used, never its parser: that would ask the clock for what a date
leaves out, and takes milliseconds for every word it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module

from pipeline.calendar_words import MONTH_NAMES
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule, no_serial
from pipeline.resolve_dates.words import FOREIGN_MONTHS, O, S, compiled, resource

# Shorter names are abbreviations, which look like words of other languages.
_SHORTEST = 4

_SHAPE = compiled(
    rf"(?P<d>\d{{1,2}})\.?{S}(?:de{S}|ta['’])?(?P<m>[^\W\d_]{{{_SHORTEST},14}})\.?"
    rf"(?:{O},{O}|{S}(?:de{S}|del{S})?)(?P<y>(?:19|20)\d\d)"
)


@cache
def _months() -> Mapping[str, int]:
    found: dict[str, int] = {}
    for language in resource("words")["other_languages"]:
        info = import_module(f"dateparser.data.date_translation_data.{language}").info
        for number, english in enumerate(MONTH_NAMES, start=1):
            for word in info[english]:
                if len(word) >= _SHORTEST:
                    found.setdefault(word.casefold(), number)
    return found


def _read(match: re.Match[str]) -> Calendar | None:
    word = match["m"].casefold()
    number = None if word in FOREIGN_MONTHS or word in MONTH_NAMES else _months().get(word)
    moment = Moment(int(match["y"]), number, int(match["d"])) if number else None
    return Calendar(moment) if moment and moment.valid else None


RULES = (Rule("whole date in another language", _SHAPE, _read, no_serial),)
