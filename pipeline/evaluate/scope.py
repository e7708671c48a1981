"""What every comparison on a page needs: its name, its words, and how words are compared."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.evaluate.fold import Folding
from pipeline.evaluate.gold import GoldItem

__all__ = ["Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """One labelled page. `text` is the page's text in the dataset, empty where it holds no such page."""

    page: str
    fold: Folding
    text: str = ""

    def locate(self, item: GoldItem, *words: str) -> int:
        """Where the first of `words` that the item holds stands in the page; the item's start if none does.

        >>> item = GoldItem(4, 20, None, None, (), (), ())
        >>> Scope("a", Folding(), "Ann Bob met Ann.").locate(item, "Anna", "Ann")
        12
        """
        found = (self.text.find(word, item.start, item.end) for word in words if word)
        return next((start for start in found if start >= 0), item.start)
