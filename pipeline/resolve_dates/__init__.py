"""Stage: every date expression of an item with its value, precision, range and anchor."""

from pipeline.resolve_dates.resolve import resolve_dates
from pipeline.resolve_dates.scan import load_rules

__all__ = ["load_rules", "resolve_dates"]
