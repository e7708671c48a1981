"""What stands at the top of a page for all of it: its title with a date, a letterhead."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from pipeline.segment.layouts.stacks import stack_below
from pipeline.segment.layouts.top_headlines import best_headline, headline_weight
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.name_heads import name_end
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon, names_issue, words_of

_LETTERHEAD = 3
_TEXTS = 2
_PART_WORDS = 2
_ENTRIES = 3
_STAMPED = (Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY)
# `Week of 8 June 2020` names more than the day.
_SPANS = frozenset({"week", "weekly", "fortnight", "month", "quarter", "period", "days"})
_DATED = (Shape.DATED_HEAD, Shape.DATED_PROSE)


def page_title(page: PageRows, i: int, start: int | None = None) -> bool:
    """A dated line at the top of a page that dates all of it: `DIGEST No. 4 (May 2013)`.

    Row i has the date; its words are its own or, from row `start`, those of the lines above it.
    """
    row = page.rows[i]
    start = i if start is None else start
    if row.date is None or start > min(page.first_text, _first_date(page)):
        return False
    j = page.next_said(i)
    if j is not None and _opens_report(page, j):
        return False
    if start == i and j is not None and _is_masthead(page, i, j):
        return True
    on_text = j is not None and page.rows[j].shape is Shape.PROSE
    title = " ".join(page.rows[k].folded.text for k in range(start, i + 1))
    single = any(page.is_genre(k) and not page.is_periodical(k) for k in range(start, i))
    issue = names_issue(title) and not single
    if start < i and names_issue(row.folded.text) and _dates_several_issues(page, i):
        return False
    periodical = issue or not lexicon().periods.isdisjoint(words_of(title))
    day = row.date.day is not None or row.date.numbers is not None
    whole_day = day and not row.date.ranged and _SPANS.isdisjoint(words_of(row.folded.text))
    if start < i and j is not None and page.rows[j].shape in _DATED and _many_dated(page):
        return True
    if page.names and j is not None and _is_name(page, j):
        return True
    if start < i:
        if issue and on_text and _is_only_issue(page, i):
            return True
        if j is not None and _is_dated_item(page, j):
            return True
        if not whole_day and not on_text and j is not None and _over_days(page, i, j):
            return True
        greets = on_text and j is not None and page.rows[j].text.casefold().startswith(lexicon().greetings)
        return periodical and (greets or (not on_text and (issue or not whole_day)))
    return (periodical and not (on_text and whole_day)) or (not on_text and not whole_day)


def _is_name(page: PageRows, j: int) -> bool:
    """The first name of a list of people."""
    return page.rows[j].shape is Shape.HEAD and name_end(page.rows[j]) is not None


def _is_dated_item(page: PageRows, j: int) -> bool:
    """Headline, date and text set close: no text is left for what stands above."""
    row, before, below = page.rows[j], page.rows[j - 1], page.rows[j + 1 : j + 3]
    apart = row.shape is Shape.HEAD and (row.gap or (before.gap and before.reason == "number"))
    return apart and len(below) > 1 and below[0].shape is Shape.DATE and below[1].is_text and not below[0].gap


def _is_masthead(page: PageRows, i: int, j: int) -> bool:
    """Close under the name of the paper, the only date above texts with headlines that have none."""
    row = page.rows[i]
    if row.shape is not Shape.DATED_HEAD or row.gap or not i or page.rows[j].shape is not Shape.HEAD:
        return False
    alone = not any(other.date and other.shape in _STAMPED for other in page.rows[i + 1 :])
    headed = sum(
        above.shape is Shape.HEAD and below.is_text and page.opens(above.index)
        for above, below in pairwise(page.rows[j:])
    )
    return alone and page.rows[j].gap and headed >= _TEXTS


def _over_days(page: PageRows, i: int, j: int) -> bool:
    """A month or week of its own over items that have their days: nothing is told under it."""
    days = [row for row in page.rows[i + 1 :] if row.shape is Shape.DATE and row.date and row.date.day]
    return page.rows[j].gap and page.rows[j].shape is Shape.HEAD and len(days) >= _TEXTS


def _first_date(page: PageRows) -> int:
    """The first row with a date that is none of the header of a mail."""
    dated = (row.index for row in page.rows[page.first_date :] if row.date and row.reason != "mail")
    return next(dated, page.first_date)


def _many_dated(page: PageRows) -> bool:
    """The items of the page have their dates in the line of their headline or first words."""
    dated = (row for row in page.rows if row.shape in _DATED)
    return len(list(islice(dated, _ENTRIES))) == _ENTRIES


def _opens_report(page: PageRows, j: int) -> bool:
    """`Summary`, `1. Introduction`: what stands above is the title of this one text."""
    row = page.rows[j]
    words = words_of(row.text)
    return row.shape is Shape.HEAD and 0 < len(words) <= _PART_WORDS and words[0] in lexicon().report_parts


def _dates_several_issues(page: PageRows, i: int) -> bool:
    """Another line further down has a number and a day too: `Question no. 97, 20 October 2004`."""
    return any(row.date is not None and names_issue(row.folded.text) for row in page.rows[i + 1 :])


def _is_only_issue(page: PageRows, i: int) -> bool:
    """The number of an issue beside its date, over several texts with headings and no such number."""
    dated = [row for row in page.rows if row.date and names_issue(row.folded.text)]
    heads = sum(
        row.shape is Shape.HEAD and after.is_text and page.opens(row.index)
        for row, after in pairwise(page.rows[i + 1 :])
    )
    return [row.index for row in dated] == [i] and heads >= _TEXTS


def headline_under_letterhead(page: PageRows, stack: Sequence[int], i: int) -> tuple[int, bool] | None:
    """At the top of a page name and date may stand as on a letterhead, over the headline.

    The row of that headline, and whether a menu or the like stands between.
    """
    if stack[0] > min(page.first_text, page.first_date):
        return None
    after, parted = stack_below(page, i)
    if not after or not over_text(page, after[-1]):
        return None
    best = best_headline(page, after)
    if headline_weight(page, best) < _weight(page, stack) + _LETTERHEAD:
        return None
    return best, parted


def outweighs(page: PageRows, first: Sequence[int], second: Sequence[int]) -> bool:
    """One heading of the first stack looks far more like a headline than any of the second."""
    return _weight(page, first) >= _weight(page, second) + _LETTERHEAD


def over_text(page: PageRows, i: int) -> bool:
    """The next row that says something is text."""
    j = page.next_said(i)
    return j is not None and page.rows[j].is_text


def _weight(page: PageRows, stack: Sequence[int]) -> int:
    return max(headline_weight(page, j) for j in stack)
