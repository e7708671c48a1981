"""Which of the texts under days are entries of their own, and which go on with the entry before them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.dating.dateline_pieces import names_part
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.records import fact_label
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon

_SENTENCE_ENDS = (".", "!", "?", "…", ".”", '."', "]", ")")


def entries_of_days(page: PageRows, days: Sequence[int], texts: Sequence[Row]) -> list[Row]:
    """The texts that open an entry. Under a single day each of them does."""
    if len(days) < 2:
        return list(texts)
    openers = [label for i in days if (label := _label_under(page, i))]
    parts = sum(names_part(page.rows[i].folded.text) for i in days)
    whole = (parts + len(openers)) * 2 > len(days)
    return [row for row in texts if not _goes_on(page, row, whole, openers)]


def first_day(page: PageRows, days: Sequence[int]) -> int:
    """The row of the first day under which entries stand; the number of rows where there is none.

    A month or a week over days of its own is the page's title, one plain paragraph between speaks of it.
    """
    if len(days) < 2 or not _names_period_of(page.rows[days[0]], page.rows[days[1]]):
        return days[0] if days else len(page.rows)
    between = [row for row in page.rows[days[0] + 1 : days[1]] if row.is_text]
    intro = len([row for row in between if row.gap or row is between[0]]) == 1 and not between[0].marker
    return days[1] if intro else days[0]


def _names_period_of(title: Row, day: Row) -> bool:
    month, first = title.date, day.date
    if month is not None and month.ranged and first is not None and not first.ranged:
        return True
    if month is None or first is None or month.day or month.numbers or month.month is None:
        return False
    return first.month == month.month and first.day is not None


def _label_under(page: PageRows, day: int) -> str | None:
    """The label of the fact that stands right under a day: `Court: ...`, as in notes on hearings."""
    after = page.next_said(day)
    return fact_label(page.rows[after]) if after is not None else None


def _goes_on(page: PageRows, row: Row, whole: bool, openers: Sequence[str]) -> bool:
    if not _follows_text(page, row):
        return False
    if row.text.casefold().startswith(lexicon().continuations):
        return True
    label = fact_label(row)
    if label is not None:
        return label not in openers
    if fact_label(page.rows[row.index - 1]) is not None:
        return True
    return not row.gap and (whole or _under_its_head(page, row))


def _follows_text(page: PageRows, row: Row) -> bool:
    """A plain paragraph right after another, as in the notes on one day of a trial."""
    before = page.rows[row.index - 1] if row.index else None
    return before is not None and before.is_text and row.shape is Shape.PROSE and not row.marker


def _under_its_head(page: PageRows, row: Row) -> bool:
    """A line that is no sentence, set off above, names what the sentences under it tell of."""
    above = page.rows[row.index - 1]
    return above.gap and not above.text.endswith(_SENTENCE_ENDS) and row.text.endswith(_SENTENCE_ENDS)
