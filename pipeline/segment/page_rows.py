"""A page as rows, with what only the neighbourhood of a row can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipeline.segment.rows.author_lines import read_author_lines
from pipeline.segment.rows.bracketed_entries import read_bracketed_entries
from pipeline.segment.rows.day_fields import read_day_fields
from pipeline.segment.rows.day_numbers import read_day_numbers
from pipeline.segment.rows.describe import describe
from pipeline.segment.rows.document_lines import read_document_lines
from pipeline.segment.rows.field_blocks import read_field_blocks
from pipeline.segment.rows.forums import read_forums
from pipeline.segment.rows.glued_feeds import read_glued_feeds
from pipeline.segment.rows.grids import read_grids
from pipeline.segment.rows.life_spans import read_life_spans
from pipeline.segment.rows.mail import read_mail
from pipeline.segment.rows.name_heads import lists_names, puts_family_first
from pipeline.segment.rows.number_series import read_number_series
from pipeline.segment.rows.place_days import read_place_days
from pipeline.segment.rows.profiles import read_profiles
from pipeline.segment.rows.records import read_records
from pipeline.segment.rows.reference_heads import read_reference_heads
from pipeline.segment.rows.reference_lines import read_reference_lines
from pipeline.segment.rows.relative_stamps import read_relative_stamps
from pipeline.segment.rows.repeated_requests import read_repeated_requests
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.rows.running_heads import without_running_heads
from pipeline.segment.rows.second_lines import read_second_lines
from pipeline.segment.rows.series import read_series
from pipeline.segment.rows.short_days import read_short_days
from pipeline.segment.rows.signatories import read_closing_names, read_signatories, read_signers
from pipeline.segment.rows.stacked_fields import read_stacked_fields
from pipeline.segment.rows.tables import read_tables
from pipeline.segment.rows.title_fields import read_title_fields
from pipeline.segment.rows.totals import read_totals
from pipeline.segment.rows.underlines import read_underlines
from pipeline.segment.rows.year_lists import read_year_lists
from pipeline.segment.rows.year_sections import read_year_sections
from pipeline.segment.text.lexicon import Words, lexicon, names_issue, words_of
from pipeline.segment.text.lines import logical_lines
from pipeline.segment.zones.briefs import brief_rows
from pipeline.segment.zones.closing_days import closing_days
from pipeline.segment.zones.zones import sealed_rows

_TITLE_WORDS = 10
_GENRE_WORDS = 5
_MAIL_DAYS = ("date", "sent", "received")


@dataclass(frozen=True, slots=True)
class PageRows:
    """Rows of a page in order.

    `sealed[i]` says why no item begins at row i: it stands in a letter, a table of contents, a
    reader's comment, the notes after a press release, a list of related texts. After notes and
    related texts a row with a date of its own may begin one. `names` tells that the headings of the
    page are names of people, `family_first` that given names stand behind a comma, `briefs`
    which rows are news in brief, `repeated` the words of lines that stand on it more than once, `closing`
    the day lines that belong to the text above them. `first_text` and `first_date` are the first rows with
    text and date, `saved` is the day on which the page was saved.
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
    rows = [describe(i, line, text[line.start : line.end]) for i, line in enumerate(logical_lines(text))]
    rows = read_underlines(read_bracketed_entries(rows))
    rows = read_year_lists(read_place_days(read_relative_stamps(rows, saved)))
    rows = read_signers(
        read_signatories(read_series(read_year_sections(read_short_days(read_day_numbers(rows)))))
    )
    rows = read_totals(read_author_lines(read_life_spans(rows)))
    rows = read_stacked_fields(read_repeated_requests(rows))
    rows = read_reference_lines(read_number_series(read_closing_names(rows)))
    rows = read_grids(read_tables(read_mail(read_records(read_title_fields(without_running_heads(rows))))))
    rows = read_reference_heads(read_forums(read_document_lines(read_glued_feeds(rows))))
    rows = read_day_fields(read_profiles(read_second_lines(read_field_blocks(rows))))
    mail_dates = [row for row in rows if _in_mail_header(rows, row)]
    if len(mail_dates) == 1:
        rows[mail_dates[0].index] = replace(mail_dates[0], shape=Shape.NOISE, reason="mail")
    first_text = next((row.index for row in rows if row.is_text or row.shape is Shape.RECORD), len(rows))
    first_date = next((row.index for row in rows if row.date), len(rows))
    sealed = sealed_rows(rows)
    briefs = brief_rows(rows, sealed)
    counts = Counter(row.text for row in rows)
    repeated = frozenset(text for text, count in counts.items() if count > 1)
    closing = closing_days(rows, sealed)
    names, given_behind = lists_names(rows), puts_family_first(rows)
    return PageRows(
        title, rows, sealed, names, given_behind, briefs, repeated, closing, first_text, first_date, saved
    )


def _in_mail_header(rows: Sequence[Row], row: Row) -> bool:
    """The date among the header lines of a message."""
    beside = (rows[j] for j in (row.index - 1, row.index + 1) if 0 <= j < len(rows))
    field = row.folded.text.casefold().startswith(_MAIL_DAYS)
    return row.shape is Shape.DATE and field and any(other.reason == "mail" for other in beside)
