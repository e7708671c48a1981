"""The year of a date that the text gives without one."""

from __future__ import annotations

from datetime import timedelta

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.stories import first_after, is_near, is_of_last_days, speaks_of_now, told_in_story
from pipeline.resolve_dates.told import Tense

# How much nearer a date on the unlikely side of the reference must be to be taken all the same:
# past news of "4 August" written on 3 August means tomorrow, not a day 364 days ago.
_AGAINST_TENSE = 8
_AGAINST_DEADLINE = 4
# In halves: where no tense tells, a page of news speaks of the past a little sooner.
_AHEAD = 3
_AGAINST_TENSE_UNDATED = 2
# News added to an item later does not look further ahead than this from the news before it.
_FOLLOWS = timedelta(days=100)
# What had happened before the day of a main clause lies no further back, where no year is told.
_LOOKED_BACK = timedelta(days=300)


def complete(partial: Moment, context: Context) -> Moment:
    """The moment with its likeliest year; as it is where no year can be known.

    The year nearest to the item's date, with the tense of the clause deciding between past and
    future; within a story of earlier times, the first such day after the date told before.
    """
    beside = partial.with_year(context.clause.year_beside)
    if beside.year is not None and beside.valid:
        return beside
    if (earlier := _before_told(partial, context)) is not None:
        return earlier
    told = told_in_story(partial, context)
    near = _nearest(partial, context)
    now = is_near(near, context.published) and speaks_of_now(context)
    if told is None or now or is_of_last_days(near, context):
        return _later_news(partial, context) or near
    return told


def _before_told(partial: Moment, context: Context) -> Moment | None:
    """The last such day before that of the main clause: "held on 6 April 2011, as they had met on 9 May"."""
    last = next(context.recent(), None)
    if not context.clause.pluperfect or last is None or last.clause.pluperfect:
        return None
    told = last.first.first_day if last.first.day else None
    if told is None or last.first.year is None or last.clause.sentence != context.clause.sentence:
        return None
    for year in (last.first.year, last.first.year - 1):
        found = partial.with_year(year)
        start = found.first_day if found.valid else None
        if start is not None and start <= told:
            return found if told - start <= _LOOKED_BACK else None
    return None


def _later_news(partial: Moment, context: Context) -> Moment | None:
    """The first such day after one later than the item's date that the clause before told as past.

    Chronicles are added to: "(An appeal followed on 20 February; it was rejected in April.)"
    """
    last = context.earlier[-1] if context.earlier else None
    if last is None or context.published is None or last.start < context.clause.block_start:
        return None
    told, today = last.first.first_day if last.first.month else None, context.published.last_day
    if told is None or today is None or told <= today or last.clause.deadline:
        return None
    found = (
        first_after(partial, last.last) if context.clause.tense is last.clause.tense is Tense.PAST else None
    )
    start = found.first_day if found else None
    return found if start is not None and start - told <= _FOLLOWS else None


def _nearest(partial: Moment, context: Context) -> Moment:
    reference = context.published or _undated_reference(context)
    if reference is None or reference.year is None:
        return partial
    years = range(max(reference.year - 1, 1), min(reference.year + 1, 9999) + 1)
    candidates = [partial.with_year(year) for year in years]
    valid = [moment for moment in candidates if moment.valid] or [
        partial.with_year(year) for year in _leap_years(reference.year)
    ]
    return min(valid, key=lambda moment: _cost(moment, reference, context))


def _leap_years(year: int) -> tuple[int, ...]:
    return tuple(y for y in range(year - 8, year + 9) if Moment(y, 2, 29).valid)


def _undated_reference(context: Context) -> Moment | None:
    dated = (found.first for found in context.recent() if found.first.year is not None and found.first.month)
    return next(dated, context.other)


def _cost(moment: Moment, reference: Moment, context: Context) -> int:
    start, end = moment.first_day, moment.last_day
    low, high = reference.first_day, reference.last_day
    assert start is not None and end is not None and low is not None and high is not None
    ahead, behind = max((start - high).days, 0), max((low - end).days, 0)
    tense = context.clause.tense
    if context.clause.deadline:
        return ahead + behind * _AGAINST_DEADLINE
    against = _AGAINST_TENSE if context.published else _AGAINST_TENSE_UNDATED
    if tense is Tense.PAST:
        return ahead * against + behind
    if tense is Tense.FUTURE:
        return ahead + behind * against
    return ahead * _AHEAD // 2 + behind
