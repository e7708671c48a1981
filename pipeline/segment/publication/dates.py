"""The published date of each item: its dateline, else its section, else the head of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout_names import ONE_ARTICLE
from pipeline.segment.dating.dateline_pieces import names_part
from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.page_rows import PageRows
from pipeline.segment.publication.calendar import Calendar, Published
from pipeline.segment.publication.turn_of_year import across_years
from pipeline.segment.rows.records import fact_label
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.rows.signatories import opens_signatories
from pipeline.segment.text.lexicon import lexicon

_RECORD_HEAD = 5
_SIGNATURE_ROWS = 2
_SIGNERS = 60
_BAR = "|"
_MOST = (3, 4)  # three of four
_OPENING = 12
_HEADS = (Shape.HEAD, Shape.DATED_HEAD, Shape.DATE)


def published_dates(page: PageRows, cut: Cut, items: Sequence[ItemRows]) -> list[Published | None]:
    """One entry an item; None where the page gives no date for it."""
    calendar = Calendar(page, items)
    of_news = calendar.of_state and cut.entries and not _closed_by_dates(page, items)
    own = across_years(
        [
            None
            if of_news and item.head.headline is None and not _opens_with_date(page, item)
            else _as_record(page, item, _own(page, cut, item, calendar))
            for item in items
        ],
        [_lacks_year(page, item) for item in items],
        calendar.head_years,
    )
    if cut.layout == ONE_ARTICLE and own == [None]:
        return [calendar.of_metadata() or calendar.of_year()]
    undated = not any(own)
    head = calendar.of_page(undated) or (calendar.of_metadata() if cut.entries or page.names else None)
    head = head or (calendar.of_issue() if undated else None)
    if undated or cut.page_source:
        whole = Published(head.on, head.precision, cut.page_source or "section") if head else None
        return [found or whole for found in own]
    if cut.entries:
        return _inferred(own)
    issue = calendar.of_page(undated=True)
    return [found or issue for found in own]


def _closed_by_dates(page: PageRows, items: Sequence[ItemRows]) -> bool:
    """Most entries end with a day of their own, which is no cell of a table."""
    last = [page.rows[item.rows[-1]] for item in items]
    closed = sum(
        row.date is not None and row.stamp_end > row.text_start and _BAR not in row.text for row in last
    )
    return closed * _MOST[1] >= len(items) * _MOST[0]


def _opens_with_date(page: PageRows, item: ItemRows) -> bool:
    """The entry has a day over it, or begins with one."""
    row = page.rows[item.head.start]
    opening = row.date is not None and row.date.start <= row.marker + _OPENING
    return opening or (item.section is not None and page.rows[item.section].index != page.first_date)


def _inferred(dates: Sequence[Published | None]) -> list[Published | None]:
    """An entry without a date among dated ones has that of the one before it."""
    filled: list[Published | None] = []
    for found in dates:
        before = filled[-1] if filled else None
        filled.append(found or (Published(before.on, before.precision, "inferred") if before else None))
    return filled


def _own(page: PageRows, cut: Cut, item: ItemRows, calendar: Calendar) -> Published | None:
    hits = [row.date for i in item.rows if (row := page.rows[i]).date and _dates_item(page, row, item)]
    section = page.rows[item.section].date if item.section is not None else None
    for hit in hits:
        found = calendar.resolve(hit, cut.source, hint=section.year if section else None)
        if found:
            return found
    lists = (
        cut.layout in ("list", "dated entries", "paragraphs under names") or item.head.start in page.briefs
    )
    if lists and not section:
        told = calendar.told(page.rows[item.head.start])
        if told:
            return told
    if section and cut.entries and not section.day and not section.numbers:
        told = calendar.told_within(page.rows[item.head.start], section)
        if told:
            return told
    if section:
        return calendar.resolve(section, cut.source if cut.entries else "section")
    return None


def _as_record(page: PageRows, item: ItemRows, found: Published | None) -> Published | None:
    """Notes on a hearing, or on a numbered day of a trial, tell what was done on the day above them.

    So their date is that of an entry, not of a publication.
    """
    if found is None or found.precision != "day":
        return found
    head = [page.rows[i] for i in item.rows[:_RECORD_HEAD]]
    court = any(fact_label(row) in lexicon().record_sittings for row in head)
    numbered = any(names_part(row.folded.text.split(":")[0]) for row in head if row.shape in _HEADS)
    return replace(found, source="entry") if court or numbered else found


def _lacks_year(page: PageRows, item: ItemRows) -> bool:
    """Its own date is written without a year, and it stands under no date but the first of the page."""
    under = page.rows[item.section].date if item.section is not None else None
    whole = under is not None and item.section == page.first_date and not under.day
    row = page.rows[item.head.date] if item.head.date is not None else None
    return row is not None and row.date is not None and row.date.year is None and (under is None or whole)


def _are_signatures(rows: Sequence[Row]) -> bool:
    """Names at most stand there: few, or under `Signed:`, or after `For the Congress,`."""
    if rows and opens_signatories(rows[0]):
        return len(rows) <= _SIGNERS
    names = rows[1:] if rows and rows[0].text.endswith(",") else rows
    return len(names) <= _SIGNATURE_ROWS and all(row.shape is Shape.HEAD for row in names)


def _dates_item(page: PageRows, row: Row, item: ItemRows) -> bool:
    """A date inside the body is the news's own; one that ends the text, over names at most, is a dateline."""
    if row.index in item.top or row.index == item.head.date:
        return True
    if row.shape is Shape.CITY:
        return row.index == item.body[0] or row.index == item.head.date
    signed = item.body[item.body.index(row.index) + 1 :]
    closes = row.shape is Shape.DATE and _are_signatures([page.rows[i] for i in signed])
    return closes or (row.index == item.body[-1] and row.shape is Shape.PROSE)
