"""Dates with the precision that a text gives them."""

from __future__ import annotations

from datetime import date

__all__ = ["as_said"]

_ISO_LENGTH = {"day": 10, "month": 7, "year": 4}


def as_said(day: date | None, precision: str | None) -> str | None:
    """A date cut to what is known of it; day where no precision is given.

    >>> as_said(date(2012, 8, 1), "month"), as_said(date(2012, 8, 1), None), as_said(None, "day")
    ('2012-08', '2012-08-01', None)
    """
    return None if day is None else day.isoformat()[: _ISO_LENGTH[precision or "day"]]
