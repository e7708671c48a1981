"""Walking down a page: which zone of no news each row stands in, and where it is left again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.calendar_words import MONTHS, WEEKDAYS, alternation
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.prose import is_prose
from pipeline.segment.zones.commenters import (
    answers,
    comment_or_about,
    names_commenter,
    signs_comment,
    thread_follows,
    thread_heads,
)

# Zones that a page opens once; where their head stands after each item it is a mere link.
_ONCE = ("comments", "references")
_THREAD = "thread"
_NEWS = (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE, Shape.TIME)
_TITLE_WORDS = 3
_CALENDAR_WORD = re.compile(rf"\b{alternation([*MONTHS, *WEEKDAYS])}\b", re.I)
_DIGITS = re.compile(r"\d+")


class ZoneWalk:
    """Reads the rows in order and tells of each why it is no news; None where it may be."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._later = Counter(_key(row) for row in rows)
        apart = (row for row in rows if not (row.index and rows[row.index - 1].zone == row.zone))
        self._heads = Counter(_head(row) for row in apart if row.zone in _ONCE or row.shape is Shape.RULE)
        self._threads = thread_heads(rows)
        self._zone: str | None = None
        self._gap_seen = False
        self._text_seen = False
        self._announced: set[str] = set()
        self._rules: set[str] = set()  # ruled lines between texts: the next one ends the comments on a text
        self._titles: set[str] = set()
        self._stamps: set[str] = set()  # how the datelines under headlines are written

    def step(self, i: int) -> str | None:
        """The reason of row i, which follows the one asked for last."""
        row = self._rows[i]
        self._later[_key(row)] -= 1
        opens = self._opening(i)
        self._remember(i)
        if opens:
            self._zone = opens if self._heads[_head(row)] < 2 else None
            self._gap_seen = False
        elif self._zone:
            self._gap_seen = self._gap_seen or row.gap
            if self._leaves(i, self._zone):
                self._zone = None
        if self._zone is None and row.reason == "comments" and self._thread_follows(i):
            self._zone = _THREAD  # readers' words under the link that each item has
            return opens
        return opens or ("comments" if self._zone == _THREAD else self._zone)

    def _thread_follows(self, i: int) -> bool:
        """Readers' words, each after a name or, where headlines stand over datelines, after name and hour."""
        after = self._rows[i + 1 : i + 2]
        return thread_follows(self._rows, i) or (bool(self._stamps) and any(map(signs_comment, after)))

    def _opening(self, i: int) -> str | None:
        row = self._rows[i]
        opens = row.zone or comment_or_about(self._rows, i)
        if opens is None and i in self._threads:
            opens = "comments"
        if opens is None and answers(row, self._titles):
            opens = "comments"
        if opens == "teasers" and not self._text_seen:
            return "related"  # `Latest news` at the top of a page stands over its items
        return opens

    def _remember(self, i: int) -> None:
        row = self._rows[i]
        self._text_seen = self._text_seen or row.is_text
        if row.shape is Shape.HEAD:
            self._titles.add(_key(row))
        if self._zone is None:
            if row.reason == "rule":
                self._rules.add(row.folded.text)
            if row.shape is Shape.DATE and i and self._rows[i - 1].shape is Shape.HEAD:
                self._stamps.add(_form(row))

    def _leaves(self, i: int, zone: str) -> bool:
        """The row is no longer in the zone: news again, or a heading that the contents do not announce."""
        row = self._rows[i]
        if zone == _THREAD:
            return row.gap and not names_commenter(row) and not signs_comment(row)
        if zone == "contents":
            again = _key(row) in self._announced
            self._announced.add(_key(row))
            repeated = self._later[_key(row)] > 0
            named = row.shape is Shape.HEAD and (repeated or not self._gap_seen)
            return again or not (named or (row.shape is Shape.NOISE and not self._gap_seen))
        if zone == "comments":
            return (row.reason == "rule" and row.folded.text in self._rules) or self._is_next_post(i)
        if zone in ("related", "teasers"):
            linked = row.shape is Shape.DATED_PROSE and not is_prose(row.text)
            return (row.shape in _NEWS and not linked) or self._is_next_post(i)
        record = row.shape is Shape.HEAD and row.numbered and row.gap
        return zone == "notes" and (record or row.shape in (Shape.RULE, Shape.DATED_HEAD))

    def _is_next_post(self, i: int) -> bool:
        """A headline over a dateline that is written as those of the items before are."""
        row, after = self._rows[i], self._rows[i + 1] if i + 1 < len(self._rows) else None
        words = row.text.split()
        name = len(words) <= _TITLE_WORDS and all(word[:1].isupper() for word in words)
        titled = row.shape is Shape.HEAD and not row.numbered and not name
        return titled and after is not None and after.shape is Shape.DATE and _form(after) in self._stamps


def _head(row: Row) -> tuple[str | None, str]:
    """The zone that a row opens and its words, one comment or more."""
    words = re.findall(r"[^\W\d_]{3,}", row.folded.text.casefold())
    words = words[:1] if row.zone == "comments" else words
    return row.zone, " ".join(word.removesuffix("s") for word in words if word != "edit")


def _form(row: Row) -> str:
    """The words of a dateline without what changes from one to the next."""
    return _DIGITS.sub("0", _CALENDAR_WORD.sub("M", row.folded.text))


def _key(row: Row) -> str:
    return row.text.casefold()
