"""The evaluation as files: figures for `dvc metrics`, tables for `dvc plots` and for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import Any

from pipeline.evaluate.ablation import RuleEffect
from pipeline.evaluate.errors import ErrorRow
from pipeline.evaluate.evaluation import Evaluation
from pipeline.evaluate.figures import Figure
from pipeline.evaluate.figures_page import figures_page
from pipeline.evaluate.reliability import calibration_error
from pipeline.evaluate.reliability_plot import reliability_svg
from pipeline.spreadsheet import defuse
from pipeline.storage.files import write_text

__all__ = ["figure_rows", "metrics", "write_errors", "write_metrics"]

DIGITS = 3
FIGURE_COLUMNS = ("part", "area", "p", "r", "f1", "n")


def write_metrics(evaluation: Evaluation, path: Path) -> None:
    """Write metrics.json to `path`, every error with its sentence to errors.csv beside it, and tables.

    The tables are in the folder plots/ beside it: figures.csv (a row per part and area),
    event_types.csv, reliability.csv (confidence against what is right) and rules.csv (what each rule
    adds and costs); figures.md shows them all to a reader, with reliability.svg. Same evaluation,
    same bytes.
    """
    write_text(path, json.dumps(metrics(evaluation), indent=2, ensure_ascii=False) + "\n")
    write_errors(evaluation, path.with_name("errors.csv"))
    plots = path.with_name("plots")
    write_text(plots / "figures.md", figures_page(evaluation))
    write_text(plots / "reliability.svg", reliability_svg(evaluation.reliability))
    _write(plots / "figures.csv", FIGURE_COLUMNS, figure_rows(evaluation))
    types = ((name, *astuple(figure)) for name, figure in evaluation.event_types.items())
    _write(plots / "event_types.csv", ("event_type", "p", "r", "f1", "n"), types)
    bins = ((b.low, b.high, b.predicted, b.right, b.claimed, b.share_right) for b in evaluation.reliability)
    _write(plots / "reliability.csv", ("low", "high", "predicted", "right", "claimed", "share_right"), bins)
    _write(plots / "rules.csv", [f.name for f in fields(RuleEffect)], map(astuple, evaluation.rules))


def write_errors(evaluation: Evaluation, path: Path) -> None:
    """Write every error behind the figures, with its sentence, as CSV."""
    _write(path, [f.name for f in fields(ErrorRow)], map(astuple, evaluation.errors))


def figure_rows(evaluation: Evaluation) -> tuple[tuple[str, str, float, float, float, int], ...]:
    """Every figure as a row (part, area, p, r, f1, n); the part "all" comes first."""
    parts = {"all": evaluation.figures, **evaluation.parts}
    return tuple(
        (part, area, figure.p, figure.r, figure.f1, figure.n)
        for part, figures in parts.items()
        for area, figure in figures.items()
    )


def metrics(evaluation: Evaluation) -> dict[str, Any]:
    """The figures as metrics.json holds them, rounded, in a stable order."""
    share, number = evaluation.confident_right
    return {
        **_rounded(evaluation.figures),
        "parts": {part: _rounded(figures) for part, figures in evaluation.parts.items()},
        "event_types": _rounded(evaluation.event_types),
        "confidence": {
            "calibration_error": round(calibration_error(evaluation.reliability), DIGITS),
            "above_0.8": {"p": round(share, DIGITS), "n": number},
        },
        "pages_missing": len(evaluation.pages_missing),
    }


def _rounded(figures: Mapping[str, Figure]) -> dict[str, dict[str, float]]:
    return {
        name: {key: round(value, DIGITS) for key, value in asdict(figure).items()}
        for name, figure in figures.items()
    }


def _write(file: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    write_text(file, text.getvalue())


def _cell(value: Any) -> Any:
    return round(value, DIGITS) if isinstance(value, float) else defuse(value)
