"""What a page as a whole says of its dates: their order, their year, the date of the page itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.segment.dating.datelines import DateHit
from pipeline.segment.dating.entry_dates import opening_date, opening_month, opening_ordinal, told_dates
from pipeline.segment.dating.missing_parts import nearest_year, on_weekday, weekday_in
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.page_rows import PageRows
from pipeline.segment.publication.order import day_first
from pipeline.segment.publication.page_dates import (
    dates_of,
    dates_page,
    is_of_others,
    says_state,
    stamps_of,
)
from pipeline.segment.publication.page_years import page_years
from pipeline.segment.publication.weekday_years import year_by_weekdays
from pipeline.segment.rows.boilerplate import SAVING_NOTE
from pipeline.segment.rows.row import Row

_PERIOD_DAYS = 32


@dataclass(frozen=True, slots=True)
class Published:
    """A date with its precision (day, month, year) and where it was read."""

    on: date
    precision: str
    source: str


class Calendar:
    """What the page as a whole says of order, year and date."""

    def __init__(self, page: PageRows, items: Sequence[ItemRows]) -> None:
        self._rows = page.rows
        self._saved = page.saved
        self._day_first = day_first(page.rows)
        first = items[0].head.start if items else len(page.rows)
        above = [row for row in page.rows[:first] if row.reason != SAVING_NOTE]
        self._of_state = any(says_state(row, hit) for row in above for hit in dates_of(row))
        self._head = [hit for row in above for hit in dates_of(row) if dates_page(row, hit)]
        self._years = page_years(page, above, first)
        inside = {i for item in items for i in item.rows}
        outside = (row for row in page.rows if row.index not in inside and not is_of_others(page, row))
        self._metadata = [hit for row in outside for hit in stamps_of(row)]

    @property
    def of_state(self) -> bool:
        """The head of the page says on which day its list was as it is."""
        return self._of_state

    @property
    def head_years(self) -> list[int]:
        """The years that stand over the items."""
        return [hit.year for hit in self._head if hit.year]

    def resolve(self, hit: DateHit, source: str, hint: int | None = None) -> Published | None:
        """The date of a hit; a missing year comes from its section, the weekday, or the page's head."""
        if hit.weekday is not None and hit.day is None and not hit.month_or_numbers:
            return self._in_week(hit.weekday, source)
        year = hit.year or hint or self._year_of(hit)
        day, month = hit.day, hit.month or self._month_of(hit)
        if hit.numbers:
            day, month = hit.numbers if self._day_first else hit.numbers[::-1]
            if month > 12:
                day, month = month, day
        if year is None or year == 1970:
            return None
        day = day if month else None
        if hit.month is None and hit.weekday is not None and day and month:
            year, month = on_weekday(year, month, day, hit.weekday)
        try:
            on = date(year, month or 1, day or 1)
        except ValueError:
            return None
        return Published(on, "day" if day else "month" if month else "year", source)

    def told(self, row: Row) -> Published | None:
        """The date that an entry opens with, or one that it tells and that lies in the page's period."""
        hit = opening_date(row.folded.text, row.text_start)
        if hit:
            return self.resolve(hit, "entry")
        periods = [head for head in self._head if head.ranged or (head.month and not head.day)]
        for hit in told_dates(row.folded.text, row.text_start):
            found = self.resolve(hit, "entry")
            if found and any(self._within(found, period) for period in periods):
                return found
        return None

    def _within(self, found: Published, period: DateHit) -> bool:
        """In the weeks before the last day that the head of the page names, or in its month."""
        last = self.resolve(period, "entry")
        if last is None:
            return False
        if not period.day and not period.numbers:
            return (found.on.year, found.on.month) == (last.on.year, last.on.month)
        return 0 <= (last.on - found.on).days < _PERIOD_DAYS

    def told_within(self, row: Row, section: DateHit) -> Published | None:
        """The day that an entry opens with, under the name of its month or year."""
        text, start = row.folded.text, row.text_start
        hit = opening_date(text, start) or (opening_month(text, start) if not section.month else None)
        if hit is None and section.month:
            hit = opening_ordinal(text, start)
        if hit is None or (section.month and hit.month not in (None, section.month)):
            return None
        named = hit if hit.month_or_numbers or not hit.day else replace(hit, month=section.month)
        found = self.resolve(named, "entry", hint=section.year)
        return found if found and found.precision != "year" else None

    def of_page(self, undated: bool) -> Published | None:
        """The date in the head of the page, as of a list or digest."""
        for hit in sorted(self._head, key=lambda head: head.year is None):
            if undated or hit.day:
                found = self.resolve(hit, "section")
                if found and found.precision != "year":
                    return found
        return None

    def of_metadata(self) -> Published | None:
        """The stamp that stands beside a single article."""
        for hit in self._metadata:
            found = self.resolve(hit, "metadata")
            if found and found.precision == "day":
                return found
        return None

    def of_year(self) -> Published | None:
        """The year in the title of a periodical, `Annual Report 2012`, where it names a single one."""
        years = set(self._years.report)
        return Published(date(self._years.report[0], 1, 1), "year", "section") if len(years) == 1 else None

    def of_issue(self) -> Published | None:
        """The year beside the number of an issue, `Winter 2007 - No. 18`, where it names a single one."""
        years = set(self._years.issue)
        return Published(date(self._years.issue[0], 1, 1), "year", "section") if len(years) == 1 else None

    def _in_week(self, weekday: int, source: str) -> Published | None:
        """A weekday alone is that day of the week in the page's head, else the last before it was saved."""
        for week in self._head:
            last = self.resolve(week, source) if week.ranged and week.month_or_numbers else None
            if last:
                return _last_weekday(last.on, weekday, source)
        return _last_weekday(self._saved, weekday, source) if self._saved else None

    def _year_of(self, hit: DateHit) -> int | None:
        if hit.weekday is not None and hit.month and hit.day:
            fitting = [year for year in self._near_years() if weekday_in(year, hit) == hit.weekday]
            if len(fitting) == 1:
                return fitting[0]
        heads = [found.year for found in self._head if found.year and found.year != 1970]
        if heads:
            return heads[0]
        if self._years.title:
            return self._years.title[0]
        together = year_by_weekdays(self._rows, self._saved)
        if together or self._saved:
            return together or nearest_year(hit, self._saved)
        if len(self._years.intro) == 1:
            return self._years.intro[0]
        known = self._years.dates or self._years.copyright
        return known[0] if len(known) == 1 else None

    def _month_of(self, hit: DateHit) -> int | None:
        """The month of a day alone, `Monday 2nd`, is the one in the head of the page, else at its foot."""
        if hit.day is None or hit.numbers:
            return None
        return next((found.month for found in (*self._head, *self._metadata) if found.month), None)

    def _near_years(self) -> Sequence[int]:
        return self._years.dates or list(range(1990, 2040))


def _last_weekday(until: date, weekday: int, source: str) -> Published:
    return Published(until - timedelta(days=(until.weekday() - weekday) % 7), "day", source)
