"""The labels of the open and held-out pages speak of what stands in the pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.label_check import (
    label_names,
    misplaced_items,
    missing_quotes,
    page_names,
    read_page,
    unlisted_names,
)

TESTS = Path(__file__).parent
SETS = {TESTS / "open_pages": 164, TESTS / "held_out": 16}
PAGES = [
    pytest.param(folder, name, id=f"{folder.name}-{name}") for folder in SETS for name in label_names(folder)
]


@pytest.mark.parametrize(("folder", "count"), SETS.items(), ids=lambda value: getattr(value, "name", None))
def test_every_page_has_labels(folder: Path, count: int) -> None:
    assert page_names(folder) == label_names(folder)
    assert len(label_names(folder)) == count


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_labels_quote_the_page(folder: Path, name: str) -> None:
    raw, labels = read_page(folder, name)
    assert misplaced_items(raw, labels) == []
    assert missing_quotes(raw, labels) == []


@pytest.mark.parametrize(("folder", "name"), PAGES)
def test_events_name_what_the_item_names(folder: Path, name: str) -> None:
    _, labels = read_page(folder, name)
    assert unlisted_names(labels) == []
