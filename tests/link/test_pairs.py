"""The table of name pairs: no false join, and nearly all true ones."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from pipeline.link import link
from tests.link.corpus import corpus

TABLE = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
MARK = {"person": "p", "organization": "o", "place": "l"}
PAIRS = [
    (kind, where, truth, left, right)
    for kind, places in TABLE.items()
    for where, truths in places.items()
    for truth, pairs in truths.items()
    for left, right in pairs
]


def outcome(kind: str, where: str, left: str, right: str) -> str:
    mark = MARK[kind]
    if where == "page":
        pages = {"a": [f"Yesterday [{mark} {left}] spoke. Later [{mark} {right}] left."]}
    else:
        pages = {"a": [f"Yesterday [{mark} {left}] spoke."], "b": [f"Later [{mark} {right}] left."]}
    linked, _, doubts = link(*corpus(pages))
    if len({m.entity_id for m in linked}) == 1:
        return "same"
    return "doubtful" if doubts else "different"


@pytest.mark.parametrize(
    ("kind", "where", "left", "right"),
    [p[:2] + p[3:] for p in PAIRS if p[2] != "same"],
)
def test_two_stay_two(kind: str, where: str, left: str, right: str) -> None:
    assert outcome(kind, where, left, right) != "same"


def test_nearly_all_names_of_one_are_joined() -> None:
    true = [p for p in PAIRS if p[2] == "same"]
    apart = [p for p in true if outcome(p[0], p[1], p[3], p[4]) != "same"]
    assert len(PAIRS) >= 400
    assert len(apart) <= 0.05 * len(true), apart


@pytest.mark.parametrize(("left", "right"), TABLE["person"]["corpus"]["doubtful"])
def test_doubtful_pairs_are_listed(left: str, right: str) -> None:
    assert outcome("person", "corpus", left, right) == "doubtful"
