"""Posts of a channel: the same name stands before each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_AT_LEAST = 3
_NAME_WORDS = 6
_POST_SHAPES = (
    Shape.PROSE,
    Shape.HEAD,
    Shape.CITY,
    Shape.NOISE,
    Shape.BYLINE,
    Shape.DATED_PROSE,
    Shape.TIME,
    Shape.DATE,
)


def poster_rows(rows: Sequence[Row]) -> tuple[int, ...]:
    """The rows that hold nothing but the name of who posts; empty where no name comes back so.

    It is a heading that returns three times or more, each time over a post, and that no heading of a
    text is: the words of sub-headings and of kinds of text are none.
    """
    counts = Counter(row.text for row in rows if _may_be_name(row))
    name, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if count < _AT_LEAST:
        return ()
    found = [row.index for row in rows if row.text == name and row.shape is Shape.HEAD]
    over = [i for i in found if i + 1 < len(rows) and rows[i + 1].shape in _POST_SHAPES]
    return tuple(over) if len(over) >= _AT_LEAST else ()


def _may_be_name(row: Row) -> bool:
    words = words_of(row.text)
    plain = " ".join(words)
    known = plain in lexicon().genres or lexicon().subheadings.issuperset(words)
    return row.shape is Shape.HEAD and 0 < len(words) <= _NAME_WORDS and not known
