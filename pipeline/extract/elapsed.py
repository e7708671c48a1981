"""The date of an event from which another is counted: 'arrested on 11 May, two days AFTER the police raided X'."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.extract.candidate import Candidate
from pipeline.extract.reading import Dated, Reading
from pipeline.resources import table
from pipeline.schema.flow import DateMention
from pipeline.syntax import Token

_SIDES = {"after": -1, "following": -1, "before": 1}
_EVE = ("eve", "of")
_BEFORE = "before an event"  # the rule of `resolve_dates` for 'two days before the trial'
_EXACT = frozenset(("exactly", "precisely", "just", "only", "to", "the", "day", "very"))
_PARTS = frozenset(("day", "morning", "afternoon", "evening", "night"))
_REACH = 12  # tokens after the expression within which the event is named
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Interval:
    """How far an event lies from the one that is told: in days, or in months where months or years are counted.

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


@dataclass(frozen=True, slots=True)
class Counted:
    """An event from which a date expression counts, with the date that follows for it, if one does.

    `told` is True where the event that is told has a date of its own before the expression, so that the
    expression gives none for it.
    """

    head: int
    dated: Dated | None
    told: bool


class Elapsed:
    """Reads such expressions in one item; `holders` are the tokens that stand for candidates."""

    def __init__(
        self, reading: Reading, candidates: Mapping[int, Candidate], holders: Mapping[int, int]
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._holders = holders

    def counted(self, dated: Dated) -> Counted | None:
        """The event from which `dated` counts, None where it names none."""
        if not dated.date.relative:
            return None
        interval = interval_of(tuple(self._reading.lower(i) for i in dated.tokens))
        head = self._named(dated) if interval is not None else None
        if interval is None or head is None:
            return None
        told = self._told_before(dated)
        found = interval.shift(told.date if told is not None else dated.date)
        if found is not None:
            found = replace(found, start=dated.date.start, end=dated.date.end, text=dated.date.text)
        new = None if found is None else Dated(found, dated.tokens, dated.head)
        return Counted(head, new, told is not None)

    def _named(self, dated: Dated) -> int | None:
        """The candidate that the last word of the expression governs."""
        tree, last = self._reading.tree, dated.tokens.stop - 1
        word = tree.tokens[last]
        if word.text.lower() == "before" and dated.date.rule != _BEFORE:
            return None  # 'Three days before he had complained': no event is named
        for noun in tree.children(last, "pobj"):
            head = self._holders.get(noun.i)
            return head if head is not None and self._candidates[head].frame.kind == "noun" else None
        return None if word.text.lower() == "of" else self._verb_behind(last)

    def _verb_behind(self, connector: int) -> int | None:
        """'two days after THE POLICE RAIDED it': the verb whose subject stands right behind the connector."""
        tree = self._reading.tree
        stop = min(connector + _REACH, tree.sentence_of(connector).stop)
        for i in range(connector + 1, stop):
            head = self._holders.get(i)
            if head is None or self._candidates[head].frame.kind != "verb":
                continue
            if self._reading.lower(connector) == "before" and self._is_past_perfect(head):
                return None  # 'Two days before the ruling men had beaten him': no verb of what came later
            subjects = tree.children(head, *_SUBJECTS)
            near = any(connector < t.i and tree.subtree(t.i)[0] == connector + 1 for t in subjects)
            return head if near else None
        return None

    def _is_past_perfect(self, verb: int) -> bool:
        return any(t.text.lower() == "had" for t in self._reading.tree.children(verb, "aux"))

    def _told_before(self, dated: Dated) -> Dated | None:
        """The date of what is told, before the expression in its part of the sentence."""
        start = self._reading.tree.sentence_of(dated.head).start
        tokens, found = self._reading.tokens, None
        for other in self._reading.dates:
            if other.tokens.start >= dated.tokens.start:
                break
            inside = start <= other.tokens.start and self._reading.block_kind(other.head) != "dateline"
            near = all(tokens[i].text != ";" for i in range(other.tokens.stop, dated.tokens.start))
            if inside and near and other.date.date_start is not None:
                found = other
        return found
