"""Mentions in the order of their pages, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.schema.flow import CleanItem, Mention

_AROUND = 24
_SPACES = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_OPENS = re.compile(
    r"\s?[(\[]\s?(?:aka|a\.k\.a\.|also known as|also spelled|or|in \w+:?|[a-z]{2,3}\.?:?)?\s?[\"“«]?$"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention where it stands: `rank` orders the spots of a page; `name` is its text evened out."""

    mention: Mention
    page_id: str
    rank: int
    name: str
    before: str
    after: str

    @property
    def item_id(self) -> str:
        """The item that the mention stands in."""
        return self.mention.item_id


def spots_of(items: Sequence[CleanItem], mentions: Sequence[Mention], kind: str) -> tuple[Spot, ...]:
    """The mentions of one kind by page and place on the page, whatever order they came in."""
    by_id = {item.item_id: item for item in items}
    order = {item.item_id: i for i, item in enumerate(sorted(items, key=_item_order))}
    chosen = sorted(
        (m for m in mentions if m.entity_kind == kind), key=lambda m: (order[m.item_id], m.start, m.end)
    )
    found = []
    for rank, mention in enumerate(chosen):
        item = by_id[mention.item_id]
        before = item.text[max(0, mention.start - _AROUND) : mention.start]
        after = item.text[mention.end : mention.end + _AROUND]
        found.append(Spot(mention, item.page_id, rank, clean_name(mention.text), before, after))
    return tuple(found)


def _item_order(item: CleanItem) -> tuple[str, int, str]:
    tail = item.item_id.rpartition("#")[2]
    return item.page_id, int(tail) if tail.isdecimal() else 0, item.item_id


def clean_name(text: str) -> str:
    """A name without odd spaces and a possessive ending.

    >>> clean_name("Ales\\u00a0Bialiatski’s")
    'Ales Bialiatski'
    """
    return _POSSESSIVE.sub("", _SPACES.sub(" ", text).strip())


def bracketed(spots: Sequence[Spot]) -> tuple[tuple[Spot, Spot], ...]:
    """Pairs of neighbours of which the second stands in brackets right after the first.

    `spots` are those of one page, in order.
    """
    return tuple((a, b) for a, b in pairwise(spots) if _in_brackets(a, b))


def apposed(spots: Sequence[Spot]) -> tuple[tuple[Spot, Spot], ...]:
    """Pairs of neighbours with nothing between them but a space and perhaps a quotation mark.

    `spots` are those of one page, in order.
    """
    return tuple((a, b) for a, b in pairwise(spots) if a.item_id == b.item_id and _touch(a, b))


def _touch(first: Spot, second: Spot) -> bool:
    gap = second.mention.start - first.mention.end
    return 0 < gap <= 2 and first.after[:gap].strip(" \"“”«‘'„") == ""


def _in_brackets(first: Spot, second: Spot) -> bool:
    if first.item_id != second.item_id:
        return False
    gap = second.mention.start - first.mention.end
    if not 0 < gap <= _AROUND:
        return False
    between = first.after[:gap].lstrip('"”»')
    return bool(_OPENS.fullmatch(between)) and second.after.lstrip('"”»')[:1] in (")", "]", ",", ";")
