"""Whether a day without its year belongs to a story of earlier times or to the days of the item."""

from __future__ import annotations

from datetime import timedelta

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Earlier, Tense

# A story that has gone back this far in time stays there: its year-less dates follow the last one.
_STORY_DAYS = 300
# A date this near to the item's own belongs to the news rather than to an old story beside it.
_NEAR = timedelta(days=45)
# A day of so few days before the item's own is more likely of this year than of an old story.
_LAST_DAYS = timedelta(days=14)


def _story(context: Context) -> Earlier | None:
    if context.clause.tense is not Tense.PAST or context.clause.deadline or context.published is None:
        return None
    last = next(context.recent(), None)
    if last is None or last.start < context.clause.block_start:
        return None
    beside = last.clause.sentence == context.clause.sentence and last.clause.aside
    if beside and not context.clause.aside:
        return None  # "two men who attacked her in May 2020 were jailed on 3 June"
    if context.clause.lasting and last.first.month is None:
        return None
    if last.first.month is None:
        return last if last.clause.fronted else None
    if last.clause.attribute:
        return None
    told, today = last.last.last_day, context.published.first_day
    if told is None or today is None or (today - told).days <= _STORY_DAYS:
        return None
    return last


def told_in_story(partial: Moment, context: Context) -> Moment | None:
    """The first such day after the date told before, where that has gone far back in time."""
    story = _story(context)
    told = first_after(partial, story.last) if story is not None and story.last.year is not None else None
    return told if told is not None and _not_after(told, context.published) else None


def speaks_of_now(context: Context) -> bool:
    """True where the text has told of other days near its own date."""
    return any(
        found.first != context.published and is_near(found.first, context.published)
        for found in context.recent()
    )


def is_of_last_days(moment: Moment, context: Context) -> bool:
    """A day right before the item's own, told in another sentence than the story of long ago."""
    start, today = moment.first_day, context.published.last_day if context.published else None
    last = next(context.recent(), None)
    if start is None or today is None or moment.day is None or last is None:
        return False
    apart = last.clause.sentence != context.clause.sentence
    return apart and timedelta(0) <= today - start <= _LAST_DAYS


def is_near(moment: Moment, published: Moment | None) -> bool:
    """Within some weeks of the item's own date."""
    start, end = moment.first_day, moment.last_day
    low, high = (published.first_day, published.last_day) if published else (None, None)
    if start is None or end is None or low is None or high is None:
        return False
    return start - _NEAR <= high and low - _NEAR <= end


def first_after(partial: Moment, told: Moment) -> Moment | None:
    """The first day or month of that name at or after a moment with its year."""
    assert told.year is not None
    for year in (told.year, told.year + 1):
        moment = partial.with_year(year)
        start, told_day = moment.first_day if moment.valid else None, told.cut(moment.precision).first_day
        if start is not None and told_day is not None and start >= told_day:
            return moment
    return None


def _not_after(moment: Moment, published: Moment | None) -> bool:
    start, today = moment.first_day, published.last_day if published else None
    return start is not None and today is not None and start <= today
