"""Who uses which form of a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.link.page_mentions import Spot
from pipeline.schema.linking import Use

Place = tuple[str, int]
"""An item and a place in it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The forms of a name, each with the pages that use it; the first place and page."""

    forms: Mapping[str, frozenset[str]]
    first: Place
    page_id: str

    def pages(self) -> Counter[str]:
        """How many pages use each form."""
        return Counter({form: len(pages) for form, pages in self.forms.items()})


def use_of(spots: Sequence[Spot]) -> Use:
    """What is kept of the places at which one page names somebody."""
    forms = tuple(sorted({spot.name for spot in spots}))
    item_id, start = min((spot.item_id, spot.mention.start) for spot in spots)
    return Use(spots[0].page_id, forms, item_id, start)


def together(uses: Iterable[Use]) -> Uses:
    """The uses of one entity on all its pages."""
    every = tuple(uses)
    forms: dict[str, set[str]] = {}
    for use in every:
        for form in use.forms:
            forms.setdefault(form, set()).add(use.page_id)
    return Uses(
        {form: frozenset(pages) for form, pages in forms.items()},
        min((use.item_id, use.start) for use in every),
        min(use.page_id for use in every),
    )
