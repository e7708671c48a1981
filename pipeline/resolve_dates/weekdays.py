"""Days of the week, counted from when the text was written or from a date before: last Friday."""

from __future__ import annotations

import re

from pipeline.calendar_words import WEEKDAY_NAMES, alternation, weekday_number
from pipeline.resolve_dates.deictic import DIRECTIONS
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.rule import Rule
from pipeline.resolve_dates.surroundings import Surroundings
from pipeline.resolve_dates.weekday_values import Weekday, WeekdayAfter, WeekdayOfMonth, WeekdaysBetween
from pipeline.resolve_dates.words import ORDINALS, TO, S, is_other_word, month, month_of, year, year_of

_DAY = alternation(WEEKDAY_NAMES)
_WHICH = r"(?P<which>last|this|next|past|coming)"
_OPEN, _SHUT = r"(?<![\w@/.’'-])", r"(?![\w@-])"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_OPEN}(?:{pattern}){_SHUT}", re.IGNORECASE)


_BARE = _compiled(f"(?P<w>{_DAY})")
_DIRECTED = _compiled(f"(?:the{S})?(?:this{S}(?=past|coming))?{_WHICH}{S}(?P<w>{_DAY})")
_LAST = _compiled(
    f"(?:the{S})?(?P<w>{_DAY}){S}(?P<before>before{S})?last(?!{S}(?:week|month|year|night|spring|summer|autumn|{_DAY}))"
)
_OF_WEEK = _compiled(f"(?P<w>{_DAY}){S}(?:of{S})?(?P<which>last|this|next){S}week")
_FOLLOWING = _compiled(f"the{S}(?P<which>following|next|previous|preceding){S}(?P<w>{_DAY})")
_FOLLOWED = _compiled(f"the{S}(?P<w>{_DAY}){S}(?P<which>before|after)")
_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_OF_MONTH = _compiled(
    f"(?:the{S})?(?P<nth>{alternation(_NTHS)}){S}(?P<w>{_DAY}){S}(?:of|in){S}{month()}(?:,?{S}{year()})?"
)
_BETWEEN = _compiled(f"(?:from|between){S}(?P<w>{_DAY}){TO}(?P<w2>{_DAY})")
_AFTER = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
_SURE = frozenset(["on", "since", "until", "till", "late", "early"])
# "the Tuesday Queue", "our old Friday Circle"
_DETERMINED = re.compile(r"\b(?:the|our|their|his|her|its)(?: (?!last|next|past|coming)[a-z]{3,12})? $", re.I)
_WEEKLY = frozenset(("every", "each", "any", "per", "a", "one", "some", "most", "another", *ORDINALS))


def _number(match: re.Match[str], group: str = "w") -> int:
    number = weekday_number(match[group])
    assert number is not None
    return number


def _bare(match: re.Match[str]) -> Weekday:
    return Weekday(_number(match))


def _directed(match: re.Match[str]) -> Weekday:
    return Weekday(_number(match), DIRECTIONS[match["which"].casefold()])


def _last(match: re.Match[str]) -> Weekday:
    return Weekday(_number(match), -1, extra=-7 if match["before"] else 0)


def _of_week(match: re.Match[str]) -> Weekday:
    return Weekday(_number(match), weeks=DIRECTIONS[match["which"].casefold()])


def _following(match: re.Match[str]) -> WeekdayAfter:
    return WeekdayAfter(_number(match), _AFTER[match["which"].casefold()])


def _between(match: re.Match[str]) -> WeekdaysBetween:
    return WeekdaysBetween(_number(match), _number(match, "w2"))


def _of_month(match: re.Match[str]) -> WeekdayOfMonth | None:
    if is_other_word(match["m"]):
        return None
    told = Moment(year_of(match["y"]) if match["y"] else None, month_of(match["m"]))
    return WeekdayOfMonth(_number(match), _NTHS[match["nth"].casefold()], told)


def _is_day(match: re.Match[str], around: Surroundings) -> bool:
    start, end = match.span()
    previous = around.previous_word(start)
    if match["w"].islower():
        return previous.casefold() in _SURE
    is_named = around.names.is_person(start, end) or match.group().casefold() in around.names.name_words
    if is_named or previous.casefold() in _WEEKLY or previous[:1].isdigit() or around.is_weekday_use(end):
        return False
    if (
        previous.casefold() == "on"
        or around.after_time_preposition(start)
        or around.after_open_preposition(start)
    ):
        return True
    after_name = around.names.follows_name(start) and around.names.is_weekday_name(previous)
    named = _DETERMINED.search(around.before(start)) is not None and around.names.leads_name(end)
    return not after_name and not named


RULES = (
    Rule("weekday", _BARE, _bare, _is_day),
    Rule("last or next weekday", _DIRECTED, _directed),
    Rule("weekday last", _LAST, _last),
    Rule("weekday of a week", _OF_WEEK, _of_week),
    Rule("weekday of a month", _OF_MONTH, _of_month),
    Rule("following weekday", _FOLLOWING, _following),
    Rule("weekday before or after", _FOLLOWED, _following),
    Rule("weekdays", _BETWEEN, _between),
)
