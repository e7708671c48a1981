"""What is decided in the browser is what the curation files take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.curation import load_decisions
from pipeline.report import report_page
from pipeline.schema.dataset import DecisionRow, RejectedSpan
from tests.report.rows_made_up import made_up

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]

SELECTED = "Held was Ada. Later she was freed; was that all?"
LEFT_OUT = """Held was Ada 😀
Clinic 😀 shut
The clinic in town was shut last week, and two of its nurses were dismissed.
Home | News"""
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


def reopened(page: Page) -> None:
    """The page anew, once the browser's storage process has what the page gave it to keep.

    Chromium writes `localStorage` from another process; on a machine under load a page that is
    loaded anew within milliseconds can be shown the state before. Nothing is decided in between,
    so a decision that was truly lost stays lost however often the page is loaded.
    """
    for _ in range(5):
        page.reload()
        page.locator("main").wait_for()
        if page.evaluate("localStorage.length") > 0:
            return
        page.wait_for_timeout(1_000)


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


def test_text_that_is_in_no_item_is_brought_back(tmp_path: Path, visit: Open) -> None:
    rows = made_up([LEFT_OUT, "Held was Ada"])
    rows.items[0] = replace(rows.items[0], end=LEFT_OUT.index("\n"))
    rows.rejected["page-0"] = [
        RejectedSpan("page-0", LEFT_OUT.index(text), LEFT_OUT.index(text) + len(text), text, reason)
        for text, reason in zip(LEFT_OUT.split("\n")[1:], ("section_head", "page foot", "menu"), strict=True)
    ]
    path = tmp_path / "report.html"
    path.write_text(report_page(rows), encoding="utf-8", newline="")
    page = visit(path, "#/doubtful?show=left-out").page
    (card,) = page.locator(".card").all()
    assert [line.inner_text().split("\n")[-1] for line in card.locator("li").all()] == [
        "section head",
        "page foot",
    ]
    page.get_by_label("Show menus").check()
    assert card.locator("li").count() == 3
    card.get_by_label("Clinic 😀 shut").check()
    card.get_by_label("The clinic in town").check()
    card.get_by_role("button", name="Make an item of the ticked lines").click()
    page.get_by_text("An item begins at “Clinic 😀 shut”").wait_for()
    (row,) = downloaded(page, "items", tmp_path)
    assert (row["decision"], row["page_id"], row["words"]) == ("item", "page-0", "Clinic 😀 shut")
    assert LEFT_OUT[int(row["at"]) : int(row["end"])] == "\n".join(LEFT_OUT.split("\n")[1:3])
    page.evaluate("location.hash = '#/item/page-0%230'")
    page.get_by_role("button", name="This is no item").click()
    rows_made = downloaded(page, "items", tmp_path)
    assert [(row["decision"], row["at"], row["words"]) for row in rows_made][1:] == [
        ("reject", "0", "Held was Ada 😀")
    ]


def test_decisions_outlive_the_visit(report: Path, visit: Open) -> None:
    page = visit(report, "#/event/event-0").page
    page.get_by_role("button", name="Reject").click()
    assert page.get_by_role("button", name="Undo").evaluate("node => node === document.activeElement")
    reopened(page)
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


def test_a_name_is_changed_joined_taken_apart_or_rejected(tmp_path: Path, visit: Open) -> None:
    rows = made_up(TEXTS)
    rows.people[1] = replace(rows.people[1], aliases=("Adah",))
    path = tmp_path / "report.html"
    path.write_text(report_page(rows), encoding="utf-8")
    page = visit(path, "#/person/person-1").page
    page.get_by_role("button", name="Rename …").click()
    page.get_by_label("Name", exact=True).fill("Adah One")
    page.get_by_role("button", name="Keep this decision").click()
    assert page.get_by_role("button", name="Reject").count() == 0
    page.get_by_role("button", name="Same as …").click()
    page.get_by_label("The other person").fill("Ada")
    page.get_by_role("button", name="Keep this decision").click()
    page.get_by_role("button", name="Not this name …").click()
    page.get_by_label("Somebody else's name").select_option("Adah")
    page.get_by_role("button", name="Keep this decision").click()
    page.evaluate("location.hash = '#/place/town'")
    page.get_by_role("button", name="Rename …").click()
    page.get_by_label("Name", exact=True).fill("Ada Fund")
    page.get_by_role("button", name="Keep this decision").click()
    page.get_by_role("button", name="No place, but …").click()
    page.get_by_label("It is").select_option("organization")
    page.get_by_role("button", name="Keep this decision").click()
    page.evaluate("location.hash = '#/organization/body'")
    page.get_by_role("button", name="Reject").click()
    assert page.get_by_role("button", name="Rename …").count() == 0
    assert [tuple(row.values())[:4] for row in downloaded(page, "entities", tmp_path)] == [
        ("rename", "person", "person-1", "Adah One"),
        ("same", "person", "person-1", "person-0"),
        ("not_same", "person", "person-1", "Adah"),
        ("rename", "place", "town", "Ada Fund"),
        ("retype", "place", "town", "organization"),
        ("reject", "organization", "body", ""),
    ]


def test_what_was_read_wrongly_or_missed_in_an_item_is_put_right(tmp_path: Path, visit: Open) -> None:
    text = "Ada 😀 met Boris\r\nBlok twice, said Ada. Later the crowd was scattered, and Ada left."
    path = tmp_path / "report.html"
    path.write_text(report_page(made_up([text])), encoding="utf-8", newline="")
    page = visit(path, "#/item/page-0%230").page
    page.get_by_role("button", name="Ada: organisation").click()
    words = page.get_by_label("Words of the text")
    words.fill("Boris Blok")
    page.get_by_role("button", name="Add as person").click()
    words.fill("Ada")
    page.get_by_label("Which of them").select_option("2")
    page.get_by_role("button", name="Add as person").click()
    words.fill("scatter")
    page.get_by_role("button", name="They tell of an event").click()
    form = page.locator(".event-form")
    form.get_by_label("Type").select_option("dispersal")
    people = form.get_by_role("group", name="People")
    people.get_by_role("button", name="Add").click()
    people.get_by_label("Name").fill("Boris Blok")
    form.get_by_role("button", name="Add this event").click()
    (event,) = downloaded(page, "events", tmp_path)
    at = text.index("scattered")
    assert event == dict.fromkeys(event, "") | {
        "decision": "add", "page_id": "page-0", "start": str(at), "end": str(at + 9), "words": "scattered",
        "event_type": "dispersal", "people": "Boris Blok:target",
    }  # fmt: skip
    rows = downloaded(page, "mentions", tmp_path)
    assert [(row["decision"], row["kind"], row["words"]) for row in rows] == [
        ("retype", "organization", "Ada"), ("add", "person", "Boris Blok"), ("add", "person", "Ada"),
    ]  # fmt: skip
    assert [text[int(row["start"]) : int(row["end"])] for row in rows] == ["Ada", "Boris\r\nBlok", "Ada"]
    assert int(rows[2]["start"]) == text.rindex("Ada")


def test_selected_words_are_taken_whole_and_where_they_stand(tmp_path: Path, visit: Open) -> None:
    path = tmp_path / "report.html"
    path.write_text(report_page(made_up([SELECTED])), encoding="utf-8")
    page = visit(path, "#/item/page-0%230").page
    page.locator(".text.whole").evaluate(
        """box => {
            const text = box.lastChild, at = text.data.lastIndexOf("was");
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 6);
            getSelection().addRange(range);
        }"""
    )
    page.get_by_text("“was that”").wait_for()
    page.get_by_role("button", name="Add as place").click()
    (row,) = downloaded(page, "mentions", tmp_path)
    assert (row["start"], row["end"], row["words"]) == ("35", "43", "was that")


def test_a_surname_is_given_to_its_bearer_and_an_item_its_date(tmp_path: Path, visit: Open) -> None:
    text = "Ada met Ada Dao and Ivo Dao. Dao went home."
    rows = made_up([text, *["Held was Ada"] * 9])
    first = rows.mentions["page-0"][0]
    rows.mentions["page-0"] = [
        replace(first, mention_id=f"m{at}", entity_id=who, text=text[at:end], start=at, end=end)
        for who, at, end in (("person-0", 8, 15), ("person-1", 20, 27), ("person-1", 29, 32))
    ]
    path = tmp_path / "report.html"
    path.write_text(report_page(rows), encoding="utf-8")
    page = visit(path, "#/doubtful?show=names").page
    page.get_by_role("button", name="It is Ada", exact=True).click()
    (row,) = downloaded(page, "mentions", tmp_path)
    assert row == dict.fromkeys(row, "") | {
        "decision": "assign", "page_id": "page-0", "start": "29", "end": "32", "words": "Dao",
        "kind": "person", "entity": "person-0",
    }  # fmt: skip
    page.evaluate("location.hash = '#/item/page-0%230'")
    page.get_by_role("button", name="Correct the date").click()
    page.get_by_label("Published").fill("2014-05")
    page.get_by_role("button", name="Keep this decision").click()
    (row,) = downloaded(page, "items", tmp_path)
    assert (row["decision"], row["at"], row["published"]) == ("set", "0", "2014-05")
    assert " ".join(text.split()).startswith(row["words"])


def test_the_page_says_what_became_of_earlier_decisions(tmp_path: Path, visit: Open) -> None:
    rows = made_up(TEXTS)
    rows.decisions.append(DecisionRow("events", 2, "reject", True, None))
    rows.decisions.append(DecisionRow("entities", 3, "same", False, "no person is called 'Bo'"))
    path = tmp_path / "report.html"
    path.write_text(report_page(rows), encoding="utf-8")
    page = visit(path, "#/decisions").page
    page.get_by_role("heading", name="The last run carried out 1 of 2 decisions").wait_for()
    assert page.get_by_text("line 3, same: no person is called 'Bo'").count() == 1
