"""Words at the end of a page of its owner on the site, or on the author of its last text."""

from __future__ import annotations

from pipeline.segment.layouts.item_rows import ItemRows
from pipeline.segment.page_rows import PageRows
from pipeline.segment.rows.row import Shape
from pipeline.segment.text.lexicon import lexicon

_CLOSING_WORDS = 45
_OWNER_ROWS = 3
_FOOT_ROWS = 8
_OWNER_LENGTH = 80
_AUTHOR_VERBS = ("is", "was", "works", "writes", "teaches", "reports", "lives", "has", "covers", "edits")


def without_footer(page: PageRows, last: ItemRows) -> ItemRows:
    """The last item takes no words of the page's owner on the site."""
    kept = list(last.body)
    while kept and (_stands_apart(page, kept[-1]) or len(kept) == 1 or _is_last_word(page, kept[-1])):
        if not (is_footer(page, page.rows[kept[-1]].text) or _tells_of_author(page, last, kept[-1])):
            break
        kept.pop()
    return ItemRows(last.head, last.top, tuple(kept), last.section)


def _is_last_word(page: PageRows, i: int) -> bool:
    """The last line of the page tells who makes it, where no blank line parts anything."""
    after = all(row.skipped for row in page.rows[i + 1 : i + 1 + _FOOT_ROWS])
    return after and _speaks_of_owner(page, page.rows[i].text.casefold())


def _tells_of_author(page: PageRows, item: ItemRows, i: int) -> bool:
    """`Ann Holt is a teacher.` below a text by Ann Holt."""
    words = page.rows[i].text.split(maxsplit=3)
    told = len(words) > 3 and words[2] in _AUTHOR_VERBS and len(page.rows[i].text.split()) <= _CLOSING_WORDS
    name = " ".join(words[:2])
    bylines = (
        page.rows[j] for j in item.top[:_FOOT_ROWS] if page.rows[j].shape in (Shape.BYLINE, Shape.DATE)
    )
    return told and any(name in row.folded.text for row in bylines)


def _stands_apart(page: PageRows, i: int) -> bool:
    """A blank line or the bar of a page stands before it."""
    return page.rows[i].gap or (i > 0 and page.rows[i - 1].skipped)


def is_footer(page: PageRows, text: str) -> bool:
    """Words of the page's owner on the site, the bulletin or the rights to it."""
    lower = text.casefold()
    if _speaks_of_owner(page, lower):
        return len(text.split()) <= _CLOSING_WORDS
    cued = lower.startswith(lexicon().footer_starts) or any(_speaks(lower, cue) for cue in lexicon().footers)
    return len(text.split()) <= _CLOSING_WORDS and cued


def _speaks(lower: str, cue: str) -> bool:
    """The cue as whole words: `printed on`, and not `printed one sheet`."""
    at = lower.find(cue)
    end = lower[at + len(cue) : at + len(cue) + 1]
    return at >= 0 and not (cue[-1:].isalnum() and end.isalnum())


def _speaks_of_owner(page: PageRows, lower: str) -> bool:
    """`Radio Delta is run by volunteers`, where the head of the page names Radio Delta."""
    top = [row.text.casefold() for row in page.rows[:_OWNER_ROWS] if row.shape is Shape.HEAD]
    opening = lower[:_OWNER_LENGTH]
    names = (opening[:at] for verb in lexicon().owner_verbs if (at := opening.find(f" {verb} ")) > 0)
    return any(name.removeprefix("the ") in said for name in names for said in top)
