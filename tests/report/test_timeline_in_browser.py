"""The bars over the list of events: which time they show, and that none is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.report import report_page
from tests.report.rows_made_up import made_up

if TYPE_CHECKING:
    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]

YEAR = [date(2019, month, 3) for month in range(1, 13)]


def bars(days: Sequence[date], folder: Path, visit: Open) -> list[str]:
    """The names of the bars in which events of these days stand, from left to right."""
    rows = made_up(["Held was Ada"] * len(days))
    rows.events[:] = [
        replace(event, date_start=day, date_end=day) for event, day in zip(rows.events, days, strict=True)
    ]
    path = folder / "report.html"
    path.write_text(report_page(rows), encoding="utf-8")
    found = visit(path).page.locator(".column:not(:disabled)")
    return [name or "" for name in (bar.get_attribute("aria-label") for bar in found.all())]


@pytest.mark.parametrize(
    ("days", "first", "last", "count"),
    [
        (YEAR, "Jan 2019: 1 event", "Dec 2019: 1 event", 12),
        ([date(1948, 12, 10), *YEAR], "earlier, 1948: 1 event", "Dec 2019: 1 event", 13),
        ([*YEAR, date(2090, 1, 1)], "Jan 2019: 1 event", "later, 2090: 1 event", 13),
        ([date(1988, 6, 1), date(2009, 7, 2), *YEAR[:5]], "1988: 1 event", "2019: 5 events", 3),
        ([date(year, 5, 1) for year in range(1990, 2020)], "1990: 1 event", "2019: 1 event", 30),
        ([date(1950, 1, 1)] * 6 + YEAR, "1950–1959: 6 events", "2010–2019: 12 events", 2),
    ],
)
def test_a_few_days_far_away_do_not_stretch_the_bars(
    days: list[date], first: str, last: str, count: int, tmp_path: Path, visit: Open
) -> None:
    found = bars(days, tmp_path, visit)
    assert (found[0], found[-1], len(found)) == (first, last, count)


def test_the_bar_of_what_was_long_before_opens_it(tmp_path: Path, visit: Open) -> None:
    rows = made_up(["Held was Ada"] * 13)
    for number, day in enumerate([date(1948, 12, 10), *YEAR]):
        rows.events[number] = replace(rows.events[number], date_start=day, date_end=day)
    path = tmp_path / "report.html"
    path.write_text(report_page(rows), encoding="utf-8")
    page = visit(path).page
    page.get_by_role("button", name="earlier, 1948").click()
    page.get_by_role("heading", name="1 event of 13").wait_for()
    assert page.locator("td.date").all_inner_texts() == ["10 Dec 1948"]
