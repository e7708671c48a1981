"""Headlines of a hard-wrapped page that only the days over them tell from the first lines of texts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.dating.datelines import date_at
from pipeline.segment.text.line import Line

_AT_LEAST = 2
_DAY_AT_MOST = 40
_REST = re.compile(r"[\s.,:;)\]]*$")


def lines_under_days(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """The offsets of lines right under a day, none of which ends and over each of which a sentence begins.

    Empty where one of them goes on in lower case or ends: then they are the first lines of texts.
    """
    found = [
        (line, below)
        for above, line, below in zip(lines, lines[1:], lines[2:], strict=False)
        if _is_day(text, above) and not below.gap
    ]
    parted = all(text[line.end - 1].isalnum() and text[below.start].isupper() for line, below in found)
    return frozenset(line.start for line, _ in found) if parted and len(found) >= _AT_LEAST else frozenset()


def _is_day(text: str, line: Line) -> bool:
    """A whole day and nothing else."""
    if line.end - line.start > _DAY_AT_MOST:
        return False
    said = text[line.start : line.end]
    hit = date_at(said, 0)
    return hit is not None and hit.month_or_numbers and _REST.match(said, hit.end) is not None
