"""A browser that watches what a page does, and folders that hold a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.report.browser import chromium, chromium_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(slots=True)
class Visit:
    """An open report, and everything it should not have done."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without one installed the tests that need it are skipped."""
    pytest.importorskip("playwright", reason="needs playwright: pip install playwright")
    if chromium_path() is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with chromium() as running:
        yield running


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a report from disk; complains at the end of any error, dialog or request to elsewhere."""
    visits: list[Visit] = []

    def open_report(path: Path, address: str = "", width: int = 1400, scheme: str = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            accept_downloads=True,
        )
        context.set_default_timeout(60_000)  # a loaded machine may hold a page back for long
        seen = Visit(context.new_page())
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("console", lambda message: seen.complaints.append(message.text))
        seen.page.on("dialog", lambda dialog: (seen.complaints.append(dialog.message), dialog.dismiss()))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        visits.append(seen)
        seen.page.goto(f"{path.as_uri()}{address}")
        return seen

    yield open_report
    for seen in visits:
        seen.page.context.close()
        assert seen.complaints == []
        assert [url for url in seen.requests if not url.startswith(("file:", "blob:"))] == []
