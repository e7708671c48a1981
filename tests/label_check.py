"""What every set of labelled pages must fulfil: the labels speak of what stands in the pages.

A set is a folder with `pages/NAME.txt` and `labels/NAME.json`; the labels are of the form of `tests/gold`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any


def plain(text: str) -> str:
    """The text with runs of white space made one space and soft hyphens dropped, as in the labels."""
    return re.sub(r"\s+", " ", text.replace("\u00ad", ""))


def label_names(folder: Path) -> list[str]:
    """The names of the pages that have labels, sorted."""
    return sorted(path.stem for path in (folder / "labels").glob("*.json"))


def page_names(folder: Path) -> list[str]:
    """The names of the pages, sorted."""
    return sorted(path.stem for path in (folder / "pages").iterdir())


def read_page(folder: Path, name: str) -> tuple[str, dict[str, Any]]:
    """A page, its newlines untouched, and its labels."""
    with (folder / "pages" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
        raw = file.read()
    return raw, json.loads((folder / "labels" / f"{name}.json").read_text(encoding="utf-8"))


def misplaced_items(raw: str, labels: dict[str, Any]) -> list[tuple[int, int]]:
    """Spans of items that overlap the one before, leave the page or have white space at an end."""
    wrong = []
    last = 0
    for item in labels["items"]:
        start, end = item["start"], item["end"]
        text = raw[start:end]
        if not last <= start < end <= len(raw) or text != text.strip():
            wrong.append((start, end))
        last = end
    return wrong


def missing_quotes(raw: str, labels: dict[str, Any]) -> list[str]:
    """Headlines, names, dates, typos, triggers and sentence prefixes that do not stand in their item."""
    missing = []
    for item in labels["items"]:
        text = plain(raw[item["start"] : item["end"]])
        missing += [quote for quote in _quotes(item) if quote not in text]
    return missing


def unlisted_names(labels: dict[str, Any]) -> list[str]:
    """People, organisations and places of events that are not among the names of their item."""
    unlisted = []
    for item in labels["items"]:
        known = {kind: {row["name"] for row in item[kind]} for kind in ("persons", "organizations", "places")}
        for event in item["events"]:
            for kind in ("persons", "organizations"):
                unlisted += [row["name"] for row in event[kind] if row["name"] not in known[kind]]
            places = [event["place"], *event.get("place_also", [])]
            unlisted += [place for place in places if place and place not in known["places"]]
    return unlisted


def _quotes(item: dict[str, Any]) -> list[str]:
    quotes = [item["headline"] or "", *(row["text"] for row in item["dates"] + item["typos"])]
    for kind in ("persons", "organizations", "places"):
        quotes += [form for row in item[kind] for form in (row["name"], *row["aliases"])]
    for event in item["events"]:
        for telling in (event, *event.get("also", [])):
            quotes += [telling["trigger"], telling["sentence_prefix"]]
    return quotes
