"""A page as rows, with what only the neighbourhood of a row can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.segment.read_rows import read_rows
from pipeline.segment.rows.name_heads import lists_names, puts_family_first
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import Words, lexicon, names_issue, words_of
from pipeline.segment.zones.briefs import brief_rows
from pipeline.segment.zones.closing_days import closing_days
from pipeline.segment.zones.zones import sealed_rows

_TITLE_WORDS = 10
_GENRE_WORDS = 5


@dataclass(frozen=True, slots=True)
class PageRows:
    """Rows of a page in order.

    `sealed[i]` says why no item begins at row i: it stands in a letter, a table of contents, a
    reader's comment, the notes after a press release, a list of related texts. After notes and
    related texts a row with a date of its own may begin one. `names` tells that the headings of the
    page are names of people, `family_first` that given names stand behind a comma, `briefs`
    which rows are news in brief, `repeated` the words of lines that stand on it more than once,
    `closing` the dates of the texts above them. `first_text` and `first_date` are the first rows
    with text and date, `saved` is the day on which the page was saved.
    """

    title: str | None
    rows: Sequence[Row]
    sealed: Sequence[str | None]
    names: bool
    family_first: bool
    briefs: frozenset[int]
    repeated: frozenset[str]
    closing: frozenset[int]
    first_text: int
    first_date: int
    saved: date | None = None

    def at_top(self, i: int) -> bool:
        """No text stands before row i."""
        return i <= self.first_text

    def opens(self, i: int, dated: bool = False) -> bool:
        """An item may begin at row i."""
        reason = self.sealed[i]
        return reason is None or (dated and reason in ("notes", "related"))

    def next_said(self, i: int) -> int | None:
        """The next row that is neither byline nor boilerplate; None at a rule, a link or the end."""
        for j in range(i + 1, len(self.rows)):
            row = self.rows[j]
            if row.reason == "number":
                continue
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

    def is_tagline(self, i: int) -> bool:
        """A line under the site's name that says what the site is: in lower case, or with a menu after it."""
        row, after = self.rows[i], self.rows[i + 1] if i + 1 < len(self.rows) else None
        short = len(row.text.split()) <= _TITLE_WORDS and row.text[-1:] not in ".!?…:"
        parted = after is not None and (after.skipped or (row.text[:1].islower() and after.gap))
        return short and i == self.first_text and parted

    def is_genre(self, i: int) -> bool:
        """Names only the kind of text, such as `Press release`, perhaps with whose it is."""
        words = words_of(self.rows[i].text)
        owner = words
        while kind := _genre_length(owner):
            words, owner = owner, owner[:-kind]
        named = all(word[:1].isupper() for word in self.rows[i].text.split()[: len(owner)])
        return len(words) <= 5 and owner != words and named

    def is_periodical(self, i: int) -> bool:
        """Names a digest, a weekly review or the like rather than one text."""
        words = words_of(self.rows[i].text)
        named = names_issue(self.rows[i].text) or not lexicon().periods.isdisjoint(words)
        return len(words) <= _TITLE_WORDS and named


def _genre_length(words: Words) -> int:
    """How many words at the end name a kind of text."""
    lengths = range(min(len(words), _GENRE_WORDS), 0, -1)
    return next((k for k in lengths if " ".join(words[-k:]) in lexicon().genres), 0)


def page_rows(text: str, title: str | None, saved: date | None = None) -> PageRows:
    """Read the rows of a page; `saved` is the day on which it was, where known."""
    rows = read_rows(text, saved)
    first_text = next((row.index for row in rows if row.is_text or row.shape is Shape.RECORD), len(rows))
    first_date = next((row.index for row in rows if row.date), len(rows))
    sealed = sealed_rows(rows)
    briefs = brief_rows(rows, sealed)
    counts = Counter(row.text for row in rows)
    repeated = frozenset(text for text, count in counts.items() if count > 1)
    names, given_behind = lists_names(rows), puts_family_first(rows)
    return PageRows(
        title, rows, sealed, names, given_behind, briefs, repeated, closing_days(rows, sealed), first_text,
        first_date, saved,
    )  # fmt: skip
