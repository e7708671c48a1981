"""The years that a page writes without a day, by where they stand: title, issue, intro, copyright."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.segment.dating.datelines import find_years
from pipeline.segment.page_rows import PageRows
from pipeline.segment.publication.page_dates import HEAD_SAMPLE, dates_of
from pipeline.segment.rows.row import Row
from pipeline.segment.text.lexicon import names_issue

# `Diary of a nurse • 2019`: a line under the title that the year closes.
_YEAR_ENDS = re.compile(r"^(?:\S{1,30}\s){0,11}\S{0,30}[•|·,–—(/-]\s?(?:19|20)\d\d\)?$")
# `Quarterly note 2/2008`
_OF_ISSUE = re.compile(r"(?<![\d/.])\d{1,3}/((?:19|20)\d\d)(?![\d/])")
_NULL = 1970


@dataclass(frozen=True, slots=True)
class PageYears:
    """Years in the order of the page, but `intro`, `copyright` and `dates` in their own.

    `issue` are those of titles with the number of an issue, `report` those of a periodical's titles,
    `dates` those of all dates of the page.
    """

    title: Sequence[int]
    issue: Sequence[int]
    report: Sequence[int]
    intro: Sequence[int]
    copyright: Sequence[int]
    dates: Sequence[int]


def page_years(page: PageRows, above: Sequence[Row], first: int) -> PageYears:
    """The years of a page whose first item begins at row `first`; `above` are the rows that may date it."""
    titles = [
        row.folded.text[:HEAD_SAMPLE] for row in above if not row.is_text or _YEAR_ENDS.search(row.text)
    ]
    numbered = [int(match[1]) for title in titles for match in _OF_ISSUE.finditer(title)]
    heads = (row for row in page.rows[: first + 1] if not row.is_text and page.is_periodical(row.index))
    owned = (row.folded.text for row in page.rows if row.reason == "copyright")
    dates = {hit.year for row in page.rows for hit in dates_of(row) if hit.year and hit.year != _NULL}
    return PageYears(
        title=[*_years(titles), *find_years(page.title or ""), *numbered],
        issue=_years(title for title in titles if names_issue(title)),
        report=_years(row.folded.text[:HEAD_SAMPLE] for row in heads),
        intro=sorted(set(_years(row.folded.text[:HEAD_SAMPLE] for row in page.rows[:first]))),
        copyright=sorted(set(_years(owned))),
        dates=sorted(dates),
    )


def _years(texts: Iterable[str]) -> list[int]:
    return [year for text in texts for year in find_years(text)]
