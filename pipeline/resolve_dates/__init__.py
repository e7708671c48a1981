"""Stage: every date expression of an item with its value, precision, range and anchor."""

from pipeline.resolve_dates.resolve import resolve_dates

__all__ = ["resolve_dates"]
