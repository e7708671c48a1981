"""The lines of a page as rows: what each says alone, then what its neighbours and its like tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.segment.rows.author_lines import read_author_lines
from pipeline.segment.rows.bracketed_entries import read_bracketed_entries
from pipeline.segment.rows.day_fields import read_day_fields
from pipeline.segment.rows.day_numbers import read_day_numbers
from pipeline.segment.rows.describe import describe
from pipeline.segment.rows.document_lines import read_document_lines
from pipeline.segment.rows.field_blocks import read_field_blocks
from pipeline.segment.rows.fields_above import read_fields_above
from pipeline.segment.rows.forums import read_forums
from pipeline.segment.rows.glued_feeds import read_glued_feeds
from pipeline.segment.rows.grids import read_grids
from pipeline.segment.rows.life_spans import read_life_spans
from pipeline.segment.rows.mail import read_mail
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
from pipeline.segment.rows.signatories import (
    read_closing_names,
    read_name_lists,
    read_signatories,
    read_signers,
)
from pipeline.segment.rows.stacked_fields import read_stacked_fields
from pipeline.segment.rows.tables import read_tables
from pipeline.segment.rows.title_fields import read_title_fields
from pipeline.segment.rows.totals import read_totals
from pipeline.segment.rows.underlines import read_underlines
from pipeline.segment.rows.year_lists import read_year_lists
from pipeline.segment.rows.year_sections import read_year_sections
from pipeline.segment.text.lines import logical_lines

_MAIL_DAYS = ("date", "sent", "received")


def read_rows(text: str, saved: date | None = None) -> list[Row]:
    """The rows of a page in order, by one reader after another; `saved` is the day on which it was saved."""
    rows = [describe(i, line, text[line.start : line.end]) for i, line in enumerate(logical_lines(text))]
    rows = read_underlines(read_bracketed_entries(rows))
    rows = read_year_lists(read_place_days(read_relative_stamps(rows, saved)))
    rows = read_signers(
        read_signatories(read_series(read_year_sections(read_short_days(read_day_numbers(rows)))))
    )
    rows = read_totals(read_author_lines(read_life_spans(rows)))
    rows = read_stacked_fields(read_repeated_requests(rows))
    rows = read_reference_lines(read_number_series(read_name_lists(read_closing_names(rows))))
    rows = read_grids(read_tables(read_mail(read_records(read_title_fields(without_running_heads(rows))))))
    rows = read_reference_heads(read_forums(read_document_lines(read_glued_feeds(rows))))
    rows = read_profiles(read_second_lines(read_fields_above(read_field_blocks(rows))))
    rows = read_day_fields(rows)
    mail_dates = [row for row in rows if _in_mail_header(rows, row)]
    if len(mail_dates) == 1:
        rows[mail_dates[0].index] = replace(mail_dates[0], shape=Shape.NOISE, reason="mail")
    return rows


def _in_mail_header(rows: Sequence[Row], row: Row) -> bool:
    """The date among the header lines of a message."""
    beside = (rows[j] for j in (row.index - 1, row.index + 1) if 0 <= j < len(rows))
    field = row.folded.text.casefold().startswith(_MAIL_DAYS)
    return row.shape is Shape.DATE and field and any(other.reason == "mail" for other in beside)
