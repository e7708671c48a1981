"""How well a layout explains a page: what each row would be under it, weighed."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.layouts.item_scores import item_score
from pipeline.segment.layouts.page_scores import page_score
from pipeline.segment.layouts.row_scores import row_score
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape

_DIGITS = 6


def score(page: PageRows, cut: Cut, items: Sequence[ItemRows]) -> float:
    """The higher the better; comparable between the layouts of one page only."""
    role: dict[int, str] = {}
    for item in items:
        role.update(dict.fromkeys(item.body, "body"))
        role.update(dict.fromkeys(item.top, "top"))
        if item.head.date in item.body and page.rows[item.head.date].shape is Shape.DATED_PROSE:
            role[item.head.date] = "top"
        if item.body and item.head.date is None:
            role[item.body[-1]] = "close"
    used = {item.section for item in items}
    sections = [row for row in cut.sections if row in used]
    role.update(dict.fromkeys(sections, "section" if len(sections) > 1 else "only section"))
    role.update(dict.fromkeys(cut.stops, "stop"))
    first = items[0].head.start if items else len(page.rows)
    rows = sum(row_score(page, row, role, row.index < first) for row in page.rows)
    told = sum(item_score(page, cut, item) for item in items)
    total = rows + told + page_score(page, items)
    return round(total, _DIGITS)  # Python 3.12 adds floating numbers more exactly than 3.11 does
