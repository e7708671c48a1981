"""Feasts on a fixed day with their year: New Year's Eve 2018, Human Rights Day, 2012."""

from __future__ import annotations

import re

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.words import O, S, compiled, resource, year

_DAYS: dict[str, tuple[int, int]] = {
    feast: (int(day[:2]), int(day[3:])) for day, feasts in resource("feasts").items() for feast in feasts
}
_NAMES = alternation(name.replace("'", apostrophe) for name in _DAYS for apostrophe in "'’")
_OF_YEAR = compiled(rf"(?P<feast>{_NAMES})(?:{O},{O}|{S}(?:of|in){S}|{S}){year()}")


def _of_year(match: re.Match[str]) -> Calendar | None:
    words = " ".join(match["feast"].casefold().replace("’", "'").split())
    return Calendar(Moment(int(match["y"][:4]), *_DAYS[words])) if match["feast"][:1].isupper() else None


RULES = (Rule("feast of a year", _OF_YEAR, _of_year),)
