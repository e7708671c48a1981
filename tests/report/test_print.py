"""What a printed view holds: all of its text, what it was narrowed to, and nothing to click on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]

EVENT = "#/event/arrest-2011-08-04-ales-bialiatski"


@pytest.mark.parametrize("address", ["#/events", EVENT, "#/person/ales-bialiatski", "#/doubtful?show=items"])
def test_nothing_to_click_on_is_printed(example: Path, visit: Open, address: str) -> None:
    page = visit(example / "report.html", address, scheme="dark").page
    page.emulate_media(media="print")
    shown = page.locator("main button:visible, main input:visible, main select:visible")
    bars_and_heads = shown.and_(page.locator(".column, .sort, .link"))
    assert shown.count() == bars_and_heads.count()
    assert page.locator("header:visible").count() == 0
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(255, 255, 255)"


def test_texts_are_printed_whole(example: Path, visit: Open) -> None:
    page = visit(example / "report.html", EVENT).page
    page.emulate_media(media="print")
    boxes = page.locator(".text, .raw")
    hidden = [box.evaluate("box => box.scrollHeight - box.clientHeight") for box in boxes.all()]
    assert len(hidden) == 4 and max(hidden) <= 2


def test_a_narrowed_list_says_what_it_is_narrowed_to(example: Path, visit: Open) -> None:
    page = visit(example / "report.html", "#/events?type=arrest&person=ales-bialiatski&from=2011-01-01").page
    said = page.get_by_text("arrest, Ales Bialiatski, from 2011-01-01")
    assert said.count() == 1 and not said.is_visible()
    page.emulate_media(media="print")
    assert said.is_visible()
