"""Whether day lines stand each over one entry of its own, as in diaries and calendars of action."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.calendar_words import weekday_number
from pipeline.segment.dating.clock import CLOCK_AFTER
from pipeline.segment.dating.dateline_pieces import is_meta, is_name, names_part
from pipeline.segment.dating.lone_datelines import HANDLE
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row

_AT_LEAST = 2
_ONE_EACH = 4  # days from which on one paragraph under each is no chance
_PLACE_WORDS = 4
_PIECES = re.compile(r"[|•·,;:()\[\]/.–—\n\t]|\s-\s|--")
_BY = re.compile(r"(?:re:\s)?(?:posted\s|written\s|sent\s)?by:?\s\S", re.I)
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"]{0,2000}\"|«[^»]{0,2000}»")
_FIRST_PERSON = re.compile(r"\b(?:I(?:['’]\w{1,2})?|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]urs?)\b")


def owns_its_days(page: PageRows, days: Sequence[int]) -> bool:
    """Each day line belongs to the one entry under it: it names place or poster, or tells of the writer.

    So do days of which none has more than one paragraph.
    Numbered days of a trial and days over lists of bullets are heads of sections.
    """
    lines = [page.rows[i] for i in days]
    parts = sum(names_part(row.folded.text) for row in lines)
    if sum(map(_is_signed, lines)) * 2 > len(lines) and len(lines) >= _AT_LEAST:
        return True
    if len(lines) < _AT_LEAST or parts * 2 > len(lines):
        return False
    under = [_texts(page, a, b) for a, b in pairwise([*days, len(page.rows)])]
    if any(row.marker for rows in under for row in rows) or not all(under[:-1]):
        return False
    places = [place for row in lines if (place := _place(row))]
    placed = len(places) * 2 > len(lines) and len(set(places)) > 1
    spoken = sum(any(_speaks_of_self(row.text) for row in rows) for rows in under)
    dated = sum(row.date is not None and row.date.day is not None for row in lines)
    if dated >= _ONE_EACH and all(len(rows) == 1 for rows in under[:-1]) and under[-1]:
        return True
    return placed or (spoken * 3 > len(lines) * 2 and spoken >= _AT_LEAST)


def _is_signed(row: Row) -> bool:
    """Who posts, and when: `by old_tram » Sun Apr 12, 2009 10:05 pm`, `The Watch @watch · Nov 22, 2011`."""
    text = row.folded.text
    hour = row.date is not None and CLOCK_AFTER.match(text, row.date.end)
    return HANDLE.search(text) is not None or (hour is not None and _BY.match(text) is not None)


def _texts(page: PageRows, day: int, following: int) -> list[Row]:
    return [row for row in page.rows[day + 1 : following] if row.is_text and page.opens(row.index)]


def _place(row: Row) -> str | None:
    """The place beside the day."""
    if row.date is None:
        return None
    text = row.folded.text
    clock = CLOCK_AFTER.match(text, row.date.end)
    beside = text[row.marker : row.date.start], text[clock.end() if clock else row.date.end :]
    pieces = [piece.strip(" .'\"") for side in beside for piece in _PIECES.split(side)]
    return next((piece for piece in pieces if piece and _is_place(piece)), None)


def _is_place(piece: str) -> bool:
    named = is_name(piece) or (piece[:1].isupper() and len(piece.split()) <= _PLACE_WORDS)
    return named and not is_meta(piece) and weekday_number(piece) is None


def _speaks_of_self(text: str) -> bool:
    return _FIRST_PERSON.search(_QUOTED.sub("", text)) is not None
