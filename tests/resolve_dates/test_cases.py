"""Sentences with the dates that they hold, as data; known failures are strict xfail."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from .conftest import Read

CASES: list[dict[str, Any]] = [
    case
    for name in ("cases.toml", "cases_wider.toml")
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
]


def _parameters() -> list[Any]:
    return [
        pytest.param(
            case,
            id=f"{number}-{case['text'][:40]}",
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for number, case in enumerate(CASES)
    ]


@pytest.mark.parametrize("case", _parameters())
def test_case(case: dict[str, Any], dates_of: Read) -> None:
    found = dates_of(case["text"], case.get("published"))
    assert [f"{mention.text} = {_told(mention)}" for mention in found] == case["dates"]
    if "relative" in case:
        assert [mention.relative for mention in found] == case["relative"]
    if "anchors" in case:
        assert [mention.anchor or "" for mention in found] == case["anchors"]


def _told(mention: Any) -> str:
    """The value, and where it is a range its last day too; null as a question mark."""
    if mention.value is None:
        return "?"
    is_range = mention.date_end is not None and mention.rule in RANGE_RULES
    return f"{mention.value}..{mention.date_end}" if is_range else str(mention.value)


RANGE_RULES = {
    "days of a month", "days of a month in another language", "month and days", "day to day", "US day to day",
    "months", "years", "decade", "days in digits", "days in digits, no year", "days in digits with hyphens",
    "ISO days", "weekdays",
    "parts of months",
}  # fmt: skip
