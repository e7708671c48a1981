"""What each row of a page adds to the score of a layout, by the part that it plays under it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.segment.layouts.page_titles import page_title
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape

STAMPED = (Shape.DATE, Shape.DATED_HEAD, Shape.DATED_PROSE, Shape.CITY, Shape.TIME)
_NAME_OVER_POST = 1.5
_STAMP_LEADS = 2.0
_STAMP_OVER_ALL = 0.6
_STAMP_CLOSES = 1.8
_STAMP_INSIDE = -2.0
_STAMP_LEFT_OUT = -0.5
_HEADING_INSIDE = -0.9
_HEADLINE_LEFT_OUT = -0.5
_TITLE_OVER_DATE = -0.3
_TEXT = 0.4
_RECORD = 3.0
_DATE_ENDS_TEXT = 1.2
_DATE_IN_TEXT = -0.6
_TEXT_LEFT_OUT = -0.8
_INTRO_LEFT_OUT = -0.3

# `Court frees shepherd`, `School closed again`: a verb makes a short heading a headline.
_VERB = re.compile(
    r"^(?!What|How|Why|Who)[\w’'-]+ (?:\w+ )?(?!(?:is|was|has|as|his|its|this)\b)[a-z]{3,}(?:s|ed) [a-z]"
)


def row_score(page: PageRows, row: Row, roles: Mapping[int, str], before: bool) -> float:
    role = roles.get(row.index)
    if role == "stop":
        return _NAME_OVER_POST
    if row.skipped or row.shape is Shape.BYLINE or row.foreign:
        return 0.0
    if page.sealed[row.index] == "letter":
        return _TEXT if role else _TEXT_LEFT_OUT
    if page.sealed[row.index]:
        return _STAMP_LEADS if role == "top" and row.shape in STAMPED else 0.0
    if row.shape is Shape.RECORD:
        return _RECORD if role == "top" else 0.0
    if row.shape in STAMPED:
        return _stamped(page, row, role)
    if row.shape is Shape.HEAD:
        return _heading(page, row, roles, before)
    if role is None:
        return _INTRO_LEFT_OUT if before else _TEXT_LEFT_OUT
    if row.date is not None:
        return _TEXT + (_DATE_ENDS_TEXT if role in ("top", "close") else _DATE_IN_TEXT)
    return _TEXT


def _stamped(page: PageRows, row: Row, role: str | None) -> float:
    """A city's dateline opens the text, so it leads where the row before is no text of the same item."""
    if role in ("top", "section"):
        return _STAMP_LEADS
    if role == "only section":
        return _STAMP_OVER_ALL
    if role is None:
        return 0.0 if page_title(page, row.index) else _STAMP_LEFT_OUT
    if row.shape is Shape.CITY:
        previous = page.rows[row.index - 1] if row.index else None
        return _STAMP_LEADS if previous and not previous.is_text else _STAMP_INSIDE / 2
    return _STAMP_CLOSES if role == "close" and row.shape is Shape.DATE else _STAMP_INSIDE


def _heading(page: PageRows, row: Row, roles: Mapping[int, str], before: bool) -> float:
    """What is lost where a row that could be a headline is none."""
    role, after = roles.get(row.index), page.next_said(row.index)
    if after is None or role == "top":
        return 0.0
    if before and page.is_periodical(row.index):
        return 0.0
    if before and page.rows[after].is_text and roles.get(after) == "top":
        return _HEADLINE_LEFT_OUT * 2 * headline_weight(page, row)
    if before:
        return _TITLE_OVER_DATE * headline_weight(page, row) if page.rows[after].shape is Shape.DATE else 0.0
    if not (page.rows[after].is_text or page.rows[after].date):
        return 0.0
    return (_HEADING_INSIDE if role else _HEADLINE_LEFT_OUT) * headline_weight(page, row)


def headline_weight(page: PageRows, row: Row) -> float:
    """How far the words alone make a headline of an item, 0 to 1: sub-headings are shorter or questions."""
    words = len(row.text.split())
    if row.text.endswith("?"):
        return 0.1
    if row.numbered or page.names or words > 4:
        return 1.0
    if _VERB.search(row.text):
        return 0.8
    return 0.6 if words == 4 else 0.2
