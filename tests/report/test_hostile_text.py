"""Text of a page is shown as text, whatever it says, wherever it is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.report import report_page
from tests.report.rows_made_up import made_up

if TYPE_CHECKING:
    from tests.report.conftest import Visit

Open = Callable[..., "Visit"]

HOSTILE: list[str] = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))
VIEWS = (
    "#/events",
    "#/event/event-0",
    "#/item/page-0%230",
    "#/person/person-0",
    "#/people",
    "#/doubtful?show=events&below=1",
    "#/doubtful?show=pairs",
    "#/doubtful?show=items",
)
OURS = (
    "document.querySelectorAll("
    "'script:not([type]), style, link, iframe, img, object, svg, form[action]').length"
)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_of_it_runs_or_becomes_markup(name: str, tmp_path: Path, visit: Open) -> None:
    path = tmp_path / "report.html"
    texts = [f"Arrested was {name} in the town; {name} said so.", *["Nothing was said."] * 9]
    path.write_text(report_page(made_up(texts, name)), encoding="utf-8")
    page = visit(path).page
    assert page.evaluate(OURS) == 2, "the program and the style"
    for view in VIEWS:
        page.evaluate("view => { location.hash = view }", view)
        page.wait_for_timeout(30)
        assert page.evaluate("window.ran") is None
        assert page.evaluate(OURS) == 2, view
        assert page.evaluate(
            "[...document.querySelectorAll('#app *')].every(node =>"
            " node.getAttributeNames().every(name => !name.startsWith('on')))"
        ), view
    page.evaluate("location.hash = '#/event/event-0'")
    page.wait_for_selector(".telling mark.person")
    assert page.locator(".telling mark.person").inner_text() == shown(name)


def shown(text: str) -> str:
    """Text as the page shows it: marks that hide or turn text are named by their numbers."""
    hidden = {chr(number) for number in (*range(0x202A, 0x202F), 0x200B, 0x2028, 0x2029, 0xFEFF, *range(9))}
    return "".join(f"⟨U+{ord(char):04X}⟩" if char in hidden - {"\u2028", "\u2029"} else char for char in text)


def test_offsets_after_characters_beyond_the_first_plane(tmp_path: Path, visit: Open) -> None:
    path = tmp_path / "report.html"
    path.write_text(report_page(made_up(["𝒳😀🏴\u200d☠️ e\u0301 then Ada came"])), encoding="utf-8")
    page = visit(path, "#/event/event-0").page
    assert page.locator(".telling mark.person").inner_text() == "Ada"
    assert page.locator(".telling mark.trigger").inner_text() == "𝒳😀🏴\u200d☠️"


def test_the_policy_stops_what_is_smuggled_in(tmp_path: Path, visit: Open) -> None:
    document = report_page(made_up(["a text"]))
    bad = document.replace(
        "</body>", "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'></body>"
    )
    path = tmp_path / "report.html"
    path.write_text(bad, encoding="utf-8")
    seen = visit(path)
    seen.page.wait_for_timeout(100)
    assert seen.page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in seen.complaints)
    seen.complaints.clear()
