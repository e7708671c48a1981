"""What is decided in the browser is what the curation files take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.curation import load_decisions
from pipeline.report import report_page
from tests.report.rows_made_up import made_up

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]

TEXTS = ['Seized, "they" say, was Ada\r\nin 😀 town\r\n  A second line, with more', *["Held was Ada"] * 9]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(report_page(made_up(TEXTS)), encoding="utf-8", newline="")
    return path


def downloaded(page: Page, file: str, folder: Path) -> list[dict[str, str]]:
    """The rows of a curation file that the page hands out, read as the pipeline reads them."""
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Decisions").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=f"Download {file}.csv").click()
    assert download.value.suggested_filename == f"{file}.csv"
    download.value.save_as(folder / f"{file}.csv")
    return [dict(row.cells) for row in load_decisions(folder, file)]


def test_events_are_rejected_confirmed_and_corrected(report: Path, tmp_path: Path, visit: Open) -> None:
    page = visit(report, "#/event/event-0").page
    page.get_by_role("button", name="Reject").click()
    page.evaluate("location.hash = '#/event/event-1'")
    page.get_by_role("button", name="Right as it stands").click()
    page.evaluate("location.hash = '#/event/event-2'")
    correct = page.get_by_role("button", name="Correct …")
    correct.click()
    assert correct.get_attribute("aria-expanded") == "true"
    form = page.locator(".event-form")
    form.get_by_label("Type").select_option("detention")
    form.get_by_label("Date").fill("2011-08")
    form.get_by_role("group", name="People").get_by_label("Role").select_option("actor")
    form.get_by_role("button", name="Keep this correction").click()
    rows = downloaded(page, "events", tmp_path)
    blank = dict.fromkeys(("event_type", "date", "place", "people", "organizations", "note"), "")
    where = {"page_id": "page-0", "start": "0", "end": "7", "words": "Seized,"}
    assert rows[0] == blank | where | {"decision": "reject", "event_type": "arrest"}
    where = {"page_id": "page-1", "start": "0", "end": "4", "words": "Held"}
    assert rows[1] == blank | where | {"decision": "set"}
    assert rows[2] == blank | where | {
        "page_id": "page-2", "decision": "set", "event_type": "detention", "date": "2011-08",
        "people": "person-0:actor",
    }  # fmt: skip


def test_two_names_are_one_or_two(report: Path, tmp_path: Path, visit: Open) -> None:
    page = visit(report, "#/doubtful?show=pairs").page
    page.get_by_role("button", name="Not the same").click()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Same, called Ada 1").click()
    assert downloaded(page, "entities", tmp_path) == [
        {"decision": "same", "kind": "person", "entity": "person-1", "other": "person-0", "note": ""}
    ]


def test_an_item_is_split_where_its_page_says_so(report: Path, tmp_path: Path, visit: Open) -> None:
    page = visit(report, "#/doubtful?show=items").page
    card = page.locator(".card").first
    card.get_by_role("button", name="Show the lines").click()
    card.get_by_role("button", name="A new item begins here").nth(1).click()
    (row,) = downloaded(page, "items", tmp_path)
    assert row["decision"] == "split" and row["page_id"] == "page-0"
    at = int(row["at"])
    assert TEXTS[0][at:].startswith(row["words"]) and row["words"] == "A second line, with more"


def test_decisions_outlive_the_visit(report: Path, visit: Open) -> None:
    page = visit(report, "#/event/event-0").page
    page.get_by_role("button", name="Reject").click()
    assert page.get_by_role("button", name="Undo").evaluate("node => node === document.activeElement")
    page.reload()
    page.get_by_role("button", name="Undo").click()
    assert page.get_by_role("button", name="Reject").count() == 1


def test_words_of_a_page_become_no_formula(tmp_path: Path, visit: Open) -> None:
    path = tmp_path / "report.html"
    path.write_text(report_page(made_up(["=2+5 was what Ada said"])), encoding="utf-8")
    page = visit(path, "#/event/event-0").page
    page.get_by_role("button", name="Reject").click()
    (row,) = downloaded(page, "events", tmp_path)
    assert row["words"] == "=2+5"
    assert ",'=2+5," in (tmp_path / "events.csv").read_text(encoding="utf-8")
