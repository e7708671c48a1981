"""Values that are counted from the day on which an item was written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date

from pipeline.resolve_dates.context import Context
from pipeline.resolve_dates.moment import Moment
from pipeline.resolve_dates.told import Resolved


class FromDayOfWriting(ABC):
    """A value that means nothing where the day of writing is not known."""

    __slots__ = ()

    def resolve(self, context: Context) -> Resolved | None:
        """The days meant; None where the day of writing is unknown or the count leads nowhere."""
        written = context.day_of_writing()
        return self._counted(*written, context) if written is not None else None

    @abstractmethod
    def _counted(self, today: Moment, on: date, context: Context) -> Resolved | None:
        """The days meant, counted from `today`, which is the day `on` of the calendar."""
