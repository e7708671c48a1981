"""Lines under a name that tell when somebody was born and died: `Quito, 3 May 1944 - Cuenca, 21.XI.2009`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.segment.rows.row import Row, Shape

_PLACE = r"(?:[^\W\d][^,\d()]{1,40},\s)?"
_DAY = (
    r"(?:\d{1,2}\s?[./-]\s?(?:[IVX]{1,4}|\d{1,2})\s?[./-]\s?|(?:\d{1,2}\.?\s(?:de\s)?)?[^\W\d]{3,12}\.?,?\s(?:de\s)?|"
    r"[^\W\d]{3,12}\.?\s\d{1,2},\s)?([12]\d{3})"
)
_SPAN = re.compile(
    rf"[(\[]?(?:\*|b\.|born:?)?\s?{_PLACE}{_DAY}\s?(?:[-–—]{{1,2}}|[,;]?\s?†)\s?(?:†|d\.|died:?)?\s?{_PLACE}{_DAY}[)\]]?\.?",
    re.I,
)
_YEARS = 10  # a shorter span is that of a case or an issue
_SHAPES = (Shape.HEAD, Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.PROSE)


def read_life_spans(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such lines right under a heading as details: neither headlines nor datelines."""
    read = list(rows)
    for above, row in pairwise(rows):
        if (
            row.shape in _SHAPES
            and above.shape is Shape.HEAD
            and not row.gap
            and is_life_span(row.folded.text)
        ):
            read[row.index] = replace(
                row, shape=Shape.BYLINE, reason="metadata", date=None, stamp_start=0, stamp_end=0
            )
    return read


def is_life_span(text: str) -> bool:
    """Nothing but two days or years far apart, perhaps with places.

    >>> is_life_span("Cuenca, 3.V.1944 - Quito, 21.XI.2009"), is_life_span("(1958 – 2010)")
    (True, True)
    >>> is_life_span("12 May 2012 - 3 June 2013")
    False
    """
    span = _SPAN.fullmatch(text)
    return span is not None and int(span.group(2)) - int(span.group(1)) >= _YEARS
