"""Which rows are entries by where they stand: wire texts, a text alone under its year, links with a day."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.segment.layouts.cuts import days
from pipeline.segment.layouts.heads import Head, dated
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape

_WIRES = 3


def wires(page: PageRows) -> frozenset[int]:
    """Three texts or more that open with place and day, under no headlines: `Osh, 4 Feb. - Two were held.`"""
    found = [r for r in page.rows if r.shape is Shape.CITY and r.date and page.opens(r.index)]
    headed = any(r.index and page.rows[r.index - 1].shape is Shape.HEAD for r in found[1:])
    return frozenset(r.index for r in found if len(found) >= _WIRES and not headed)


def alone_under_years(page: PageRows, first: int) -> frozenset[int]:
    """Texts right under a year, the rest of which tells no more: `2000`, `The union is dissolved.`"""
    years = [
        i for i in days(page) if (hit := page.rows[i].date) and not (hit.month or hit.numbers or hit.day)
    ]
    after = (page.next_said(i) for i in years[1:] if i > first)
    return frozenset(i for i in after if i is not None and page.rows[i].shape is Shape.PROSE)


def dated_teasers(page: PageRows, after: int) -> Iterable[Head]:
    """Links to other texts, each with a headline and a date of its own, behind the last entry."""
    return (head for head in dated(page) if head.start > after and page.sealed[head.start] == "related")
