"""Who uses which form of a name: all that is kept of the mentions while pages go by."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pipeline.link.page_mentions import Spot

Key = TypeVar("Key")
Place = tuple[str, int]
"""An item and a place in it."""


@dataclass(slots=True)
class Uses:
    """The forms of a name, each with the numbers of the pages that use it; the first place and page."""

    forms: dict[str, array[int]] = field(default_factory=dict)
    first: Place | None = None
    page_id: str | None = None

    def add(self, page: int, spots: Iterable[Spot]) -> None:
        """Note the spots of one page; pages come one after another."""
        for spot in spots:
            pages = self.forms.setdefault(spot.name, array("I"))
            if not pages or pages[-1] != page:
                pages.append(page)
            self._note((spot.item_id, spot.mention.start), spot.page_id)

    def _note(self, place: Place, page_id: str) -> None:
        if self.first is None or place < self.first:
            self.first = place
        if self.page_id is None or page_id < self.page_id:
            self.page_id = page_id

    def pages(self) -> Counter[str]:
        """How many pages use each form."""
        return Counter({name: len(set(pages)) for name, pages in self.forms.items()})


def together(parts: Sequence[Uses]) -> Uses:
    """The uses of one entity that is called in several ways."""
    if len(parts) == 1:
        return parts[0]
    whole = Uses()
    for part in parts:
        for name, pages in part.forms.items():
            whole.forms.setdefault(name, array("I")).extend(pages)
        if part.first is not None and part.page_id is not None:
            whole._note(part.first, part.page_id)
    return whole


class Locals(Generic[Key]):
    """What single pages name, by a key that others may share; for every spot the number of its key."""

    def __init__(self) -> None:
        self.numbers: dict[Key, int] = {}
        self.uses: list[Uses] = []
        self._of_spots = array("I")

    def add(self, page: int, key: Key, spots: Sequence[Spot]) -> None:
        """Note who is named at some spots of a page; their ranks are those of all spots of the corpus."""
        number = self.numbers.setdefault(key, len(self.uses))
        if number == len(self.uses):
            self.uses.append(Uses())
        self.uses[number].add(page, spots)
        missing = max((spot.rank for spot in spots), default=-1) + 1 - len(self._of_spots)
        self._of_spots.extend([0] * max(0, missing))
        for spot in spots:
            self._of_spots[spot.rank] = number

    def owners(self, entities: Sequence[Sequence[Key]]) -> array[int]:
        """For every spot, by rank, the index of the entity that has its key."""
        entity_of = array("I", bytes(4 * len(self.uses)))
        for index, keys in enumerate(entities):
            for key in keys:
                entity_of[self.numbers[key]] = index
        return array("I", (entity_of[number] for number in self._of_spots))

    def uses_of(self, keys: Iterable[Key]) -> Uses:
        """The uses of an entity that has some of the keys."""
        return together([self.uses[self.numbers[key]] for key in keys])
