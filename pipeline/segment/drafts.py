"""From the beginnings of items to their rows: where each one ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.segment.cuts import Cut
from pipeline.segment.heads import Head
from pipeline.segment.lexicon import lexicon
from pipeline.segment.rows import Row, Shape
from pipeline.segment.stacks import repeats
from pipeline.segment.view import View

_CLOSING_WORDS = 45
_SECTION_WORDS = 8
_PAGE_HEAD_ROWS = 12
_LINK_LENGTH = 25
_NO_PARAGRAPH = (Shape.HEAD, Shape.DATED_HEAD, Shape.DATE, Shape.BYLINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as rows: those of its head, those of its body, and the section row that dates it."""

    head: Head
    top: tuple[int, ...]
    body: tuple[int, ...]
    section: int | None

    @property
    def rows(self) -> tuple[int, ...]:
        """All rows that say something of the item, in order."""
        return self.top + self.body


def draft_items(view: View, cut: Cut) -> list[Draft]:
    """The items of a cut. Rows that end up in none are left to be rejected with a reason."""
    stops = sorted({head.start for head in cut.heads} | set(cut.sections) | set(cut.stops))
    following = dict(zip(stops, [*stops[1:], len(view.rows)], strict=True))
    drafts: list[Draft] = []
    section: int | None = None
    sections = iter([*cut.sections, len(view.rows)])
    upcoming = next(sections)
    for k, head in enumerate(cut.heads):
        while upcoming <= head.start:
            section, upcoming = upcoming, next(sections)
        top = _top(view, head)
        body = _body(view, cut, top[-1] + 1, following[head.start], view.sealed[head.start])
        body = _without_sidebar(view, _without_repeats(view, body, head.start))
        if k + 1 < len(cut.heads):
            body = _without_section_heads(view, body)
        drafts.append(Draft(head, top, tuple(body), section))
    while len(drafts) > 1 and cut.entries and _is_no_entry(view, drafts[-1].head):
        drafts.pop()
    if len(drafts) > 1:
        drafts[-1] = _without_closing(view, cut, drafts)
    if drafts:
        drafts[-1] = _without_footer(view, drafts[-1])
    return drafts


def _top(view: View, head: Head) -> tuple[int, ...]:
    """Rows of headline and dateline, with a byline among or right after them; no repeated headline."""
    last = max(head.start, head.last)
    while (
        head.headline is not None and last + 1 < len(view.rows) and view.rows[last + 1].shape is Shape.BYLINE
    ):
        last += 1
    headline = view.rows[head.headline] if head.headline is not None else None
    return tuple(
        i
        for i in range(head.start, last + 1)
        if not view.rows[i].skipped
        and not (headline and i != headline.index and repeats(headline, view.rows[i]))
    )


def _body(view: View, cut: Cut, start: int, stop: int, opened: str | None) -> list[int]:
    body: list[int] = []
    if start and view.rows[start - 1].shape is Shape.RECORD:
        return body
    ruled = len(cut.heads) > 1 and view.boundary_before(cut.heads[-1].start)
    for i in range(start, stop):
        row = view.rows[i]
        if view.sealed[i] == "contents":
            continue
        if row.shape is Shape.READ_MORE or view.sealed[i] not in (None, "letter", opened):
            break
        if row.shape is Shape.RULE and ruled and body:
            break
        if cut.short and row.shape is Shape.HEAD and row.gap:
            break
        if not row.skipped and row.shape is not Shape.BYLINE:
            body.append(i)
    return body


def _without_section_heads(view: View, body: list[int]) -> list[int]:
    """One or two headings at the end of a body stand over the next item; more are a list of its own."""
    trailing = 0
    for i in reversed(body):
        row = view.rows[i]
        if row.shape is not Shape.HEAD or row.text.endswith(("...", "…")):
            break
        trailing += 1
    return body[:-trailing] if 0 < trailing <= 2 and trailing < len(body) else body


def _without_repeats(view: View, body: list[int], start: int) -> list[int]:
    """Names of the site or section at the end that stand before the item too."""
    kept = list(body)
    while kept and view.rows[kept[-1]].shape is Shape.HEAD:
        text = view.rows[kept[-1]].text.casefold()
        if not any(row.text.casefold() == text for row in view.rows[max(0, start - _PAGE_HEAD_ROWS) : start]):
            break
        kept.pop()
    return kept


def _without_sidebar(view: View, body: list[int]) -> list[int]:
    """After the last text, headings behind a menu or a foreign link are no part of the item."""
    last = max(
        (k for k, i in enumerate(body) if view.rows[i].is_text and not _is_link(view.rows[i])), default=None
    )
    if last is None:
        return body
    kept = body[: last + 1]
    for i in body[last + 1 :]:
        if _is_link(view.rows[i]) or any(view.rows[j].shape is Shape.NOISE for j in range(kept[-1] + 1, i)):
            break
        kept.append(i)
    return kept


def _is_link(row: Row) -> bool:
    return row.foreign and len(row.text) < _LINK_LENGTH


def _without_closing(view: View, cut: Cut, drafts: Sequence[Draft]) -> Draft:
    """The last item takes no words to the reader, and no more paragraphs than the others do."""
    last = drafts[-1]
    paragraphs = [_paragraphs(view, draft.rows) for draft in drafts[:-1]]
    usual_apart = max(_apart(view, draft.body) for draft in drafts[:-1])
    usual, typical = max(paragraphs), sorted(paragraphs)[(len(drafts) - 1) // 2]
    kept = list(last.body)
    if cut.short and len(drafts) > 2 and not usual_apart:
        kept = list(takewhile(lambda i: not view.rows[i].gap, kept))
    while kept:
        row = view.rows[kept[-1]]
        count = _paragraphs(view, (*last.top, *kept))
        surplus = _apart(view, kept) > usual_apart if row.gap else count > usual
        heading = row.shape is Shape.HEAD and len(row.text.split()) <= _SECTION_WORDS
        if row.text.endswith(("...", "…")) or not (
            heading or (surplus and cut.short and row.gap) or (count > typical and _is_closing(row.text))
        ):
            break
        kept.pop()
    return Draft(last.head, last.top, tuple(kept), last.section)


def _without_footer(view: View, last: Draft) -> Draft:
    """The last item takes no words of the page's owner on the site."""
    kept = list(last.body)
    while kept and (view.rows[kept[-1]].gap or len(kept) == 1) and _is_footer(view.rows[kept[-1]].text):
        kept.pop()
    return Draft(last.head, last.top, tuple(kept), last.section)


def _is_footer(text: str) -> bool:
    lower = text.casefold()
    return len(text.split()) <= _CLOSING_WORDS and any(cue in lower for cue in lexicon().footers)


def _is_no_entry(view: View, head: Head) -> bool:
    """Words to the reader after the last entry."""
    row = view.rows[head.start]
    return head.date is None and row.gap and not row.marker and _is_closing(row.text)


def _paragraphs(view: View, rows: Sequence[int]) -> int:
    return sum(view.rows[i].shape not in _NO_PARAGRAPH for i in rows)


def _apart(view: View, body: Sequence[int]) -> int:
    """Paragraphs with a blank line before them."""
    return sum(view.rows[i].shape is not Shape.HEAD and view.rows[i].gap for i in body)


def _is_closing(text: str) -> bool:
    return len(text.split()) <= _CLOSING_WORDS and text.casefold().startswith(lexicon().closers)
