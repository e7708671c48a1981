"""Towns and divisions that bear one name, and which of the two the bare name means."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.gazetteer import Bearer, City, Division

_SEAT_PART, _SEAT_SIZE = 8, 600_000
"""A town with this part of its division's people, or with so many, is what their common name means: Kano."""


def divisions_of(bearers: Sequence[Bearer]) -> list[Division]:
    """The divisions among the bearers of a name."""
    return [b.place for b in bearers if isinstance(b.place, Division)]


def towns_of(bearers: Sequence[Bearer]) -> list[Bearer]:
    """The towns among the bearers of a name."""
    return [b for b in bearers if isinstance(b.place, City)]


def seat_of(division: Division, bearers: Sequence[Bearer]) -> City | None:
    """The town of the division's name that the bare name means rather than the division."""
    for place in (b.place for b in bearers):
        if isinstance(place, City) and place.country == division.country:
            large = place.population >= _SEAT_SIZE
            if large or place.population * _SEAT_PART >= division.population:
                return place
    return None
