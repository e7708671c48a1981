"""Months that are misspelt beside a number: the one kind of capitalised word that is no name for sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalize.candidates import slips
from pipeline.normalize.lexicon import english
from pipeline.normalize.traced_text import Fix
from pipeline.resources import table

_DATED = re.compile(
    r"(?<![\w.@/-])(?:(?<=\d )|(?<=(?:st|nd|rd|th) )|(?=[A-Z][a-z]{5,10},? \d))[A-Z][a-z]{5,10}(?![\w@/-])"
)


def misspelt_months(text: str) -> Iterator[Fix]:
    """Months one slip from right, between a day and a year or beside one: "12 Decmeber 2014".

    >>> [fix.replacement for fix in misspelt_months("on 12 Decmeber 2014, not on 12 Decembre 2014")]
    ['December']
    """
    for found in _DATED.finditer(text):
        month = _month(found.group().lower())
        if month:
            yield Fix(*found.span(), month.capitalize(), "spelling", 0.97)


@cache
def _month(word: str) -> str | None:
    months = frozenset(table("normalize/spelling")["months"])
    month = None if word in months else min((slip for slip, _ in slips(word) if slip in months), default=None)
    if month is None or english().knows(word) or english().foreign_zipf(word):
        return None
    return month
