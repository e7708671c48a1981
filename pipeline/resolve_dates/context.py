"""What is known where a date expression stands: the item's date, the dates before it, its clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Clause, Earlier, Resolved, Tense

# A date further back than this many expressions is no longer what "two days later" counts from.
MEMORY = 12
# "Today's" news may speak of a date some days ahead as what it counts from, but not of a far one.
NEAR_DAYS = 7
# What is reported of a time so many days before the item's own belongs to another story.
OLD_DAYS = 60


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

    def day_of_writing(self) -> tuple[Moment, date] | None:
        """The item's date as a moment and as a day; None where no day is known."""
        on = self.published.first_day if self.published and self.published.day else None
        return (self.published, on) if self.published and on else None

    def recent(self) -> Iterator[Earlier]:
        """The dates before this one that it may be counted from, nearest first."""
        for found in list(self.earlier[-MEMORY:])[::-1]:
            if self._is_quoted_apart(found):
                continue
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
            before = found.clause.pluperfect and not self.clause.pluperfect and not self._goes_on_from(found)
            if here or found.first == self.published or not (told_now or before or self._is_old(found)):
                yield found

    def _goes_on_from(self, found: Earlier) -> bool:
        """Both open their paragraphs or their sentences: "On 2 May ... had been left. The same night ..."."""
        paragraphs = self.clause.opens_block and found.clause.opens_block
        return paragraphs or (self.clause.fronted and found.clause.fronted)

    def _is_old(self, found: Earlier) -> bool:
        """What somebody says of a time long before the item's own day is no part of its story."""
        told, today = found.last.last_day, self.published.first_day if self.published else None
        far = told is not None and today is not None and (today - told).days > OLD_DAYS
        return found.clause.reported and far

    def _is_quoted_apart(self, found: Earlier) -> bool:
        """A letter that is quoted has a time of its own."""
        return found.clause.quoted and found.clause.block_start != self.clause.block_start

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
