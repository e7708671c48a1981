"""Time counted from an event, or from a date that follows: two days after the trial of 3 May."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.calendar_words import WEEKDAY_NAMES, alternation, weekday_number
from pipeline.resolve_dates.anchors import FromEarlier
from pipeline.resolve_dates.anniversary import COUNT, DATE, partial_of
from pipeline.resolve_dates.event_values import AfterEvent, AroundWeekday, BeforeEvent, CountedFrom
from pipeline.resolve_dates.rule import Rule, no_duration
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.weekday_values import Weekday
from pipeline.resolve_dates.words import UNITS, O, S, compiled, number_of, resource, year

_ANNIVERSARY = resource("words")["anniversary"]["words"]
_EXACTLY = re.compile("(?:exactly|precisely) ", re.IGNORECASE)
# The noun that names an event stands at most so many characters behind "since".
_NAMED_WITHIN = 60
# A date deeper than this below an event is not its date.
_CLIMB = 8
_SIDES = {"before": -1, "prior to": -1, "since": -1, "of": -1, "after": 1, "from": 1, "following": 1}
_YEAR = rf"(?:(?:{O},{O}|{S}){year()})?"
_COUNTED_FROM = compiled(
    rf"(?:{COUNT}|(?P<the>the)(?:{S}very)?{S}(?P<unit2>day|week|month|year|eve))"
    rf"{S}(?P<side>before|after|from|since|of|prior{S}to|following){S}(?:the{S})?{DATE}{_YEAR}"
)
_FROM_DATED_EVENT = compiled(
    rf"{COUNT}{S}(?P<side>before|after|since)"
    rf"(?={S}(?:[^\W\d_][\w'’-]{{0,30}}{S}){{1,6}}?(?P<date>{DATE}{_YEAR}))"
)
_AFTER_EVENT = compiled(rf"{COUNT}{S}after(?={S}[^\W\d_])")
_BEFORE_EVENT = compiled(rf"{COUNT}{S}before(?={S}(?:(?:the|his|her|their|its|a|an|being)\b|(?-i:[A-Z])))")
_AROUND_WEEKDAY = compiled(
    rf"{COUNT}{S}(?P<side>before|after|since)(?={S}(?:(?P<last>last){S})?(?P<w>{alternation(WEEKDAY_NAMES)})\b)"
)
_SINCE = compiled(
    rf"(?:(?P<marked>{alternation(_ANNIVERSARY)})|(?:was|is|are|were|been|'s|’s)(?:{S}(?:now|already|today|almost))?)"
    rf"{S}(?P<x>{COUNT}{S}since)"
)


def _counted_from(match: re.Match[str]) -> CountedFrom | None:
    side = _SIDES[" ".join(match["side"].casefold().split())]
    word = (match["unit"] or match.groupdict()["unit2"]).casefold()
    unit, size = ("day", 1) if word == "eve" else UNITS[word]
    if (match["side"].casefold() == "of") != (word == "eve"):
        return None
    partial = partial_of(match)
    if partial is None:
        return None
    if match["y"]:
        partial = partial.with_year(int(match["y"][:4]))
    amount = side * size * (number_of(match["n"]) if match["n"] else 1)
    return CountedFrom(amount, unit, partial) if partial.valid else None


def _after_event(match: re.Match[str]) -> AfterEvent:
    unit, size = UNITS[match["unit"].casefold()]
    return AfterEvent(number_of(match["n"]) * size, unit)


def _before_event(match: re.Match[str]) -> BeforeEvent:
    event = _after_event(match)
    return BeforeEvent(event.amount, event.unit)


def _around_weekday(match: re.Match[str]) -> AroundWeekday | None:
    number = weekday_number(match["w"])
    if number is None:
        return None
    event = _after_event(match)
    weekday = Weekday(number, -1 if match["last"] else None)
    return AroundWeekday(event.amount * _SIDES[match["side"].casefold()], event.unit, weekday)


def _since(match: re.Match[str]) -> FromEarlier:
    """What is done to mark so many months since an event is done on the same day of the month."""
    unit, size = UNITS[match["unit"].casefold()]
    exact = match["marked"] is not None or _EXACTLY.match(match["x"]) is not None
    return FromEarlier(-number_of(match["n"]) * size, unit, exact)


def _end_of_event(match: re.Match[str], around: Surroundings) -> int:
    """The end of the noun that names the event behind "since", with the words before that noun."""
    end = match.end()
    for index in around.tree.at(end - 1, end):
        for noun in around.tree.children(index, "pobj"):
            if noun.start - end < _NAMED_WITHIN and "\n" not in around.text[end : noun.end]:
                return noun.end
    return end


def _is_dated(match: re.Match[str], around: Surroundings) -> bool:
    """The date belongs to the event, not to the verb of the sentence."""
    if around.measures(match.start()):
        return False
    head = around.tree.head_of(*match.span("date"))
    sides = around.tree.at(*match.span("side"))
    if head is None or not sides:
        return False
    return any(token.i == sides[0] for token in islice(around.tree.ancestors(head.i), _CLIMB))


RULES = (
    Rule("counted from a date named", _COUNTED_FROM, _counted_from, no_duration),
    Rule("counted from a dated event", _FROM_DATED_EVENT, _counted_from, _is_dated),
    Rule("counted from a weekday", _AROUND_WEEKDAY, _around_weekday),
    Rule("before an event", _BEFORE_EVENT, _before_event, no_duration),
    Rule("after an event", _AFTER_EVENT, _after_event, no_duration),
    Rule("since an event", _SINCE, _since, end=_end_of_event),
)
