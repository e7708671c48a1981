"""A page as rows, with what only the neighbourhood of a row can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.segment.lexicon import lexicon, words_of
from pipeline.segment.lines import logical_lines
from pipeline.segment.rows import Row, Shape, describe

_SIGNATURE_ROWS = 4
_ONCE = ("comments", "references")
_FOREIGN_HEADLINE = 120


@dataclass(frozen=True, slots=True)
class View:
    """Rows of a page in order.

    `sealed[i]` says why no item begins at row i: it stands in a letter, a table of contents, a
    reader's comment, the notes after a press release, a list of related texts. After notes and
    related texts a row with a date of its own may begin one.
    """

    title: str | None
    rows: Sequence[Row]
    sealed: Sequence[str | None]

    def opens(self, i: int, dated: bool = False) -> bool:
        """An item may begin at row i."""
        reason = self.sealed[i]
        return reason is None or (dated and reason in ("notes", "related"))

    def next_said(self, i: int) -> int | None:
        """The next row that is neither byline nor boilerplate; None at a rule, a link or the end."""
        for j in range(i + 1, len(self.rows)):
            row = self.rows[j]
            if row.shape in (Shape.RULE, Shape.READ_MORE) or row.zone:
                return None
            if row.shape not in (Shape.NOISE, Shape.BYLINE):
                return j
        return None

    def boundary_before(self, i: int) -> bool:
        """A link, a rule or a footer line ends what stands before row i."""
        for j in range(i - 1, -1, -1):
            shape = self.rows[j].shape
            if shape in (Shape.READ_MORE, Shape.RULE):
                return True
            if shape is not Shape.NOISE:
                return False
        return False

    def is_genre(self, i: int) -> bool:
        """Names only the kind of text, such as `Press release`, perhaps with whose it is."""
        words = words_of(self.rows[i].text)
        tails = (" ".join(words[k:]) for k in range(min(len(words), 5)))
        return len(words) <= 5 and any(tail in lexicon().genres for tail in tails)


def view_of(text: str, title: str | None) -> View:
    """Read the rows of a page."""
    rows = [describe(i, line, text[line.start : line.end]) for i, line in enumerate(logical_lines(text))]
    rows = [_as_mail(rows, row) for row in rows]
    sealed: list[str | None] = [None] * len(rows)
    _seal_letters(rows, sealed)
    _seal_zones(rows, sealed)
    _seal_other_languages(rows, sealed)
    return View(title, rows, sealed)


def _as_mail(rows: Sequence[Row], row: Row) -> Row:
    """The date among the header lines of a message."""
    beside = (rows[j] for j in (row.index - 1, row.index + 1) if 0 <= j < len(rows))
    if row.shape is Shape.DATE and any(other.reason == "mail" for other in beside):
        return replace(row, shape=Shape.NOISE, reason="mail")
    return row


def _seal_letters(rows: Sequence[Row], sealed: list[str | None]) -> None:
    opening: int | None = None
    for i, row in enumerate(rows):
        if opening is None and _opens_letter(row):
            opening = i
        elif opening is not None and _is_news_again(rows, i):
            sealed[opening:i] = ["letter"] * (i - opening)
            opening = None
        elif opening is not None and _closes_letter(row):
            end = _after_signature(rows, i)
            sealed[opening:end] = ["letter"] * (end - opening)
            opening = None


def _is_news_again(rows: Sequence[Row], i: int) -> bool:
    """What no letter holds: a link, a rule, a footer, a headline with its date."""
    row = rows[i]
    after = rows[i + 1].shape if i + 1 < len(rows) else None
    return row.skipped or row.shape is Shape.DATED_HEAD or (row.shape is Shape.HEAD and after is Shape.DATE)


def _seal_other_languages(rows: Sequence[Row], sealed: list[str | None]) -> None:
    """A text in another script that stands apart, with a headline or date of its own, is no English item."""
    start = 0
    for i in range(len(rows) + 1):
        if i < len(rows) and rows[i].foreign:
            continue
        run = rows[start:i]
        apart = len(run) > 1 and (run[0].gap or start == 0)
        if apart and (run[0].date is not None or len(run[0].text) < _FOREIGN_HEADLINE):
            sealed[start:i] = ["other language"] * len(run)
        start = i + 1


def _opens_letter(row: Row) -> bool:
    text = row.text.casefold().strip("\"'“”‘’")
    return len(text) < 120 and text.startswith(lexicon().letter_openings) and text[-1:] in ",:!.;"


def _closes_letter(row: Row) -> bool:
    words = words_of(row.text)
    return (
        0 < len(words) <= 8
        and any(" ".join(words[:k]) in lexicon().letter_closings for k in range(1, min(len(words), 4) + 1))
        and (len(words) <= 4 or "," in row.text)
    )


def _after_signature(rows: Sequence[Row], closing: int) -> int:
    end = closing + 1
    while end < len(rows) and end <= closing + _SIGNATURE_ROWS:
        row = rows[end]
        following = rows[end + 1].shape if end + 1 < len(rows) else None
        leads_on = following in (Shape.PROSE, Shape.CITY, Shape.DATE) and len(row.text.split()) > 3
        if row.shape not in (Shape.HEAD, Shape.BYLINE, Shape.DATE) or (row.shape is Shape.HEAD and leads_on):
            break
        if row.shape is Shape.DATE and following is Shape.HEAD:
            break
        end += 1
    return end


def _seal_zones(rows: Sequence[Row], sealed: list[str | None]) -> None:
    """Seal what follows the head of a zone. Comment links that stand after each item open none."""
    later = Counter(_key(row) for row in rows)
    opened = Counter(row.zone for row in rows if row.zone in _ONCE or row.shape is Shape.RULE)
    zone: str | None = None
    gap_seen = False
    for i, row in enumerate(rows):
        later[_key(row)] -= 1
        opens = row.zone or _comment_or_about(rows, i)
        if opens:
            zone = opens if opened[opens] < 2 else None
            gap_seen = False
        elif zone:
            gap_seen = gap_seen or row.gap
            repeated = row.shape is Shape.HEAD and later[_key(row)] > 0
            if _leaves(zone, row, gap_seen, repeated):
                zone = None
        sealed[i] = sealed[i] or opens or zone


def _comment_or_about(rows: Sequence[Row], i: int) -> str | None:
    """`Anna says:` over a reader's words; `About the Centre` over `The Centre is ...`."""
    row = rows[i]
    after = rows[i + 1] if i + 1 < len(rows) else None
    words = row.text.split()
    if after is None or len(words) > 9 or not any(r.is_text for r in rows[max(0, i - 8) : i]):
        return None
    if row.text.casefold().rstrip(": ").endswith((" says", " wrote", " writes", " said", " commented")):
        return "comments" if after.shape is Shape.DATE or row.text.endswith("says:") else None
    subject = " ".join(words[1:]).casefold().removeprefix("the ")
    about = words[:1] == ["About"] and len(words) > 1 and subject in after.text[:100].casefold()
    return "notes" if about and row.shape is Shape.HEAD else None


def _leaves(zone: str, row: Row, gap_seen: bool, repeated: bool) -> bool:
    """The row is no longer in the zone: news again, or a heading that the contents do not announce."""
    if zone == "contents":
        return not repeated and (gap_seen or row.shape not in (Shape.HEAD, Shape.NOISE))
    if zone == "related":
        return row.shape in (Shape.PROSE, Shape.CITY, Shape.DATED_PROSE, Shape.TIME)
    return zone == "notes" and row.shape in (Shape.RULE, Shape.DATED_HEAD)


def _key(row: Row) -> str:
    return row.text.casefold()
