"""The labels speak of what stands in the pages."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in (HERE / "labels").glob("*.json"))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


def _page(name: str) -> tuple[str, dict[str, Any]]:
    with (HERE / "pages" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        raw = file.read()
    return raw, json.loads((HERE / "labels" / f"{name}.json").read_text(encoding="utf-8"))


def test_every_page_has_labels() -> None:
    assert sorted(path.stem for path in (HERE / "pages").iterdir()) == NAMES
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_labels_quote_the_page(name: str) -> None:
    raw, labels = _page(name)
    end = 0
    for item in labels["items"]:
        assert end <= item["start"] < item["end"] <= len(raw)
        end = item["end"]
        text = raw[item["start"] : end]
        assert text == text.strip()
        quotes = [item["headline"] or "", *(row["text"] for row in item["dates"] + item["typos"])]
        for kind in ("persons", "organizations", "places"):
            quotes += [form for row in item[kind] for form in (row["name"], *row["aliases"])]
        for event in item["events"]:
            for telling in (event, *event.get("also", [])):
                quotes += [telling["trigger"], telling["sentence_prefix"]]
        missing = [quote for quote in quotes if quote not in _plain(text)]
        assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_events_name_what_the_item_names(name: str) -> None:
    _, labels = _page(name)
    for item in labels["items"]:
        for event in item["events"]:
            for kind in ("persons", "organizations"):
                known = {row["name"] for row in item[kind]}
                assert {row["name"] for row in event[kind]} <= known
            places = {event["place"], *event.get("place_also", [])} - {None}
            assert places <= {row["name"] for row in item["places"]}
