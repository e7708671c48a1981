"""Letters inside a page: from the salutation to the signature."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon, words_of

_SIGNATURE_ROWS = 4
_SALUTATION = 120
_TITLE_WORDS = 4
_DAYS = 3
# A heading inside a letter stands at most so many rows above its closing words.
_HEADED_ROWS = 30


def letter_rows(rows: Sequence[Row]) -> list[range]:
    """Ranges of row indices, one a letter. A letter without a closing ends where news goes on."""
    found: list[range] = []
    opening: int | None = None
    first_text = next((row.index for row in rows if row.is_text and not _opens_letter(row)), len(rows))
    for i, row in enumerate(rows):
        if opening is None:
            opening = i if _opens_letter(row) else None
        elif _is_news_again(rows, i) or (opening < first_text and _heads_news(rows, i)):
            found.append(range(opening, i))
            opening = None
        elif _closes_letter(row):
            found.append(range(opening, _after_signature(rows, i)))
            opening = None
    return [letter for letter in found if not _lists_days(rows, letter)]


def _lists_days(rows: Sequence[Row], letter: range) -> bool:
    """A bulletin that greets and takes leave of its readers, and lists days between."""
    return sum(rows[i].shape is Shape.DATED_PROSE for i in letter) >= _DAYS


def _is_news_again(rows: Sequence[Row], i: int) -> bool:
    """What no letter holds: a link, a rule, a footer, a headline with its date."""
    row = rows[i]
    after = rows[i + 1].shape if i + 1 < len(rows) else None
    dated = row.shape is Shape.DATED_HEAD or (row.shape is Shape.HEAD and after is Shape.DATE)
    return row.skipped or dated


def _heads_news(rows: Sequence[Row], i: int) -> bool:
    """A headline over a text, after the words with which a newsletter greets its readers."""
    return rows[i].gap and _heads_text(rows, i) and not _closed_later(rows, i)


def _heads_text(rows: Sequence[Row], i: int) -> bool:
    after = rows[i + 1] if i + 1 < len(rows) else None
    titled = rows[i].shape is Shape.HEAD and len(rows[i].text.split()) >= _TITLE_WORDS
    return titled and after is not None and after.is_text


def _closed_later(rows: Sequence[Row], i: int) -> bool:
    """The closing words come before the next headline or link: row i is a heading inside the letter."""
    for j in range(i + 1, min(len(rows), i + _HEADED_ROWS)):
        if _closes_letter(rows[j]):
            return True
        if rows[j].skipped or _heads_text(rows, j):
            return False
    return False


def _opens_letter(row: Row) -> bool:
    text = row.text.casefold().strip("\"'“”‘’")
    return len(text) < _SALUTATION and text.startswith(lexicon().letter_openings) and text[-1:] in ",:!.;"


def _closes_letter(row: Row) -> bool:
    words = words_of(row.text)
    return (
        0 < len(words) <= 8
        and any(" ".join(words[:k]) in lexicon().letter_closings for k in range(1, min(len(words), 4) + 1))
        and (len(words) <= 4 or "," in row.text)
    )


def _after_signature(rows: Sequence[Row], closing: int) -> int:
    """The row behind the names under the closing words; a block of them may be long."""
    end = closing + 1
    while end < len(rows) and (end <= closing + _SIGNATURE_ROWS or _in_block(rows, end)):
        row = rows[end]
        following = rows[end + 1] if end + 1 < len(rows) else None
        shape = following.shape if following else None
        leads_on = shape in (Shape.PROSE, Shape.CITY, Shape.DATE) and len(row.text.split()) > 3
        last_of_block = _in_block(rows, end) and following is not None and following.gap
        if row.numbered or row.shape not in (Shape.HEAD, Shape.BYLINE, Shape.DATE):
            break
        if row.shape is Shape.HEAD and leads_on and not last_of_block:
            break
        if row.shape is Shape.DATE and shape is Shape.HEAD:
            break
        if row.gap and end > closing + 1 and row.shape is Shape.HEAD and shape is Shape.PROSE:
            break
        end += 1
    return end


def _in_block(rows: Sequence[Row], i: int) -> bool:
    """Set close under another such name."""
    return rows[i].shape is Shape.HEAD and not rows[i].gap and rows[i - 1].shape is Shape.HEAD
