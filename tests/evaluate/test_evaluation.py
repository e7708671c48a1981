"""What the evaluation reports beside the figures: errors, parts, confidence, rules, files."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from perfect import Tables, change, drop, write_dataset
from small_set import LABELS, measured, small

from pipeline.errors import PipelineError
from pipeline.evaluate import evaluate, write_metrics
from pipeline.evaluate.figures import b_cubed
from pipeline.evaluate.fold import Folding, plain
from pipeline.evaluate.labels import read_gold
from pipeline.evaluate.verdict import Unit
from pipeline.schema.dataset import MentionRow, Person


def with_invented_person(tables: Tables, rule: str = "guess") -> Tables:
    tables["people"].append(Person("nobody", "=Nobody()", (), 1, 1, None, None))
    item = tables["items"][0]
    row = MentionRow("x", item.item_id, "person", "nobody", "Nobody", item.start + 60, item.start + 66, rule)
    tables["mentions"].append(row)
    return tables


def without_page(tables: Tables, page: str) -> Tables:
    lost = {item.item_id for item in tables["items"] if item.page_id == page}
    for name in ("pages", "page_texts", "items", "corrections"):
        drop(tables[name], lambda row: row.page_id == page)
    for name in ("mentions", "dates", "event_mentions"):
        drop(tables[name], lambda row: row.item_id in lost)
    return tables


def test_a_missed_name_is_listed_with_its_words(tmp_path: Path) -> None:
    tables = small()
    drop(tables["mentions"], lambda row: row.entity_id == "oser")
    (error,) = measured(tables, tmp_path).errors
    assert (error.area, error.page, error.kind, error.gold) == ("person", "north", "MISSED", "Pavel Oser")
    page = (LABELS.parent / "pages/north.txt").read_text("utf-8")
    assert error.start == page.index("Pavel Oser")
    assert "Pavel Oser were detained" in (error.sentence or "")


def test_an_invented_name_is_listed_where_it_was_found(tmp_path: Path) -> None:
    (error,) = measured(with_invented_person(small()), tmp_path).errors
    assert (error.area, error.kind, error.got, error.start) == ("person", "EXTRA", "=Nobody()", 60)


def test_a_missed_event_is_one_error_not_three(tmp_path: Path) -> None:
    tables = small()
    drop(tables["event_mentions"], lambda row: row.event_id == "volt-free")
    (error,) = measured(tables, tmp_path).errors
    assert (error.area, error.kind, error.gold) == ("event", "MISSED", "release: was released")


def test_a_labelled_page_that_the_dataset_lacks_counts_as_missed(tmp_path: Path) -> None:
    found = measured(without_page(small(), "south"), tmp_path)
    assert found.pages_missing == ("south",)
    assert found.figures["items"].r == pytest.approx(2 / 3)
    assert [(row.kind, row.got) for row in found.errors if row.area == "person"] == [
        ("MISSED", "(item not found)")
    ]
    assert ("items", "south", "MISSED") in {(row.area, row.page, row.kind) for row in found.errors}


def test_parts_of_the_gold_set_are_measured_apart(tmp_path: Path) -> None:
    tables = small()
    drop(tables["event_mentions"], lambda row: row.event_id == "volt-spoke")
    parts = measured(tables, tmp_path).parts
    assert {name: figures["event"].n for name, figures in parts.items()} == {"aside": 2, "tuning": 4}
    assert {name: figures["event"].r for name, figures in parts.items()} == {"aside": 0.5, "tuning": 1.0}


def test_event_types_are_measured_apart(tmp_path: Path) -> None:
    tables = small()
    change(tables["events"], lambda event: event.event_type == "release", event_type="award")
    types = measured(tables, tmp_path).event_types
    assert (types["release"].r, types["release"].n) == (0, 1)
    assert (types["award"].p, types["award"].n) == (0, 0)
    assert (types["detention"].f1, types["detention"].n) == (1, 2)


def test_confidence_is_held_against_what_is_right(tmp_path: Path) -> None:
    tables = small()
    change(tables["events"], lambda event: event.event_id == "archive-closed", confidence=0.35)
    made_up = replace(tables["events"][0], event_id="made-up", event_type="fine", confidence=1.0)
    tables["events"].append(made_up)
    telling = replace(tables["event_mentions"][0], event_id="made-up", trigger_start=900)
    tables["event_mentions"].append(telling)
    found = measured(tables, tmp_path)
    bins = {round(b.low, 1): (b.predicted, b.right) for b in found.reliability if b.predicted}
    assert bins == {0.3: (1, 1), 0.9: (6, 5)}
    assert found.confident_right == (pytest.approx(5 / 6), 6)


def test_the_worth_of_a_rule(tmp_path: Path) -> None:
    tables = with_invented_person(small())
    change(tables["mentions"], lambda row: row.entity_id == "oser", rule="title before the name")
    effects = {(e.area, e.rule): e for e in measured(tables, tmp_path).rules}
    guess = effects["person", "guess"]
    assert (guess.rows, guess.adds, guess.costs) == (1, 0, 1)
    assert guess.f1_without == 1.0
    assert guess.gain == pytest.approx(6 / 7 - 1)
    title = effects["person", "title before the name"]
    assert (title.rows, title.adds, title.costs) == (1, 1, 0)
    assert title.gain > 0


def test_files_are_the_same_each_time_and_run_no_formula(tmp_path: Path) -> None:
    found = measured(with_invented_person(small()), tmp_path)
    for folder in ("a", "b"):
        write_metrics(found, tmp_path / folder / "metrics.json")
    first, second = (
        {file.name: file.read_bytes() for file in (tmp_path / folder).rglob("*.*")} for folder in "ab"
    )
    assert first == second
    assert set(first) == {
        "metrics.json", "figures.csv", "event_types.csv", "reliability.csv", "rules.csv", "errors.csv",
        "figures.md", "reliability.svg",
    }  # fmt: skip
    metrics = json.loads(first["metrics.json"])
    assert metrics["person"] == {"p": 0.75, "r": 1.0, "f1": 0.857, "n": 3}
    assert metrics["parts"]["aside"]["person"]["f1"] == 1.0
    (row,) = csv.DictReader(first["errors.csv"].decode().splitlines())
    assert row["got"] == "'=Nobody()"


def test_the_page_shows_parts_rules_and_a_plot(tmp_path: Path) -> None:
    tables = with_invented_person(small())
    change(tables["events"], lambda event: event.event_id == "archive-closed", confidence=0.35)
    write_metrics(measured(tables, tmp_path), tmp_path / "metrics.json")
    page = (tmp_path / "plots/figures.md").read_text("utf-8")
    assert "| area | p | r | f1 | n | f1, aside | f1, tuning |" in page
    assert "| person | 0.750 | 1.000 | 0.857 | 3 | 1.000 | 0.800 |" in page
    assert "| person | `guess` | 1 | 0 | 1 | -0.143 |" in page
    plot = ElementTree.fromstring((tmp_path / "plots/reliability.svg").read_text("utf-8"))
    dots = plot.findall("{http://www.w3.org/2000/svg}circle")
    assert [dot.get("cx") for dot in dots] == ["155", "320"]  # 0.35 and 0.9 of 300 pixels, after 50


def test_no_gold_labels_is_an_error_of_one_line(tmp_path: Path) -> None:
    write_dataset(small(), tmp_path)
    with pytest.raises(PipelineError, match="no gold labels") as caught:
        evaluate(tmp_path, tmp_path / "nowhere")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "JSONDecodeError"),
        ("[]", "TypeError"),
        ('{"page": "a"}', "'items' is missing"),
        ('{"page": "a", "items": [{"start": 1}]}', "'end' is missing"),
    ],
)
def test_a_broken_label_file_is_named(text: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text(text)
    with pytest.raises(PipelineError, match=r"broken\.json: no label file") as caught:
        evaluate(tmp_path, tmp_path)
    assert problem in str(caught.value) and "\n" not in str(caught.value)


def test_the_label_file_that_the_docs_show_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "measuring.md").read_text(encoding="utf-8")
    (tmp_path / "a.json").write_text(page.split("```json\n")[1].split("```")[0], encoding="utf-8")
    (gold,) = read_gold(tmp_path)
    (item,) = gold.items
    (event,) = item.events
    assert (gold.page, item.headline, len(item.entities), len(gold.typos)) == (
        "bulletin-12", "Editor released in Lagos", 2, 1,
    )  # fmt: skip
    assert [telling.trigger for telling in event.tellings] == ["released", "let go"]
    assert [(part.name, part.role) for part in event.participants] == [("Ngozi Bello", "target")]


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    (write_dataset(small(), tmp_path) / "events.parquet").unlink()
    with pytest.raises(PipelineError, match=r"events\.parquet"):
        evaluate(tmp_path, LABELS)


def test_a_broken_list_of_parts_is_named(tmp_path: Path) -> None:
    shutil.copytree(LABELS, tmp_path / "labels")
    (tmp_path / "parts.toml").write_text('parts = "south"')
    with pytest.raises(PipelineError, match=r"parts\.toml"):
        evaluate(write_dataset(small(), tmp_path / "dataset"), tmp_path / "labels")


def test_b_cubed_of_two_clusters_joined() -> None:
    units = [Unit("joining", "a", (str(n),), gold, "one") for n, gold in enumerate("xxyy")]
    assert b_cubed(units).p == 0.5
    assert b_cubed(units).r == 1.0


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kept=st.lists(st.booleans(), min_size=40, max_size=40))
def test_what_is_left_out_costs_recall_and_no_precision(kept: list[bool], tmp_path: Path) -> None:
    tables = small()
    for name in ("mentions", "dates", "event_mentions"):
        tables[name] = [row for row, keep in zip(tables[name], kept, strict=False) if keep]
    figures = measured(tables, tmp_path).figures
    for area in ("person", "organization", "place", "date", "event", "joining"):
        assert figures[area].p == 1 or figures[area].p == figures[area].r == 0


@given(st.text())
def test_folding_again_changes_nothing_more_for_plain_ascii(text: str) -> None:
    once = plain("".join(character for character in text if character.isascii() and character not in "&<"))
    assert plain(once) == once


@given(st.text(max_size=40))
def test_folding_takes_any_text(text: str) -> None:
    assert Folding([(text, "right\\1")]).norm(text) == Folding([(text, "right\\1")]).norm(f" {text} ")
