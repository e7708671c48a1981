"""Which of the dates that a page holds speak for the page rather than for the news in it."""

from __future__ import annotations

from pipeline.segment.dating.dateline_pieces import is_name
from pipeline.segment.dating.datelines import DateHit, find_dates
from pipeline.segment.dating.lone_datelines import LABEL
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row
from pipeline.segment.text.lexicon import lexicon, names_issue

HEAD_SAMPLE = 300
"""Characters of a row that are searched."""

_LABEL_WORDS = 6


def says_state(row: Row, hit: DateHit) -> bool:
    """The day on which a list was as it is: `As of 1 June 2014`, `Updated 20 June`."""
    before = row.folded.text[: hit.start].casefold().rstrip(" :(")
    return before.endswith(lexicon().status)


def is_of_others(page: PageRows, row: Row) -> bool:
    """A footnote, a comment or a link to another text: its dates are not those of the page."""
    return row.reason == "footnote" or page.sealed[row.index] in ("comments", "related", "teasers")


def stamps_of(row: Row) -> list[DateHit]:
    """The dateline of a row, or a date in it that a label says to be that of the text."""
    if row.date:
        return [row.date]
    text = row.folded.text
    return [hit for hit in dates_of(row) if not row.is_text and LABEL.search(text, 0, hit.start)]


def dates_of(row: Row) -> list[DateHit]:
    """The dates in the opening of a row."""
    return [*find_dates(row.folded.text, 0, HEAD_SAMPLE)]


def dates_page(row: Row, hit: DateHit) -> bool:
    """In an intro only a date that is a sentence of its own, or comes after `as of`, dates the page."""
    before = row.folded.text[: hit.start].rstrip().casefold()
    if not row.is_text or not before or hit.end == len(row.folded.text):
        return True
    place = row.folded.text[: hit.start].rstrip(" ,–—-")
    if is_name(place) and row.folded.text[hit.end : hit.end + 1] in ".;|":
        return True  # `Osh, 3 May 2014. All times are local.`
    if names_issue(row.folded.text[: hit.start]) and row.folded.text[hit.end :].strip(" .") == "":
        return True  # `Committee of Families. Sheet no. 3 of 21 January 2019.`
    labelled = before.endswith(":") and len(before.rpartition(".")[2].split()) <= _LABEL_WORDS
    return labelled or before.endswith((".", "(", *lexicon().status))
