"""Paragraphs that each open with a label of their own: a place, a name, a run-in headline in capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.segment.rows.row import Row

_CAPITALS = re.compile(
    r"[^\W\d_a-z][^\Wa-z]*(?:[\s/,'’&-]{1,3}[^\W\d_a-z][^\Wa-z]*){0,9}(?:\s\([^()]{1,40}\))?\s?[.:–—-]\s"
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Fr|Rev|Sheikh|Daw|Ko|Ma|U)\.?\s)?"
    r"[^\W\d_a-z][\w'’-]{1,20}(?:\s[^\W\d_a-z](?:\.|[\w'’-]{1,20})){1,3}"
    r"(?:,?\s(?:\d{1,2}|\([^()]{1,40}\)))?(?::\s|\s[–—-]\s)"
)
# `Wau. Soldiers took four traders ...`
_PLACE = re.compile(r"[^\W\d_a-z][\w'’-]{2,20}(?:\s[^\W\d_a-z][\w'’-]{2,20}){0,2}[.:]\s(?=[^\W\d_a-z]|[“\"])")
_SURNAME = re.compile(
    r"[^\W\d_a-z]{2}[^\Wa-z]*,\s[^\W\d_a-z][\w'’-]{1,20}(?:\s[^\W\d_a-z][\w'’-]{1,20}){0,3}"
    r"(?:\s\([^()]{1,40}\))?\s?[.:;–—-]\s"
)
_AT_LEAST = 3


def labelled_rows(rows: Sequence[Row]) -> list[Row]:
    """The paragraphs that open with a label; empty unless nearly all do, each with another label.

    Words to the reader before the first and after the last do not count.

    >>> from pipeline.segment.text.line import Line
    >>> from pipeline.segment.rows.describe import describe
    >>> said = ("OSH. The court fined two.", "BATKEN. A well was closed.", "NARYN. Nobody came to the hall.")
    >>> page = [describe(i, Line(0, 9, True), text) for i, text in enumerate(said)]
    >>> [row.index for row in labelled_rows(page)]
    [0, 1, 2]
    """
    for pattern in (_CAPITALS, _NAME, _SURNAME, _PLACE):
        said = [(row, row.folded.text[row.marker : row.text_end]) for row in rows]
        found = [(row, match.group().casefold()) for row, text in said if (match := pattern.match(text))]
        different = len({label for _, label in found})
        first, last = (found[0][0].index, found[-1][0].index) if found else (0, 0)
        among = sum(first <= row.index <= last for row in rows)
        if different >= _AT_LEAST and different == len(found) and len(found) * 5 >= among * 4:
            return [row for row, _ in found]
    return []
