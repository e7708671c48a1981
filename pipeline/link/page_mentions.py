"""Mentions in the order of their page, with the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.schema.flow import CleanItem, ItemText, Mention
from pipeline.schema.linking import NamedSpot

Text = CleanItem | ItemText

_AROUND = 24
_SPACES = re.compile(r"\s+")
_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_CALLED = re.compile(
    r"(?:,? (?:better |also |widely |popularly |commonly )?known (?:to \w+ )?as|,? alias|,? a\.?k\.?a\.?"
    r"|,? nicknamed|,? dubbed|, (?:also |often )?called| \((?:(?:also |better )?known as|alias|aka|called"
    r"|nicknamed|pen[- ]?name|pseudonym|nickname|real name|born|nom de guerre|code ?name|stage name))"
    r":? ?[\"“«„‘']?"
)
_OPENS = re.compile(
    r"\s?[(\[]\s?(?:aka|a\.k\.a\.|also known as|also spelled|or|in \w+:?|[a-z]{2,3}\.?:?)?\s?[\"“«]?$"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention where it stands.

    `rank` numbers the spots of its kind on the page; `name` is its text evened out.
    """

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


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page's items and the mentions in them, in order."""

    page_id: str
    items: tuple[Text, ...]
    mentions: tuple[Mention, ...]


def named_page(items: Iterable[Text], mentions: Iterable[Mention]) -> NamedPage:
    """The items of one page and their mentions, put in the order of the page.

    Raises KeyError where a mention's item is not among the items.
    """
    ordered = tuple(sorted(items, key=_item_order))
    order = {item.item_id: i for i, item in enumerate(ordered)}
    found = sorted(mentions, key=lambda m: (order[m.item_id], m.start, m.end))
    return NamedPage(ordered[0].page_id, ordered, tuple(found))


def pages_of(items: Iterable[Text], mentions: Iterable[Mention]) -> list[NamedPage]:
    """The pages of a corpus in memory, whatever order its items and mentions came in.

    Raises KeyError where a mention's item is not among the items.
    """
    page_of: dict[str, str] = {}
    by_page: dict[str, tuple[list[Text], list[Mention]]] = {}
    for item in items:
        page_of[item.item_id] = item.page_id
        by_page.setdefault(item.page_id, ([], []))[0].append(item)
    for mention in mentions:
        by_page[page_of[mention.item_id]][1].append(mention)
    return [named_page(*by_page[page_id]) for page_id in sorted(by_page)]


def spots_of(page: NamedPage, kind: str) -> tuple[Spot, ...]:
    """The mentions of one kind on a page."""
    texts = {item.item_id: item.text for item in page.items}
    return tuple(
        _spot(mention, page.page_id, rank, texts[mention.item_id])
        for rank, mention in enumerate(m for m in page.mentions if m.entity_kind == kind)
    )


def key_of(kind: str, parts: Iterable[str]) -> str:
    """The key of a local of that kind, by what tells it from others."""
    return "\n".join((kind, *parts))


def named_spots(spots: Iterable[Spot], key: str) -> list[NamedSpot]:
    """The mentions at some spots, as those of a local."""
    named = (spot.mention for spot in spots)
    return [NamedSpot(m.item_id, m.entity_kind, m.start, m.end, m.text, m.rule, key) for m in named]


def _spot(mention: Mention, page_id: str, rank: int, text: str) -> Spot:
    before = text[max(0, mention.start - _AROUND) : mention.start]
    after = text[mention.end : mention.end + _AROUND]
    return Spot(mention, page_id, rank, clean_name(mention.text), before, after)


def _item_order(item: Text) -> tuple[int, str]:
    tail = item.item_id.rpartition("#")[2]
    return int(tail) if tail.isdecimal() else 0, item.item_id


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


def aliased(spots: Sequence[Spot]) -> tuple[tuple[Spot, Spot], ...]:
    """Pairs of neighbours of which the second is said to be what the first is called: ", alias Kosa".

    `spots` are those of one page, in order.
    """
    return tuple((a, b) for a, b in pairwise(spots) if a.item_id == b.item_id and _is_called(a, b))


def _is_called(first: Spot, second: Spot) -> bool:
    gap = second.mention.start - first.mention.end
    return 0 < gap <= _AROUND and bool(_CALLED.fullmatch(first.after[:gap]))


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
