"""Months with neither day nor year, which are names of people and English words as well."""

from __future__ import annotations

import re

from pipeline.calendar_words import MONTH_NAMES, MONTH_PATTERN, SLIPS, alternation
from pipeline.resolve_dates.absolute import is_capital, read_date
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import PART, compiled, month

_SLIPS = (slip for slip, name in SLIPS.items() if name in MONTH_NAMES)
_NAMES = alternation(name.capitalize() for name in (*MONTH_NAMES, *_SLIPS))
_UPPER = alternation(name.upper() for name in MONTH_NAMES)
# In lower case only those that are no other word of English.
_LOWER = alternation(name for name in MONTH_NAMES if name not in ("march", "may", "august"))
_SHORT = r"(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\."

_PART_OF_MONTH = compiled(rf"{PART}{month()}")
_MONTH = re.compile(rf"(?<![\w’'.@/-])(?P<m>{_NAMES}|{_UPPER}|{_LOWER}|{_SHORT})(?![\w@-])")
_HEAD = re.compile(rf"^(?P<m>{_NAMES}|{_UPPER})(?= ?(?:\(|:|-|–|—|$)(?!\d))", re.MULTILINE)
# Headlines write verbs with a capital: "Workers to March in Durban", "Rally and March for Peace".
_VERBS = frozenset(["march", "may"])
_CHAINED = re.compile(
    rf"\b(?:from {MONTH_PATTERN}\.?(?:,? \d{{4}})? to|{MONTH_PATTERN} (?:and|or)"
    r"|(?:postponed|adjourned|moved|delayed|deferred|put off|rescheduled|fixed|set|scheduled|planned|slated"
    r"|due|expected|announced|booked|called|listed|convened|foreseen|promised|back|prior|up) (?:to|for)) $",
    re.IGNORECASE,
)
_LINKS = ("to", "and", "or", "for")


def _is_month(match: re.Match[str], around: Surroundings) -> bool:
    start, end = match.span()
    is_name = match["m"].casefold() in around.names.name_words
    possessive = around.after(end)[:2] in ("'s", "’s")
    if around.after_time_preposition(start):
        return not (is_name and (possessive or around.names.leads_name(end)))
    labelled = around.before(start)[-2:] == ": "
    if not (labelled or around.after_open_preposition(start)) or match["m"].islower():
        return False
    if match["m"].casefold() in _VERBS and around.previous_word(start).casefold() in _LINKS:
        chained = _CHAINED.search(around.before(start)) is not None
        if match["m"].isupper() or not chained:
            return False
    return not (is_name or possessive or around.names.leads_name(end))


RULES = (
    Rule("part of month", _PART_OF_MONTH, read_date, is_capital),
    Rule("month", _MONTH, read_date, _is_month),
    Rule("month at the head of a line", _HEAD, read_date),
)
