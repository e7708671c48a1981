"""Whether 03/08/2012 is the third of August or the eighth of March."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.calendar_words import MONTH_NAMES, alternation
from pipeline.resolve_dates.context import Expression
from pipeline.resolve_dates.numeric import TwoNumbers
from pipeline.resolve_dates.numeric_ranges import NumbersBetween
from pipeline.schema.flow import CleanItem

_US_DATE = re.compile(rf"\b{alternation(name.capitalize() for name in MONTH_NAMES)} \d{{1,2}}(?!\d)")


def is_day_first(item: CleanItem, expressions: Sequence[Expression]) -> bool:
    """The order of an item's dates with slashes.

    A number above 12 shows it, or the date that is the item's own; else that the item puts its
    written months first. The day comes first where nothing shows it.
    """
    dates = [two for expression in expressions for two in _numbers(expression) if two.form == "slashed"]
    for two in dates:
        if two.left > 12 or two.right > 12:
            return two.left > 12
    for two in dates:
        if item.published_on and two.year == item.published_on.year:
            month_day = (item.published_on.month, item.published_on.day)
            if month_day in ((two.left, two.right), (two.right, two.left)):
                return month_day == (two.right, two.left)
    return _US_DATE.search(item.text) is None or not dates


def _numbers(expression: Expression) -> tuple[TwoNumbers, ...]:
    ends = (expression.first, expression.last) if isinstance(expression, NumbersBetween) else (expression,)
    return tuple(end for end in ends if isinstance(end, TwoNumbers))
