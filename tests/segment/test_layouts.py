"""Pages in many layouts, as data in the files layouts*.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.saving_notes import retrieval_day
from pipeline.schema.flow import RawItem, SourcePage
from pipeline.segment import segment_page

CASES = [
    case
    for name in (
        "layouts.toml",
        "layouts_more.toml",
        "layouts_varied.toml",
        "layouts_invented.toml",
        "layouts_courts.toml",
        "layouts_web.toml",
        "layouts_wider.toml",
        "layouts_bulletins.toml",
        "layouts_profiles.toml",
        "layouts_newsrooms.toml",
        "layouts_dockets.toml",
        "layouts_appeals.toml",
        "layouts_days.toml",
        "layouts_mixtures.toml",
        "layouts_sites.toml",
        "layouts_offices.toml",
        "layouts_movements.toml",
        "layouts_plain.toml",
        "layouts_records.toml",
        "layouts_desks.toml",
        "layouts_datings.toml",
    )
    for case in tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["case"]
]
LENGTH = {"day": 10, "month": 7, "year": 4}


def _param(case: dict[str, Any]) -> Any:
    known = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(case, id=case["name"], marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_layout(case: dict[str, Any]) -> None:
    text = case["page"]
    page = SourcePage("p", "p.txt", "", case.get("title"), None, retrieval_day(text), "en", text)
    items = segment_page(page)[0]
    told = [
        [_headline(text, item), _published(item), *_ends(text, item, wanted)]
        for item, wanted in zip(items, case["items"], strict=False)
    ]
    extra = [text[item.start : item.end][:40] for item in items[len(told) :]]
    assert (told, extra) == (case["items"], [])
    if "layout" in case:
        assert {item.layout for item in items} == {case["layout"]}
    if "source" in case:
        assert [item.published_source for item in items] == case["source"]
    if "truncated" in case:
        assert [item.truncated for item in items] == case["truncated"]


def _headline(text: str, item: RawItem) -> str:
    return " ".join(text[block.start : block.end] for block in item.blocks if block.kind == "headline")


def _published(item: RawItem) -> str:
    if item.published_on is None or item.published_precision is None:
        return ""
    return item.published_on.isoformat()[: LENGTH[item.published_precision]]


def _ends(text: str, item: RawItem, wanted: list[str]) -> tuple[str, str]:
    said = text[item.start : item.end]
    return said[: len(wanted[2])], said[-len(wanted[3]) :]
