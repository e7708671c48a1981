"""The title of a report, which its contents part from the first chapter."""

from __future__ import annotations

from pipeline.segment.layouts.heads import Head
from pipeline.segment.layouts.top_headlines import best_headline
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon, words_of


def title_over_contents(page: PageRows, head: Head) -> Head | None:
    """The title above the contents where the first heading below them is `Introduction` or the like."""
    words = words_of(page.rows[head.headline].text) if head.headline is not None else ()
    above = page.sealed[: head.start]
    if not words or words[0] not in lexicon().report_parts or "contents" not in above:
        return None
    titles = [row.index for row in page.rows[: above.index("contents")] if row.shape is Shape.HEAD]
    named = [i for i in titles if page.is_periodical(i)]  # `Annual Report 2009`
    best = best_headline(page, named or titles) if titles else None
    return Head(best, best, best, head.date) if best is not None else None
