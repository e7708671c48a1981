"""From judgements to figures: precision, recall, F1, B-cubed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluate.verdict import AREAS, CLUSTERED_AREAS, COUNTS, Judgement, Unit

__all__ = ["Figure", "b_cubed", "figure", "figures_by_area"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall, their harmonic mean, and the number of gold labels behind them.

    Where nothing was to be found or nothing was found, the share of it is 0.
    """

    p: float
    r: float
    f1: float
    n: int


def _figure(p: float, r: float, n: int) -> Figure:
    return Figure(p, r, 2 * p * r / (p + r) if p + r else 0.0, n)


def figure(kinds: Mapping[str, int]) -> Figure:
    """Micro-averaged precision, recall and F1 of verdicts, given how many there are of each kind.

    >>> figure({"RIGHT": 2, "EXTRA": 1, "MISSED": 1}).f1
    0.6666666666666666
    """
    tp, fp, fn = (sum(COUNTS[kind][i] * count for kind, count in kinds.items()) for i in range(3))
    return _figure(tp / (tp + fp) if tp + fp else 0.0, tp / (tp + fn) if tp + fn else 0.0, tp + fn)


def figures_by_area(judgements: Iterable[Judgement]) -> dict[str, Figure]:
    """The figure of every area in AREAS."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    units: defaultdict[str, list[Unit]] = defaultdict(list)
    for judgement in judgements:
        if isinstance(judgement, Unit):
            units[judgement.area].append(judgement)
        else:
            kinds[judgement.area][judgement.kind] += 1
    return {area: b_cubed(units[area]) if area in CLUSTERED_AREAS else figure(kinds[area]) for area in AREAS}


def b_cubed(units: Iterable[Unit]) -> Figure:
    """B-cubed precision and recall of a clustering (Bagga and Baldwin 1998), over the units found.

    Of two units with one key the later counts.

    >>> two_apart = [Unit("linking", "a", (k,), "ales", k) for k in ("x", "y")]
    >>> b_cubed(two_apart)
    Figure(p=1.0, r=0.5, f1=0.6666666666666666, n=2)
    """
    found = {(unit.page, *unit.key): (unit.gold, unit.got) for unit in units}
    if not found:
        return Figure(0.0, 0.0, 0.0, 0)
    both = Counter(found.values())
    gold = Counter(g for g, _ in found.values())
    got = Counter(p for _, p in found.values())
    precision = sum(count * count / got[p] for (_, p), count in both.items()) / len(found)
    recall = sum(count * count / gold[g] for (g, _), count in both.items()) / len(found)
    return _figure(precision, recall, len(found))
