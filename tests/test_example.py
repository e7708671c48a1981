"""The example page, read as its analyst would: what must stand in the tables."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
Tables = dict[str, list[dict[str, Any]]]
GOLD = json.loads(
    (ROOT / "tests/gold/labels/solidarity-with-the-civil-society.json").read_text(encoding="utf-8")
)
RAW = (ROOT / "raw/solidarity-with-the-civil-society.txt").read_bytes().decode("utf-8")


def events(tables: Tables, event_type: str, **wanted: object) -> list[dict[str, Any]]:
    found = [event for event in tables["events"] if event["event_type"] == event_type]
    return [e for e in found if all(e[key] == value for key, value in wanted.items())]


def names(event: dict[str, Any]) -> set[tuple[str, str]]:
    return {(part["name"], part["role"]) for part in event["people"] + event["organizations"]}


def test_items_are_the_gold_items(tables: Tables) -> None:
    cut = [(i["start"], i["end"], i["headline"], i["published_on"]) for i in tables["items"]]
    gold = [
        (
            i["start"],
            i["end"],
            i["headline"],
            date.fromisoformat(d) if (d := i["published"]["date"]) else None,
        )
        for i in GOLD["items"]
    ]
    assert cut == gold


def test_bialiatskis_arrest_is_one_event_told_in_three_items(tables: Tables) -> None:
    (arrest,) = events(tables, "arrest")
    assert arrest["date_start"] == date(2011, 8, 4) and arrest["date_precision"] == "day"
    assert arrest["place_name"] == "Minsk"
    assert names(arrest) == {("Ales Bialiatski", "target")}
    assert len(arrest["item_ids"]) == 3
    told = [m for m in tables["event_mentions"] if m["event_id"] == arrest["event_id"]]
    assert {RAW[m["trigger_start"] : m["trigger_end"]].split()[-1] for m in told} <= {"arrested", "arrest"}


def test_moscow_pickets(tables: Tables) -> None:
    (pickets,) = events(tables, "protest", date_start=date(2012, 8, 3))
    assert pickets["place_name"] == "Chistoprudny Boulevard"


def test_berlin_picket_and_exhibition_by_amnesty(tables: Tables) -> None:
    for kind in ("protest", "exhibition_or_campaign"):
        (found,) = events(tables, kind, date_start=date(2012, 6, 19))
        assert ("Amnesty International", "actor") in names(found)


def test_defenders_held_in_berlin_are_not_detained(tables: Tables) -> None:
    assert events(tables, "detention") == []


def test_dispersal_is_dated_from_18_months_since(tables: Tables) -> None:
    (dispersal,) = events(tables, "dispersal")
    assert dispersal["date_start"] == date(2010, 12, 19)


def test_statements_and_letter(tables: Tables) -> None:
    (belhassen,) = [e for e in events(tables, "statement") if ("Souhayr Belhassen", "actor") in names(e)]
    assert belhassen["date_start"] == date(2012, 8, 2)
    (amnesty,) = [e for e in events(tables, "statement") if ("Amnesty International", "actor") in names(e)]
    assert amnesty["date_start"] == date(2012, 8, 2)
    (letter,) = [
        e for e in events(tables, "appeal_or_letter") if ("Amnesty International", "actor") in names(e)
    ]
    assert letter["date_start"] == date(2012, 8, 2)
    committee = [e for e in events(tables, "statement") if any("Committee" in name for name, _ in names(e))]
    assert [e["date_start"] for e in committee] == [None]


def test_sentence(tables: Tables) -> None:
    (sentence,) = events(tables, "sentence")
    assert names(sentence) == {("Ales Bialiatski", "target")}


def test_teh_is_repaired_and_nothing_else_respelt(tables: Tables) -> None:
    respelt = [(c["original"], c["corrected"]) for c in tables["corrections"] if c["kind"] == "spelling"]
    assert respelt == [("teh", "the")]


@pytest.mark.parametrize("kind", ["person", "organization", "place"])
def test_names_are_the_gold_names(tables: Tables, kind: str) -> None:
    column = {"person": "persons", "organization": "organizations", "place": "places"}[kind]
    for item, gold in zip(tables["items"], GOLD["items"], strict=True):
        found: dict[str, set[str]] = {}
        for mention in tables["mentions"]:
            if mention["item_id"] == item["item_id"] and mention["entity_kind"] == kind:
                found.setdefault(mention["entity_id"], set()).add(mention["text"])
        wanted = [{g["name"], *g["aliases"]} for g in gold[column] if not g.get("unsure")]
        for forms in wanted:
            assert sum(bool(forms & written) for written in found.values()) == 1, (forms, found)
        assert len(found) <= len(gold[column]), (found, gold[column])


def test_dates(tables: Tables) -> None:
    right = total = 0
    for item, gold in zip(tables["items"], GOLD["items"], strict=True):
        rows = {(d["text"], d["value"]) for d in tables["dates"] if d["item_id"] == item["item_id"]}
        wanted = {(d["text"], d["value"]) for d in gold["dates"] if not d.get("unsure")}
        right += len(wanted & rows)
        total += len(wanted)
    assert right >= total - 1
    assert ("exactly one year ago on this day", "2011-08-04") in {
        (d["text"], d["value"]) for d in tables["dates"]
    }


def test_every_offset_slices_back(tables: Tables) -> None:
    for row in tables["dates"] + tables["mentions"]:
        assert " ".join(RAW[row["start"] : row["end"]].split()) == row["text"]
    for row in tables["corrections"]:
        assert RAW[row["start"] : row["end"]] == row["original"]
    for row in tables["event_mentions"]:
        assert " ".join(RAW[row["trigger_start"] : row["trigger_end"]].split()) == row["trigger"]
        assert row["start"] <= row["trigger_start"] < row["trigger_end"] <= row["end"]
