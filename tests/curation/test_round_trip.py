"""Decisions outlive re-runs and new pages: two people merged, an event rejected, a date set, one stale."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from pipeline.curation.decisions import COLUMNS

Pipeline = Callable[..., subprocess.CompletedProcess[str]]
Tables = dict[str, list[dict[str, Any]]]

FIRST = """Nairobi editor arrested

12 March 2014

Police arrested the editor Wanjiru Kamau in Nairobi on 11 March 2014. She was released the next day.
"""
SECOND = """Editor goes to court

2 April 2014

The editor Shiro Kamau-Njoroge was fined by a court in Nakuru on 1 April 2014.
"""
THIRD = """Students march in Kisumu

9 May 2014

Students held a march in Kisumu on 8 May 2014. Wanjiru Kamau was detained at the march.
"""


def decide(curation: Path, file: str, *rows: dict[str, object]) -> None:
    with (curation / f"{file}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS[file], restval="")
        writer.writeheader()
        writer.writerows(rows)


def tables(output: Path) -> Tables:
    return {path.stem: pq.read_table(path).to_pylist() for path in (output / "dataset").glob("*.parquet")}


def told(found: Tables, event_type: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The only event of a type, and its telling."""
    (event,) = [e for e in found["events"] if e["event_type"] == event_type]
    telling = next(m for m in found["event_mentions"] if m["event_id"] == event["event_id"])
    return event, telling


def at(telling: dict[str, Any]) -> dict[str, object]:
    """The key of a decision about a telling."""
    page_id = telling["item_id"].split("#")[0]
    return {
        "page_id": page_id, "start": telling["trigger_start"], "end": telling["trigger_end"],
        "words": telling["trigger"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def curated(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> tuple[Tables, Tables, str]:
    """The dataset before any decision, the one after decisions and a new page, and what that run said."""
    folder = tmp_path_factory.mktemp("round")
    raw, curation, output = folder / "raw", folder / "curation", folder / "out"
    raw.mkdir()
    curation.mkdir()
    (raw / "b-first.txt").write_text(FIRST, encoding="utf-8")
    (raw / "c-second.txt").write_text(SECOND, encoding="utf-8")
    options = ("run", "--raw", raw, "--output", output, "--curation", curation)
    assert pipeline(*options).returncode == 0
    before = tables(output)
    decide(
        curation,
        "entities",
        {"decision": "same", "kind": "person", "entity": "Wanjiru Kamau", "other": "Shiro Kamau-Njoroge"},
        {"decision": "reject", "kind": "person", "entity": "Nobody At All"},
    )
    arrest, fine = told(before, "arrest")[1], told(before, "fine")[1]
    decide(
        curation,
        "events",
        {"decision": "reject", **at(arrest)},
        {"decision": "set", **at(fine), "date": "2014-03", "people": "Wanjiru Kamau:target"},
    )
    (raw / "a-third.txt").write_text(THIRD, encoding="utf-8")
    done = pipeline(*options)
    assert done.returncode == 0, done.stderr
    return before, tables(output), done.stderr


def test_two_people_are_one_and_stay_so_when_pages_come(curated: tuple[Tables, Tables, str]) -> None:
    before, after, _ = curated
    assert {p["name"] for p in before["people"]} == {"Wanjiru Kamau", "Shiro Kamau-Njoroge"}
    (person,) = [p for p in after["people"] if "Shiro Kamau-Njoroge" in p["aliases"]]
    assert person["name"] == "Wanjiru Kamau" and person["curated"] and person["item_count"] == 3


def test_a_rejected_event_stays_away(curated: tuple[Tables, Tables, str]) -> None:
    _, after, _ = curated
    assert "arrest" not in {e["event_type"] for e in after["events"]}


def test_a_date_set_by_hand_wins(curated: tuple[Tables, Tables, str]) -> None:
    _, after, _ = curated
    fine, _ = told(after, "fine")
    assert (fine["date_start"], fine["date_precision"], fine["curated"]) == (date(2014, 3, 1), "month", True)
    assert [(p["name"], p["role"]) for p in fine["people"]] == [("Wanjiru Kamau", "target")]


def test_what_was_not_decided_keeps_its_id(curated: tuple[Tables, Tables, str]) -> None:
    before, after, _ = curated
    release = [e["event_id"] for e in before["events"] if e["event_type"] == "release"]
    assert release and set(release) <= {e["event_id"] for e in after["events"]}


def test_the_stale_decision_is_reported_with_its_line(curated: tuple[Tables, Tables, str]) -> None:
    _, after, stderr = curated
    stale = [(d["file"], d["line"]) for d in after["decisions"] if not d["applied"]]
    assert stale == [("entities", 3)]
    assert "curation/entities.csv line 3" in stderr and "Nobody At All" in stderr
