"""Years and decades."""

from __future__ import annotations

import re

from pipeline.calendar_words import alternation
from pipeline.resolve_dates.absolute import Calendar
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.numeric import is_marked
from pipeline.resolve_dates.ranges import Between
from pipeline.resolve_dates.rule import Rule, no_serial
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.words import PART, O, S, compiled, resource

_Y = r"(?P<y>(?:19|20)\d\d)"
_EARLY_YEAR = compiled(r"(?:in|since|until){S}(?P<x>(?P<y>1[5-8]\d\d))".replace("{S}", S))
_BEFORE = alternation(resource("guards")["before_year"])
_YEAR = re.compile(
    rf"(?:(?<![\w.,/@]){_BEFORE}(?:{S}|{O}-{O})|[(\[:]{O}|[-–—]{S}|(?<=(?:19|20)\d\d, )|^)"
    rf"(?P<x>(?:the{S}year{S})?{_Y})(?![\w@/]|[-.,:]\d|-[^\W\d_])",
    re.IGNORECASE | re.MULTILINE,
)
_ANY_YEAR = compiled(_Y)
_DECADE = compiled(rf"(?:(?:the|early|mid|late){S}|mid-){{0,3}}(?P<y>(?:19|20)\d0)['’]?s")
_PART_OF_YEAR = compiled(rf"(?:{PART}|(?:Q[1-4]|H[12]|FY){O}(?:of{S})?){_Y}")


def _year(match: re.Match[str]) -> Calendar:
    return Calendar(Moment(int(match["y"])))


def _decade(match: re.Match[str]) -> Between:
    first = int(match["y"])
    return Between(Moment(first), Moment(first + 9))


def _is_year(match: re.Match[str], around: Surroundings) -> bool:
    start = match.start("x" if "x" in match.re.groupindex else 0)
    return is_marked(match, around) and not around.names_statute(start)


def _needs_no_preposition(match: re.Match[str], around: Surroundings) -> bool:
    """A number that stands before or after a word as only a year does: "2012 law", "Egypt's 2013 charter"."""
    if not _is_year(match, around) or int(match["y"]) % 100 == 0 or around.follows_currency(match.start()):
        return False
    start, end = match.span()
    if around.next_tag(end) in ("NN", "NNP", "VBD", "VBZ", "VBN") or around.is_event(end):
        return True
    closes = not around.after(end)[:1].isspace() or around.next_tag(end) in ("IN", "TO", "CC")
    return around.previous_word(start)[:1].isupper() and closes


def _is_early_year(match: re.Match[str], around: Surroundings) -> bool:
    return is_marked(match, around) and not around.next_tag(match.end()).startswith(("NN", "JJ"))


RULES = (
    Rule("year", _YEAR, _year, _is_year),
    Rule("year before a word", _ANY_YEAR, _year, _needs_no_preposition),
    Rule("early year", _EARLY_YEAR, _year, _is_early_year),
    Rule("decade", _DECADE, _decade),
    Rule("part of year", _PART_OF_YEAR, _year, no_serial),
)
