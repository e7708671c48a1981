"""Items: a gold item is found by a predicted one that covers nearly the same stretch of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.days import as_said
from pipeline.evaluate.gold import GoldItem
from pipeline.evaluate.scope import Scope
from pipeline.evaluate.verdict import Verdict
from pipeline.schema.dataset import Item

__all__ = ["judge_heads", "judge_items", "pair_items"]

SAME_ITEM = 0.7  # least share of the two spans' union that both must cover


def pair_items(gold: Sequence[GoldItem], predicted: Sequence[Item]) -> tuple[Item | None, ...]:
    """The predicted item of each gold item, None where there is none; no item is paired twice."""
    free = list(predicted)
    pairs: list[Item | None] = []
    for item in gold:
        best = max(free, key=lambda other: _likeness(item, other), default=None)
        if best is None or _likeness(item, best) < SAME_ITEM:
            pairs.append(None)
        else:
            free.remove(best)
            pairs.append(best)
    return tuple(pairs)


def _likeness(item: GoldItem, other: Item) -> float:
    """Overlap of two spans as a share of the span from the first start to the last end."""
    union = max(item.end, other.end) - min(item.start, other.start)
    return max(0, min(item.end, other.end) - max(item.start, other.start)) / union if union else 0.0


def judge_items(
    scope: Scope, gold: Sequence[GoldItem], predicted: Sequence[Item], pairs: Sequence[Item | None]
) -> Iterator[Verdict]:
    """Items found, missed and cut where there is none."""
    for item, other in zip(gold, pairs, strict=True):
        name = item.headline or f"{item.start}-{item.end}"
        if other is None:
            yield Verdict("items", scope.page, "MISSED", gold=name, start=item.start)
        else:
            yield Verdict("items", scope.page, "RIGHT", gold=name, got=other.headline, start=other.start)
    paired = {other.item_id for other in pairs if other}
    for other in predicted:
        if other.item_id not in paired:
            got = other.headline or f"{other.start}-{other.end}"
            yield Verdict("items", scope.page, "EXTRA", got=got, start=other.start)


def judge_heads(scope: Scope, item: GoldItem, other: Item | None) -> Iterator[Verdict]:
    """Headline and published date; both are wrong where the item was not found."""
    norm = scope.fold.norm
    found = other is not None
    headline = other.headline if other else None
    published = as_said(other.published_on, other.published_precision) if other else None
    for area, want, got, right in (
        ("headline", item.headline, headline, norm(item.headline) == norm(headline)),
        ("published", item.published, published, item.published == published),
    ):
        kind = "RIGHT" if found and right else "WRONG"
        yield Verdict(area, scope.page, kind, want, got if found else "(item not found)", item.start)
