"""A dataset measured against gold labels: every figure, and the errors behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.ablation import RuleEffect, rule_effects
from pipeline.evaluate.compare import Comparison
from pipeline.evaluate.errors import ErrorRow, error_rows
from pipeline.evaluate.figures import Figure, figure, figures_by_area
from pipeline.evaluate.labels import read_gold, read_parts
from pipeline.evaluate.predicted import read_dataset
from pipeline.evaluate.reliability import Bin, reliability, share_right
from pipeline.evaluate.verdict import Judgement, Verdict

__all__ = ["Evaluation", "evaluate"]

REST = "tuning"  # the part of pages that parts.toml does not name
CONFIDENT = 0.8


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a dataset is worth by a gold set.

    `figures` goes by area, `parts` by part of the gold set and area, `event_types` by event type.
    """

    figures: Mapping[str, Figure]
    parts: Mapping[str, Mapping[str, Figure]]
    event_types: Mapping[str, Figure]
    reliability: tuple[Bin, ...]
    confident_right: tuple[float, int]
    rules: tuple[RuleEffect, ...]
    pages_missing: tuple[str, ...]
    errors: tuple[ErrorRow, ...]


def evaluate(dataset: Path, gold: Path) -> Evaluation:
    """Measure the dataset in a folder of Parquet tables by a folder of gold labels.

    `parts.toml` beside the folder of labels names parts of the gold set that are reported apart.

    Raises PipelineError where there are no gold labels, or a file cannot be read.
    """
    pages = read_gold(gold)
    parts = read_parts(gold.parent / "parts.toml")
    comparison = Comparison(read_dataset(dataset), pages)
    judgements = tuple(comparison.judgements())
    verdicts = tuple(row for row in judgements if isinstance(row, Verdict))
    return Evaluation(
        figures=figures_by_area(judgements),
        parts=_parts(judgements, [page.page for page in pages], parts),
        event_types=_event_types(verdicts),
        reliability=reliability(verdicts),
        confident_right=share_right(verdicts, CONFIDENT),
        rules=rule_effects(comparison),
        pages_missing=comparison.pages_missing,
        errors=error_rows(verdicts, {pair.scope.page: pair.scope.text for pair in comparison.pairs}),
    )


def _parts(
    judgements: Sequence[Judgement], pages: Iterable[str], parts: Mapping[str, frozenset[str]]
) -> dict[str, Mapping[str, Figure]]:
    if not parts:
        return {}
    named = frozenset().union(*parts.values())
    members = {REST: frozenset(pages) - named, **parts}
    return {
        name: figures_by_area(row for row in judgements if row.page in chosen)
        for name, chosen in sorted(members.items())
    }


def _event_types(verdicts: Iterable[Verdict]) -> dict[str, Figure]:
    """By the gold type; what is extra, by the predicted type."""
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        if verdict.area == "event" and verdict.label:
            kinds[verdict.label][verdict.kind] += 1
    return {name: figure(counts) for name, counts in sorted(kinds.items())}
