"""Numbered items of a bulletin, `2.1. Headline` with its text or `3.1. The text itself`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.segment.layouts.heads import Head
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_DIGITS = re.compile(r"\d+")
_AT_LEAST = 3
_CASES = 2
_CASE = re.compile(r"\([^\W\d_a-z][^()]{2,40}\)$|\bvs?\.\s[A-Z]")
_ENTRY_WORDS = 12


def numbered_heads(page: PageRows, titled: Sequence[Head]) -> list[Head]:
    """The titled items that have a number, and numbered texts without a title on the same level.

    A text without a title is an item only where the numbers have two parts or more, as the numbers
    of sections and their items have, or where it goes on counting after the last titled item: `1.`, `2.`
    inside an item are demands and the like.
    """
    heads = [h for h in titled if h.headline is not None and page.rows[h.headline].numbered]
    taken = {row for head in heads for row in range(head.start, head.last + 1)}
    plain = [row for row in _plain_entries(page) if row.index not in taken]
    levels = Counter(_level(page.rows[head.start]) for head in heads)
    levels.update(_level(row) for row in plain)
    deep = {level for level, count in levels.items() if level > 1 and count >= _AT_LEAST}
    going_on = set(_going_on(page, heads, plain))
    entries = [
        Head(row.index, row.index, None, None)
        for row in plain
        if _level(row) in deep or row.index in going_on
    ]
    return heads + entries


def _going_on(page: PageRows, heads: Sequence[Head], plain: Sequence[Row]) -> Iterator[int]:
    """Texts behind the last titled item whose numbers go on with its number: 6 is titled, 7 and 8 are not."""
    last = max(heads, key=lambda head: head.start, default=None)
    if last is None or len(heads) < _AT_LEAST:
        return
    number = _number(page.rows[last.start])
    for row in plain:
        if row.index > last.start and number is not None and _number(row) == number + 1:
            yield row.index
            number += 1


def _number(row: Row) -> int | None:
    """The number before a row that has one of a single part."""
    found = _DIGITS.findall(row.folded.text[: row.marker])
    return int(found[0]) if len(found) == 1 else None


def tells_cases(rows: Sequence[Row]) -> bool:
    """Most of these numbered headings tell of one case each: `2.1 Killing of ...`, `2.2 Banda v. State`."""
    return len(rows) >= _CASES and sum(map(_tells_case, rows)) * 3 >= len(rows) * 2


def chapters(page: PageRows) -> tuple[list[Row], list[Row]]:
    """Numbered headings of one part, `2. ATTACKS`, and those of more, `2.1 Killing of ...`."""
    rows = [row for row in page.rows if row.numbered and row.shape is Shape.HEAD and page.opens(row.index)]
    return [row for row in rows if _level(row) == 1], [row for row in rows if _level(row) > 1]


def _tells_case(row: Row) -> bool:
    words = words_of(row.text)
    return words[:1] != () and (words[0] in lexicon().case_heads or _CASE.search(row.text) is not None)


def _plain_entries(page: PageRows) -> Iterator[Row]:
    for row in page.rows:
        long = len(row.text.split()) >= _ENTRY_WORDS
        if row.numbered and row.shape is Shape.PROSE and long and page.opens(row.index):
            yield row


def _level(row: Row) -> int:
    return len(_DIGITS.findall(row.folded.text[: row.marker]))
