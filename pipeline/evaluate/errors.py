"""The errors behind each figure, one row each, with the words that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pipeline.evaluate.verdict import AREAS, FOLLOWING_AREAS, Verdict

__all__ = ["ErrorRow", "error_rows"]

AROUND = 60  # characters shown on either side of an error that has no sentence


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """A verdict that is not RIGHT. `start` counts characters of the page's text."""

    area: str
    page: str
    kind: str
    gold: str | None
    got: str | None
    start: int | None
    sentence: str | None


def error_rows(verdicts: Iterable[Verdict], texts: Mapping[str, str]) -> tuple[ErrorRow, ...]:
    """The errors by area, page and place; what is missed or extra is listed once, under its own area.

    `texts` gives the text of each page.
    """
    rows = [
        ErrorRow(v.area, v.page, v.kind, v.gold, v.got, v.start, v.sentence or _around(v, texts))
        for v in verdicts
        if v.kind != "RIGHT" and (v.area not in FOLLOWING_AREAS or v.kind == "WRONG")
    ]
    return tuple(sorted(rows, key=lambda row: (AREAS.index(row.area), row.page, row.start or 0)))


def _around(verdict: Verdict, texts: Mapping[str, str]) -> str | None:
    text = texts.get(verdict.page)
    if text is None or verdict.start is None:
        return None
    return " ".join(text[max(0, verdict.start - AROUND) : verdict.start + AROUND].split())
