"""Plots of results as SVG, the same bytes for the same figures."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.results import Result

WIDTH, HEIGHT = 7.0, 2.6  # inches


def plot(result: Result, folder: Path) -> Path | None:
    """Draw a result's series as folder/NAME.svg: bars where each has one point, else a panel a line."""
    if not result.series:
        return None
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = result.name
    from matplotlib import pyplot

    single = all(len(points) == 1 for points in result.series.values())
    figure, axes = pyplot.subplots(
        1, 1 if single else len(result.series), squeeze=False, figsize=(WIDTH, HEIGHT)
    )
    if single:
        _bars(axes[0][0], result)
    else:
        for axis, (name, points) in zip(axes[0], result.series.items(), strict=True):
            _line(axis, name, points)
    figure.tight_layout()
    path = folder / f"{result.name}.svg"
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
    return path


def _bars(axis: Any, result: Result) -> None:
    values = [points[0][1] for points in result.series.values()]
    bars = axis.barh(list(result.series), values, color="#2b6cb3")
    axis.bar_label(bars, fmt="%.0f s", padding=3)
    axis.invert_yaxis()
    axis.set_xlabel("seconds, less is better")
    axis.spines[["top", "right"]].set_visible(False)


def _line(axis: Any, name: str, points: list[tuple[float, float]]) -> None:
    axis.plot(*zip(*points, strict=True), marker="o", color="#2b6cb3")
    axis.set_ylim(bottom=0)
    axis.set_xlabel("pages")
    axis.set_title(name, fontsize=10)
    axis.spines[["top", "right"]].set_visible(False)
