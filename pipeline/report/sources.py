"""A page's text and everything that was read in it, for the browser to unpack when it is looked at."""

from __future__ import annotations

from typing import Any

from pipeline.report.compact import compact
from pipeline.report.rows import CORRECTION, DATE, MENTION, TELLING, Rows


def source_of(rows: Rows, page_id: str) -> dict[str, Any]:
    """The text of a page with its tellings, mentions, dates, corrections and what belongs to no item.

    Offsets count code points of the text, as in the dataset; a browser counts UTF-16 units and has to
    convert.
    """
    return {
        "text": rows.texts.get(page_id, ""),
        "tellings": compact(rows.tellings.get(page_id, ()), TELLING),
        "mentions": compact(rows.mentions.get(page_id, ()), MENTION),
        "dates": compact(rows.dates.get(page_id, ()), DATE),
        "corrections": compact(rows.corrections.get(page_id, ()), CORRECTION),
        "rejected": compact(rows.rejected.get(page_id, ()), "start end reason"),
    }
