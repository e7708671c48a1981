"""Threads of a forum: over each message who wrote it, when, and its subject in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.segment.dating.datelines import find_dates
from pipeline.segment.rows.row import Row, Shape

_POST = re.compile(
    r"(?P<stamp>(?:posted|sent|written|date)\s?(?:on)?\s?:\s[^|]{6,60}?)[\s|]{1,4}(?:post\s|message\s)?(?:subject|title|re)\s?:\s(?=\S)",
    re.I,
)
_WRITER = re.compile(r"(?:posts|joined|location|registered|messages|member since|rank|karma)\s?:\s?\S", re.I)
_AT_LEAST = 2
_NAME_WORDS = 3
_NAMES = (Shape.HEAD, Shape.PROSE)


def read_forums(rows: Sequence[Row]) -> list[Row]:
    """The rows, with such a line read as a dated headline and the name over it as a byline.

    Rows stay as they are where fewer than two of these lines stand on the page.

    >>> from pipeline.segment.text.line import Line
    >>> from pipeline.segment.rows.describe import describe
    >>> said = ("ann", "Posted: 4 Mar 2008    Post subject: Two held", "They are well.") * 2
    >>> rows = read_forums([describe(i, Line(0, 9, False), text) for i, text in enumerate(said)])
    >>> rows[1].text, rows[1].shape.value, rows[0].shape.value
    ('Two held', 'dated headline', 'byline')
    """
    posts = {row.index: match for row in rows if (match := _POST.match(row.folded.text))}
    if len(posts) < _AT_LEAST:
        return list(rows)
    read = list(rows)
    for row in rows:
        if _WRITER.match(row.folded.text):
            read[row.index] = replace(row, shape=Shape.NOISE, date=None, zone=None, reason="writer")
    for i, match in posts.items():
        hit = next(find_dates(rows[i].folded.text, 0, match.end("stamp")), None)
        if hit is None:
            continue
        read[i] = replace(
            rows[i], shape=Shape.DATED_HEAD, date=hit, reason=None, zone=None, text_start=match.end(),
            text_end=len(rows[i].folded.text), stamp_start=0, stamp_end=len(match["stamp"].rstrip()),
        )  # fmt: skip
        above = read[i - 1] if i else None
        if above and above.shape in _NAMES and len(above.text.split()) <= _NAME_WORDS:
            read[i - 1] = replace(above, shape=Shape.BYLINE, reason="byline")
    return read
