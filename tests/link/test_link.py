"""Linking on small corpora, each written for one behaviour."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.link import link
from tests.link.corpus import corpus

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases.toml").read_text(encoding="utf-8")
)["case"]


def groups(pages: dict[str, list[str]]) -> list[list[str]]:
    """The texts of each entity's mentions, in order of their places."""
    linked, _, _ = link(*corpus(pages))
    order = {item.item_id: i for i, item in enumerate(corpus(pages)[0])}
    found: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for m in linked:
        found.setdefault((m.entity_kind, m.entity_id), []).append((order[m.item_id], m.start, m.text))
    return sorted([text for _, _, text in sorted(spots)] for spots in found.values())


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for c in CASES if not c.get("fails")])
def test_case(case: dict[str, Any]) -> None:
    if "groups" in case:
        assert groups(case["pages"]) == sorted(case["groups"])
    entities = {e.entity_id: e for e in link(*corpus(case["pages"]))[1]}
    for entity_id, expected in case.get("entities", {}).items():
        entity = entities[entity_id]
        found = {field: getattr(entity, field) for field in expected}
        assert found | {"aliases": list(entity.aliases)} == {"aliases": list(entity.aliases)} | expected


@pytest.mark.parametrize("case", [pytest.param(c, id=c["label"]) for c in CASES if c.get("fails")])
@pytest.mark.xfail(strict=True)
def test_known_failure(case: dict[str, Any]) -> None:
    assert groups(case["pages"]) == sorted(case["groups"])


def test_surname_of_two_relatives_is_listed_for_review() -> None:
    text = "[p Henadz Barysevich] was fined, said [p Nina Barysevich]. [p Barysevich] left."
    doubts = link(*corpus({"a": [text]}))[2]
    assert {(d.left_id, d.right_id) for d in doubts} == {
        ("barysevich-a", "henadz-barysevich"),
        ("barysevich-a", "nina-barysevich"),
    }
