"""Repairs and what must stay, as data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def _parameters() -> list[object]:
    """The cases; an accidental repair of a known failure is to be noticed."""
    fails = pytest.mark.xfail(strict=True, reason="known failure")
    return [
        pytest.param(case, id=case["label"], marks=[fails] if case["expect"] == "fail" else [])
        for case in CASES
    ]


@pytest.mark.parametrize("case", _parameters())
def test_case(case: dict[str, str], normalize: Callable[..., tuple]) -> None:
    _, item, _ = normalize(case["original"])
    assert item.text == case["fixed"]


@pytest.mark.parametrize("fixed", [case["fixed"] for case in CASES], ids=[case["label"] for case in CASES])
def test_a_repaired_text_stays(fixed: str, normalize: Callable[..., tuple]) -> None:
    _, item, corrections = normalize(fixed)
    assert item.text == fixed
    assert corrections == []
