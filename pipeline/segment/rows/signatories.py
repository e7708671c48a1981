"""Who signed a statement, one a line: names that look like headings and belong to the text above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_NAME_WORDS = 16
_SIGNER_WORDS = 9
_LINES = (Shape.HEAD, Shape.PROSE, Shape.BYLINE)
_BODIES = (Shape.PROSE, Shape.CITY)
_OPENER_WORDS = 8
_PARTS = re.compile(r"\s[-–—]\s|,\s|\s?\(|:\s")
_FULL_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]{0,20}(?:\s(?:[a-z]{1,3}\s)?[^\W\d_a-z][\w.’'-]{0,20}){1,4}\)?")
_GOES_ON = ("and ", "for ", "on behalf ", "as well as ", "et ", "y ")


def read_signatories(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the names under `Signed:` and the like read as text.

    They run on to the first blank line, or where each has one before it to the next text or date.
    """
    read = list(rows)
    for row in rows:
        if opens_signatories(row):
            for name in _names(rows, row.index + 1):
                read[name.index] = replace(name, shape=Shape.PROSE, reason=None, numbered=False)
    return read


def read_closing_names(rows: Sequence[Row]) -> list[Row]:
    """The rows, with names under a text as text where the last line of them goes on in lower case.

    `Aminata Sow, Dakar`, `Khady Faye`, `and 61 others`: so no headline over a text does.
    """
    read = list(rows)
    for row in rows[1:]:
        if row.gap or row.shape is not Shape.PROSE or not row.text.startswith(_GOES_ON):
            continue
        first = row.index - 1
        while first and rows[first].shape is Shape.HEAD and not rows[first].gap:
            first -= 1
        names = rows[first : row.index]
        short = len(row.text.split()) <= _OPENER_WORDS and all(r.shape is Shape.HEAD for r in names)
        if short and first and rows[first - 1].is_text:
            for name in names:
                read[name.index] = replace(name, shape=Shape.PROSE, reason=None, numbered=False)
    return read


def read_name_lists(rows: Sequence[Row]) -> list[Row]:
    """The rows, with lines of names close under a text that ends in a colon as text.

    `For the member groups:` over `Nepal - Ram Kumari Bhattarai` and the like, a blank line below the last.
    """
    read = list(rows)
    for row in rows[2:]:
        if not (row.is_text and row.text.endswith(":") and len(row.text.split()) <= _OPENER_WORDS):
            continue
        names = list(takewhile(lambda r: r.shape is Shape.HEAD and not r.gap, rows[row.index + 1 :]))
        after = rows[row.index + 1 + len(names) : row.index + 2 + len(names)]
        told = rows[row.index - 1].is_text and all(r.gap for r in after)
        named = sum(any(_FULL_NAME.fullmatch(part) for part in _PARTS.split(name.text)) for name in names)
        if told and len(names) > 1 and named * 2 > len(names):
            for name in names:
                read[name.index] = replace(name, shape=Shape.PROSE, reason=None, numbered=False)
    return read


def read_signers(rows: Sequence[Row]) -> list[Row]:
    """The rows, with the one who signs under the date that ends a text read as a byline.

    `Fr. Jean Mola, Secretary` says by its words that it is one, any other line by coming back so.
    """
    below = [row for row in rows if row.index > 1 and _signs(rows, row)]
    counts = Counter(row.text for row in below)
    read = list(rows)
    for row in below:
        if counts[row.text] > 1 or not lexicon().offices.isdisjoint(words_of(row.text)):
            read[row.index] = replace(row, shape=Shape.BYLINE, reason="byline")
    return read


def _signs(rows: Sequence[Row], row: Row) -> bool:
    """A few words under a date that stands under a text, and over none."""
    before, date = rows[row.index - 2], rows[row.index - 1]
    after = rows[row.index + 1] if row.index + 1 < len(rows) else None
    short = row.shape in _LINES and not row.is_text and len(row.text.split()) <= _SIGNER_WORDS
    heads = after is not None and (after.is_text or after.date is not None) and not after.gap
    return before.is_text and date.shape is Shape.DATE and short and not row.gap and not heads


def opens_signatories(row: Row) -> bool:
    """Stands over the names of those who signed: `Signed:`, `Signatories`."""
    said = row.folded.text.casefold().strip(" :.*_-–—")
    short = len(said.split()) <= _OPENER_WORDS
    labelled = row.folded.text.rstrip("*_ ").endswith(":") and said.startswith(lexicon().signatory_starts)
    return short and (said in lexicon().signatory_heads or labelled)


def _names(rows: Sequence[Row], first: int) -> Iterator[Row]:
    """The lines from row `first` on that may be names."""
    apart = first + 1 < len(rows) and rows[first].gap and rows[first + 1].gap
    for row in rows[first:]:
        if row.index > first and row.gap and not apart:
            return
        if row.zone or not _may_be_name(row) or _leads(rows, row):
            return
        yield row


def _may_be_name(row: Row) -> bool:
    return row.shape in _LINES and row.date is None and len(row.text.split()) <= _NAME_WORDS


def _leads(rows: Sequence[Row], row: Row) -> bool:
    """A headline: a date or a text of sentences follows."""
    after = rows[row.index + 1] if row.index + 1 < len(rows) else None
    if row.shape is not Shape.HEAD or after is None:
        return False
    told = after.shape in _BODIES and len(after.text.split()) > _NAME_WORDS
    below_block = after.gap and not row.gap  # the last of the names, over the date of the next text
    return told or (after.date is not None and not below_block)
