"""The results as a Markdown table and plots, put into docs/performance.md between two marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.plots import plot
from benchmarks.results import Figure, Result

BEGIN, END = "<!-- figures: made by `python -m benchmarks report` -->", "<!-- end of figures -->"


def table(results: Sequence[Result]) -> str:
    """One row a figure."""
    head = "| measurement | figure | | bar | |\n| --- | --- | ---: | --- | --- |"
    return "\n".join((head, *(_row(result, figure) for result in results for figure in result.figures)))


def _row(result: Result, figure: Figure) -> str:
    verdict = {True: "met", False: "**missed**", None: ""}[figure.met]
    digits = 0 if abs(figure.value) >= 100 else 1 if abs(figure.value) >= 10 else 2
    value = f"{figure.value:,.{digits}f} {figure.unit}"
    return f"| {result.title} | {figure.what} | {value} | {figure.bar} | {verdict} |"


def write_report(results: Sequence[Result], folder: Path, page: Path) -> None:
    """Put table and plots between the marks of the page; plots go into the folder."""
    plots = [path for result in results if (path := plot(result, folder))]
    shown = "\n".join(f"![{path.stem}]({path.relative_to(page.parent)})" for path in plots)
    parts = (BEGIN, _machines(results), table(results), shown, END)
    text = page.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[-1]
    page.write_text(before + "\n\n".join(part for part in parts if part) + after, encoding="utf-8")


def _machines(results: Sequence[Result]) -> str:
    """Each machine that results are of, once."""
    found = dict.fromkeys(tuple(result.machine.items()) for result in results)
    return "\n".join(
        "Measured on: " + ", ".join(f"{name} {value}" for name, value in machine) + "." for machine in found
    )
