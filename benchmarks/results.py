"""What was measured, beside the bar that it is held against; kept as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.machine import machine


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `at_most` or `at_least` is the bar; a figure without either is told for its own sake."""

    what: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is none."""
        if self.at_most is not None:
            return self.value <= self.at_most
        return self.value >= self.at_least if self.at_least is not None else None

    @property
    def bar(self) -> str:
        """The bar in words."""
        if self.at_most is not None:
            return f"at most {self.at_most:,g}"
        return f"at least {self.at_least:,g}" if self.at_least is not None else ""


@dataclass(frozen=True, slots=True)
class Result:
    """All figures of one measurement; `series` are points to plot, by name of the line."""

    name: str
    title: str
    figures: tuple[Figure, ...]
    series: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    machine: dict[str, str] = field(default_factory=machine)


def save(folder: Path, result: Result) -> None:
    """Write a result as folder/NAME.json."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(asdict(result), indent=2, ensure_ascii=False) + "\n"
    (folder / f"{result.name}.json").write_text(text, encoding="utf-8")


def load(folder: Path, names: Sequence[str]) -> list[Result]:
    """The results that stand in a folder, in the order of the names."""
    paths = (folder / f"{name}.json" for name in names)
    return [_result(json.loads(path.read_text(encoding="utf-8"))) for path in paths if path.exists()]


def _result(raw: dict[str, Any]) -> Result:
    figures = tuple(Figure(**figure) for figure in raw["figures"])
    series = {name: [(x, y) for x, y in points] for name, points in raw["series"].items()}
    return Result(raw["name"], raw["title"], figures, series, raw["machine"])
