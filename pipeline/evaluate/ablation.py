"""What each rule adds and costs: the figures once more, without the rows that a rule made.

Only the rows go, not what later stages made of them; of the names and dates this is what the
page's reader would see, of the events what the rule's own tellings are worth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.evaluate.compare import Comparison
from pipeline.evaluate.figures import figure
from pipeline.evaluate.predicted import ItemRows
from pipeline.evaluate.verdict import COUNTS, Judgement, Verdict
from pipeline.schema.dataset import ENTITY_KINDS

__all__ = ["RuleEffect", "rule_effects"]

Rule = tuple[str, str]  # area and rule


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """The worth of one rule of one area: `gain` is what F1 would lose without it.

    `rows` counts its rows in items that have gold labels, `adds` what only it gets right, `costs`
    what only it gets wrong.
    """

    area: str
    rule: str
    rows: int
    adds: int
    costs: int
    f1_without: float
    gain: float


def rule_effects(comparison: Comparison) -> tuple[RuleEffect, ...]:
    """The effect of every rule that made a mention, a date or a telling, best first within its area."""
    tables = (
        ("mentions", ENTITY_KINDS, comparison.names),
        ("dates", ("date",), comparison.dates),
        ("tellings", ("event",), comparison.events),
    )
    whole: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for judgement in comparison.judgements():
        if isinstance(judgement, Verdict):
            whole[judgement.area][judgement.kind] += 1
    made: Counter[Rule] = Counter()
    lost: defaultdict[Rule, Counter[str]] = defaultdict(Counter)
    for pair in comparison.pairs:
        if pair.item is None:
            continue
        rows = comparison.dataset.rows[pair.item.item_id]
        for table, areas, judge in tables:
            before = _kinds(judge(pair, rows))
            for rule, count, rest in _without_each(rows, table):
                made.update({(area, rule): n for area, n in count.items()})
                after = _kinds(judge(pair, rest))
                for area in areas:
                    for kind in COUNTS:
                        lost[area, rule][kind] += before[area, kind] - after[area, kind]
    effects = (_effect(area, rule, made[area, rule], whole[area], lost[area, rule]) for area, rule in made)
    return tuple(sorted(effects, key=lambda effect: (effect.area, -effect.gain, effect.rule)))


def _without_each(rows: ItemRows, table: str) -> Iterator[tuple[str, Counter[str], ItemRows]]:
    """Each rule of a table with its number of rows by area, and all rows but its own."""
    members = getattr(rows, table)
    for rule in sorted({row.rule for row in members}):
        areas = {"dates": "date", "tellings": "event"}
        count = Counter(areas.get(table) or row.entity_kind for row in members if row.rule == rule)
        yield rule, count, replace(rows, **{table: tuple(row for row in members if row.rule != rule)})


def _kinds(judgements: Iterable[Judgement]) -> Counter[tuple[str, str]]:
    return Counter((row.area, row.kind) for row in judgements if isinstance(row, Verdict))


def _effect(area: str, rule: str, rows: int, whole: Counter[str], lost: Counter[str]) -> RuleEffect:
    without = figure({kind: whole[kind] - lost[kind] for kind in COUNTS}).f1
    gain = figure(whole).f1 - without
    costs = lost["EXTRA"] + lost["SPLIT"] + lost["WRONG"]
    return RuleEffect(area, rule, rows, lost["RIGHT"], costs, without, gain)
