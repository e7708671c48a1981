"""What 'two weeks after' or 'the eve of' counts, and the date that lies so far from another."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.resources import table
from pipeline.schema.flow import DateMention

_SIDES = {"after": -1, "following": -1, "before": 1}
_EVE = ("eve", "of")
_EXACT = frozenset(("exactly", "precisely", "just", "only", "to", "the", "day", "very"))
_PARTS = frozenset(("day", "morning", "afternoon", "evening", "night"))


@dataclass(frozen=True, slots=True)
class Interval:
    """How far an event lies from the one that is told: in days, or in months for months and years.

    `exact` is True for 'three years to the day after'.
    """

    amount: int
    unit: str
    exact: bool = False

    def shift(self, mention: DateMention) -> DateMention | None:
        """The date that lies so far from that of `mention`, no more precise than what counts it.

        None where the day is too vague: 'two weeks after' something in March.
        """
        first = mention.date_start
        if first is None or mention.precision == "year":
            return None
        if self.unit == "day":
            if mention.precision != "day" or mention.date_end != first:
                return None
            day = first + timedelta(days=self.amount)
            return replace(mention, value=day.isoformat(), date_start=day, date_end=day)
        months = first.year * 12 + first.month - 1 + self.amount
        start = date(months // 12, months % 12 + 1, 1)
        length = monthrange(start.year, start.month)[1]
        if self.exact and mention.precision == "day" and first.day <= length:
            day = start.replace(day=first.day)
            return replace(mention, value=day.isoformat(), date_start=day, date_end=day)
        end = start.replace(day=length)
        return replace(
            mention,
            value=start.isoformat()[:7],
            date_start=start,
            date_end=end,
            precision="month",
        )


def interval_of(words: tuple[str, ...]) -> Interval | None:
    """What an expression counts, seen from its end: towards the event that it names.

    None for what gives no number ('some days after') or only about one ('nearly a year after').

    >>> interval_of(("two", "weeks", "after"))
    Interval(amount=-14, unit='day', exact=False)
    >>> interval_of(("the", "eve", "of")), interval_of(("nearly", "a", "year", "after"))
    (Interval(amount=1, unit='day', exact=False), None)
    """
    if words[-2:] == _EVE:
        return Interval(1, "day")
    if len(words) < 2 or words[-1] not in _SIDES:
        return None
    if len(words) == 3 and words[0] == "the" and words[1] in _PARTS:
        return Interval(_SIDES[words[-1]], "day")
    units = table("dates/words")["units"]
    at = next((i for i, word in enumerate(words) if word in units and i), None)
    if at is None or not _EXACT.issuperset(words[at + 1 : -1]):
        return None
    count = next((i for i in range(at) if words[i] not in _EXACT), at)
    number = _number(words[count:at])
    if number is None:
        return None
    unit, size = units[words[at]]
    amount = _SIDES[words[-1]] * number * size
    if unit == "day":
        return Interval(amount, unit)
    exact = words[0] in ("exactly", "precisely") or "day" in words[at + 1 :]
    return Interval(amount * (12 if unit == "year" else 1), "month", exact)


def _number(words: tuple[str, ...]) -> int | None:
    """'fourteen', 'twenty - two', '22'."""
    known = table("dates/words")
    parts = [word for word in words if word != "-"]
    text = " ".join(parts)
    if text in known["numbers"]:
        return int(known["numbers"][text])
    if text.isdecimal():
        return int(text)
    parts = text.replace("-", " ").split()
    if len(parts) == 2 and parts[0] in known["tens"] and parts[1] in known["numbers"]:
        return int(known["tens"][parts[0]] + known["numbers"][parts[1]])
    return int(known["tens"][text]) if text in known["tens"] else None
