"""A dataset held against gold labels, page by page and item by item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.evaluate.dates import judge_dates, missed_dates
from pipeline.evaluate.events import Match, judge_extra_events, match_events, missed_events
from pipeline.evaluate.fold import Folding
from pipeline.evaluate.gold import GoldItem, GoldPage
from pipeline.evaluate.items import judge_heads, judge_items, pair_items
from pipeline.evaluate.joining import joining_units
from pipeline.evaluate.names import judge_names, missed_names
from pipeline.evaluate.predicted import Dataset, ItemRows
from pipeline.evaluate.roles import Cast, judge_found_events
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.told import Told
from pipeline.evaluate.typos import judge_typos
from pipeline.evaluate.verdict import Judgement, Verdict
from pipeline.schema.dataset import Item

__all__ = ["Comparison", "ItemPair"]


@dataclass(frozen=True, slots=True)
class ItemPair:
    """A gold item and the item of the dataset that found it, None where none did."""

    scope: Scope
    gold: GoldItem
    item: Item | None


class Comparison:
    """All that is needed to judge any part of the dataset against the gold set."""

    def __init__(self, dataset: Dataset, gold: Sequence[GoldPage]) -> None:
        self.dataset, self.gold = dataset, gold
        self.told = Told(gold)
        self.pairs: list[ItemPair] = []
        self._page_judgements: list[Judgement] = []
        for page in gold:
            self._pair(page)

    @property
    def pages_missing(self) -> tuple[str, ...]:
        """Labelled pages that the dataset does not hold; all that they say counts as missed."""
        return tuple(page.page for page in self.gold if page.page not in self.dataset.pages)

    def _pair(self, page: GoldPage) -> None:
        known = self.dataset.pages.get(page.page)
        page_id = known.page_id if known else ""
        fold = Folding((typo.text, typo.fix) for typo in page.typos)
        scope = Scope(page.page, fold, self.dataset.texts.get(page_id, ""))
        predicted = self.dataset.items.get(page_id, ())
        found = pair_items(page.items, predicted)
        self.pairs += (ItemPair(scope, gold, item) for gold, item in zip(page.items, found, strict=True))
        self._page_judgements += judge_items(scope, page.items, predicted, found)
        self._page_judgements += judge_typos(scope, page.typos, self.dataset.corrections.get(page_id, ()))

    def judgements(self) -> Iterator[Judgement]:
        """Every verdict and clustering unit of the whole gold set."""
        yield from self._page_judgements
        for pair in self.pairs:
            yield from judge_heads(pair.scope, pair.gold, pair.item)
            if pair.item is None:
                yield from _missed(pair)
            else:
                rows = self.dataset.rows[pair.item.item_id]
                yield from self.names(pair, rows)
                yield from self.dates(pair, rows)
                yield from self.events(pair, rows)

    def names(self, pair: ItemPair, rows: ItemRows) -> Iterator[Judgement]:
        """People, organisations and places of an item that was found, `rows` being what is said of it."""
        yield from judge_names(pair.scope, pair.gold, rows.mentions, self.dataset.names)

    def dates(self, pair: ItemPair, rows: ItemRows) -> Iterator[Judgement]:
        """Dates of an item that was found."""
        yield from judge_dates(pair.scope, pair.gold, rows.dates)

    def events(self, pair: ItemPair, rows: ItemRows) -> Iterator[Judgement]:
        """Events of an item that was found, with their dates, roles and joining."""
        scope, gold, events = pair.scope, pair.gold, self.dataset.events
        matches = match_events(scope, gold, rows.tellings, events)
        cast = Cast(scope.fold, gold, rows.mentions, self.dataset.surfaces)
        yield from judge_found_events(scope, cast, self.told, matches, events)
        yield from missed_events(scope, gold, matches)
        yield from judge_extra_events(scope, matches, rows.tellings, events)
        yield from joining_units(scope, matches, rows.tellings, events)


def _missed(pair: ItemPair) -> Iterator[Verdict]:
    yield from missed_names(pair.scope, pair.gold)
    yield from missed_dates(pair.scope, pair.gold)
    matches = tuple(Match(event, None) for event in pair.gold.events)
    yield from missed_events(pair.scope, pair.gold, matches, "(item not found)")
