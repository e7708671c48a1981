"""Where the body of an item ends: what stands at its end and is none of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from pipeline.segment.layouts.cuts import Cut
from pipeline.segment.layouts.heads import Head
from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.owner_words import is_footer
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Row, Shape
from pipeline.segment.text.lexicon import lexicon
from pipeline.segment.zones.feet import is_closing_head

_CLOSING_WORDS = 45
_SECTION_WORDS = 8
_RUBRIC_WORDS = 3
_PAGE_HEAD_ROWS = 12
_LINK_LENGTH = 25
_FEW = 2
_NO_PARAGRAPH = (Shape.HEAD, Shape.DATED_HEAD, Shape.DATE, Shape.BYLINE)


def without_section_heads(page: PageRows, body: list[int]) -> list[int]:
    """One or two headings at the end of a body stand over the next item; more are a list of its own."""
    trailing = 0
    for i in reversed(body):
        row = page.rows[i]
        if row.shape is not Shape.HEAD or row.text.endswith(("...", "…")) or _signs(page, i):
            break
        trailing += 1
    if trailing == len(body) == 1 and page.rows[body[0]].gap and _names_kind(page, body[0]):
        return []  # the kind of the next text, after one that has no body
    return body[:-trailing] if 0 < trailing <= 2 and trailing < len(body) else body


def _signs(page: PageRows, i: int) -> bool:
    """`For the Coalition,` stands close above the name."""
    return not page.rows[i].gap and page.rows[i - 1].text.endswith(",")


def _names_kind(page: PageRows, i: int) -> bool:
    """The kind of a text: by its words, by standing over several texts, or close over dated lines."""
    over = page.rows[i + 1 : i + 2]
    rubric = len(page.rows[i].text.split()) <= _RUBRIC_WORDS and all(_is_line_of_news(row) for row in over)
    return page.is_genre(i) or page.rows[i].text in page.repeated or rubric


def _is_line_of_news(row: Row) -> bool:
    return row.shape is Shape.DATED_HEAD and not row.gap


def without_repeats(page: PageRows, body: list[int], start: int) -> list[int]:
    """Names of the site or section at the end that stand before the item too."""
    kept = list(body)
    while kept and page.rows[kept[-1]].shape is Shape.HEAD and not _signs(page, kept[-1]):
        text = page.rows[kept[-1]].text.casefold()
        if not any(row.text.casefold() == text for row in page.rows[max(0, start - _PAGE_HEAD_ROWS) : start]):
            break
        kept.pop()
    return kept


def without_sidebar(page: PageRows, body: list[int]) -> list[int]:
    """After the last text, headings behind a menu or a foreign link are no part of the item."""
    last = max(
        (k for k, i in enumerate(body) if page.rows[i].is_text and not _is_link(page.rows[i])), default=None
    )
    if last is None:
        return body
    kept = body[: last + 1]
    for i in body[last + 1 :]:
        if _is_link(page.rows[i]) or any(page.rows[j].shape is Shape.NOISE for j in range(kept[-1] + 1, i)):
            break
        kept.append(i)
    return kept


def _is_link(row: Row) -> bool:
    return row.foreign and len(row.text) < _LINK_LENGTH


def without_closing(page: PageRows, cut: Cut, items: Sequence[ItemRows]) -> ItemRows:
    """The last item takes no words to the reader, and no more paragraphs than the others do."""
    last = items[-1]
    paragraphs = [_paragraphs(page, item.rows) for item in items[:-1]]
    usual_apart = max(_apart(page, item.body) for item in items[:-1])
    usual, typical = max(paragraphs), sorted(paragraphs)[(len(items) - 1) // 2]
    close = (
        len(items) > _FEW and not usual_apart and all(i.head.headline is not None and i.body for i in items)
    )
    kept = list(last.body)
    if cut.short and len(items) > 2 and not usual_apart:
        kept = list(takewhile(lambda i: not page.rows[i].gap, kept))
    while kept:
        row = page.rows[kept[-1]]
        count = _paragraphs(page, (*last.top, *kept))
        surplus = _apart(page, kept) > usual_apart if row.gap else count > usual
        short = row.shape is Shape.HEAD and len(row.text.split()) <= _SECTION_WORDS
        heading = short and not _signs(page, kept[-1])
        foreign = close and len(kept) > 1 and row.gap and _may_close(row)
        if row.text.endswith(("...", "…")) or not (
            heading
            or foreign
            or (surplus and cut.short and row.gap)
            or (count > typical and _is_closing(row.text))
        ):
            break
        kept.pop()
    return ItemRows(last.head, last.top, tuple(kept), last.section)


def without_page_update(page: PageRows, items: Sequence[ItemRows]) -> ItemRows:
    """When the page was updated is no dateline of its last item where the others have none."""
    last = items[-1]
    if not last.body or any(item.head.date is not None for item in items):
        return last
    row = page.rows[last.body[-1]]
    said = row.folded.text.casefold().removeprefix("page ").removeprefix("list ")
    if row.shape is Shape.DATE and row.gap and said.startswith(lexicon().updated):
        return ItemRows(last.head, last.top, last.body[:-1], last.section)
    return last


def is_no_entry(page: PageRows, cut: Cut, head: Head) -> bool:
    """Words to the reader after the last entry, or under a heading such as `How you can help`."""
    row = page.rows[head.start]
    if head.date is not None:
        return False
    if head.headline is not None and is_closing_head(page.rows[head.headline].text):
        return True
    if not cut.entries or row.marker or not row.gap:
        return False
    closing = _is_closing(row.folded.text) or is_footer(page, row.folded.text)
    return closing or _is_alone_unmarked(page, cut)


def _is_alone_unmarked(page: PageRows, cut: Cut) -> bool:
    """All entries but the last have a bullet."""
    others = [page.rows[head.start] for head in cut.heads[:-1]]
    return len(others) > _FEW and all(row.listed for row in others)


def _paragraphs(page: PageRows, rows: Sequence[int]) -> int:
    return sum(page.rows[i].shape not in _NO_PARAGRAPH for i in rows)


def _may_close(row: Row) -> bool:
    return row.date is None and len(row.text.split()) <= _CLOSING_WORDS


def _apart(page: PageRows, body: Sequence[int]) -> int:
    """Paragraphs with a blank line before them."""
    return sum(page.rows[i].shape is not Shape.HEAD and page.rows[i].gap for i in body)


def _is_closing(text: str) -> bool:
    return len(text.split()) <= _CLOSING_WORDS and text.casefold().lstrip("([").startswith(lexicon().closers)
