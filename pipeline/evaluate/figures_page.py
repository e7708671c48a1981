"""The figures as a page of Markdown: by part, by event type, by confidence, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import Any

from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.reliability import calibration_error

__all__ = ["figures_page"]

TITLE = """# Figures

How they are measured: [measuring](../../docs/measuring.md). Written by `python -m pipeline evaluate`."""

CONFIDENCE = """## Confidence

Of the events that claim a confidence, how many are right? On the dashed line both are the same.

![Share of right events by confidence](reliability.svg)"""

RULES = """## Rules

What each rule is worth: the F1 of its area falls by `gain` without its rows; `adds` is what only it
gets right, `costs` what only it gets wrong. Rules whose rows others would make too gain nothing."""


def figures_page(evaluation: Evaluation) -> str:
    """The page; it looks for reliability.svg beside it."""
    sections = (
        TITLE,
        _areas(evaluation),
        _event_types(evaluation),
        _confidence(evaluation),
        _rules(evaluation),
    )
    return "\n\n".join(sections) + "\n"


def _areas(evaluation: Evaluation) -> str:
    parts = evaluation.parts
    header = ("area", "p", "r", "f1", "n", *(f"f1, {part}" for part in parts))
    return _table(
        header,
        [
            (area, *astuple(figure), *(figures[area].f1 for figures in parts.values()))
            for area, figure in evaluation.figures.items()
        ],
    )


def _event_types(evaluation: Evaluation) -> str:
    rows = [(name, *astuple(figure)) for name, figure in evaluation.event_types.items()]
    return "## Event types\n\n" + _table(("type", "p", "r", "f1", "n"), rows)


def _confidence(evaluation: Evaluation) -> str:
    bins, (share, number) = evaluation.reliability, evaluation.confident_right
    said = f"Above 0.8 are {number} events, of which {share:.3f} are right."
    error = f"Expected calibration error: {calibration_error(bins):.3f}."
    rows = [
        (f"{bin.low:.1f} to {bin.high:.1f}", bin.predicted, bin.claimed, bin.share_right)
        for bin in bins
        if bin.predicted
    ]
    table = _table(("confidence", "events", "claimed", "right"), rows)
    return f"{CONFIDENCE}\n\n{error} {said}\n\n{table}"


def _rules(evaluation: Evaluation) -> str:
    rows = [(e.area, f"`{e.rule}`", e.rows, e.adds, e.costs, e.gain) for e in evaluation.rules]
    return f"{RULES}\n\n" + _table(("area", "rule", "rows", "adds", "costs", "gain"), rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A Markdown table.

    >>> print(_table(("area", "f1"), [("event", 0.93751)]))
    | area | f1 |
    | --- | --- |
    | event | 0.938 |
    """
    lines = [header, ["---"] * len(header), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value).replace("|", r"\|")
