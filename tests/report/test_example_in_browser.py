"""What an analyst does first with the example: find a person, open the arrest, read its three tellings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]


def test_filter_to_a_person_open_the_arrest_and_see_three_tellings(
    example: Path, tables: dict[str, list[dict[str, Any]]], visit: Open
) -> None:
    page = visit(example / "report.html").page
    total = page.locator("tbody tr").count()
    page.get_by_label("Person", exact=True).fill("Ales Bialiatski")
    page.wait_for_url("**person=ales-bialiatski*")
    assert 0 < page.locator("tbody tr").count() < total
    page.get_by_role("link", name="arrest").click()
    heading = page.get_by_role("heading", level=1)
    assert heading.inner_text().lower() == "arrest, 4 aug 2011"
    assert heading.evaluate("node => node === document.activeElement")

    event = next(row for row in tables["events"] if row["event_type"] == "arrest")
    told = [row for row in tables["event_mentions"] if row["event_id"] == event["event_id"]]
    told.sort(key=lambda row: row["trigger_start"])
    assert len(told) == 3
    texts = page.locator(".telling .text")
    assert texts.count() == 3
    for index, telling in enumerate(told):
        text = texts.nth(index)
        assert text.locator("mark.trigger").inner_text() == telling["trigger"]
        assert telling["sentence"] in " ".join(text.locator(".sentence").all_inner_texts())
        for kind in ("person", "organization", "place"):
            mentions = [
                row
                for row in tables["mentions"]
                if row["item_id"] == telling["item_id"] and row["entity_kind"] == kind
            ]
            shown = [name.replace("\n", " ") for name in text.locator(f"mark.{kind}").all_inner_texts()]
            assert shown == [row["text"] for row in sorted(mentions, key=lambda row: row["start"])]
        dates = sorted(
            (row for row in tables["dates"] if row["item_id"] == telling["item_id"]),
            key=lambda row: row["start"],
        )
        assert text.locator("mark.date").all_inner_texts() == [row["text"] for row in dates]


def test_the_page_beside_follows_the_telling(
    example: Path, tables: dict[str, list[dict[str, Any]]], visit: Open
) -> None:
    page = visit(example / "report.html", "#/event/arrest-2011-08-04-ales-bialiatski").page
    raw = page.get_by_role("region", name="Raw text of the page")
    assert raw.inner_text().strip() == tables["page_texts"][0]["text"].replace("\r\n", "\n").strip()
    last = page.locator(".telling").nth(2)
    last.get_by_role("button", name="Show in the page").click()
    marked = raw.locator("mark.item")
    assert last.get_by_role("heading").inner_text().split("3 of 3")[1].strip() in marked.inner_text()
    box, mark = raw.bounding_box(), marked.bounding_box()
    assert box and mark and box["y"] <= mark["y"] < box["y"] + box["height"]


def test_a_person_has_names_events_and_company(example: Path, visit: Open) -> None:
    page = visit(example / "report.html", "#/person/ales-bialiatski").page
    assert page.get_by_role("heading", level=1).inner_text() == "Ales Bialiatski"
    days = page.locator("td.date").all_inner_texts()
    assert days[0] == "4 Aug 2011" and len(days) >= 2
    named = page.get_by_role("region", name="Named in 3 items").get_by_role("listitem")
    assert named.locator("mark").all_inner_texts() == ["Ales Bialiatski"] * 3
    assert page.get_by_role("complementary", name="Who appears together").get_by_text("Minsk").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_nothing_is_wider_than_the_screen(example: Path, visit: Open, width: int, scheme: str) -> None:
    page = visit(example / "report.html", width=width, scheme=scheme).page
    for address in (
        "#/events",
        "#/event/arrest-2011-08-04-ales-bialiatski",
        "#/people",
        "#/doubtful",
        "#/decisions",
    ):
        page.evaluate("address => { location.hash = address }", address)
        page.wait_for_timeout(50)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
