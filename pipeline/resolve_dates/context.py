"""What is known where a date expression stands: the item's date, the dates before it, its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from pipeline.resolve_dates.moment import Moment

# A date further back than this many expressions is no longer what "two days later" counts from.
MEMORY = 12
# "Today's" news may speak of a date some days ahead as what it counts from, but not of a far one.
NEAR_DAYS = 7


class Tense(Enum):
    """When the clause of an expression plays, seen from its writer."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Clause:
    """What the words around an expression say of its time.

    `deadline`: it follows "until", "to" or "for". `apposed`: it explains the date right before it
    ("on 17 December, two days before the election"). `year_beside`: the year told right before ("in
    1980, on 12 September"). `verb`: token index of the verb that it dates. `fronted`: it opens a main
    clause of the past ("In 1986 he led"). `attribute`: it only tells a noun
    from others ("the April 2014 decree"). `event`: the date told of the event that it is counted from.
    `sentence`: where its sentence begins, as a token index. `aside`: it is in a relative clause, beside the
    story. `pluperfect`: what it dates had happened before the story's time.
    """

    tense: Tense = Tense.UNKNOWN
    deadline: bool = False
    apposed: bool = False
    block_start: int = 0
    year_beside: int | None = None
    verb: int | None = None
    fronted: bool = False
    attribute: bool = False
    event: Earlier | None = None
    sentence: int | None = None
    aside: bool = False
    pluperfect: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means: first and last moment, and what they were counted from."""

    first: Moment
    last: Moment
    relative: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A date expression that was read before, with its clean offsets and what it meant.

    `background`: a birth, or the far end of a span; nothing is counted from it. `clause` is the one
    that it stood in.
    """

    start: int
    end: int
    text: str
    first: Moment
    last: Moment
    relative: bool
    background: bool
    clause: Clause


@dataclass(frozen=True, slots=True)
class Context:
    """All that an expression may be counted from.

    `published` is the item's date at its precision. `other` is a date with its year from anywhere
    in an item that has no date of its own. `day_first` decides 03/08/2012.
    """

    published: Moment | None
    other: Moment | None
    earlier: Sequence[Earlier]
    clause: Clause
    day_first: bool = True

    def recent(self) -> Iterator[Earlier]:
        """The dates before this one that it may be counted from, nearest first."""
        for found in list(self.earlier[-MEMORY:])[::-1]:
            if not found.background and not self._still_ahead(found) and not self._is_beside(found):
                yield found

    def of_scene(self) -> Iterator[Earlier]:
        """Those of `recent` at which the story itself plays: what "the same day" can mean.

        What had happened before is no part of it in another sentence, nor is the past where the
        story is told in the present.
        """
        for found in self.recent():
            here = found.clause.sentence == self.clause.sentence
            told_now = self.clause.tense is Tense.PRESENT and found.clause.tense is Tense.PAST
            before = found.clause.pluperfect and not self.clause.pluperfect
            if here or found.first == self.published or not (told_now or before):
                yield found

    def _is_beside(self, found: Earlier) -> bool:
        """A relative clause of another sentence whose main clause has a day of its own."""
        clause = found.clause
        if not clause.aside or clause.sentence in (None, self.clause.sentence):
            return False
        return any(
            other.clause.sentence == clause.sentence and not other.clause.aside and other.first.day
            for other in self.earlier[-2 * MEMORY :]
        )

    def _still_ahead(self, found: Earlier) -> bool:
        if self.clause.tense is not Tense.PAST or self.published is None:
            return False
        start, today = found.first.first_day, self.published.last_day
        return start is not None and today is not None and (start - today).days > NEAR_DAYS


class Expression(Protocol):
    """What the words of a date expression say, before it is known when they were written."""

    def resolve(self, context: Context) -> Resolved | None:
        """What is meant there; None where nothing tells."""
        ...

    @property
    def relative(self) -> bool:
        """True where it is counted from another date."""
        ...
