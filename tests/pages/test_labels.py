"""The labels speak of what stands in the pages."""

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

HERE = Path(__file__).parent
NAMES = label_names(HERE)


def test_every_page_has_labels() -> None:
    assert page_names(HERE) == NAMES
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_labels_quote_the_page(name: str) -> None:
    raw, labels = read_page(HERE, name)
    assert misplaced_items(raw, labels) == []
    assert missing_quotes(raw, labels) == []


@pytest.mark.parametrize("name", NAMES)
def test_events_name_what_the_item_names(name: str) -> None:
    _, labels = read_page(HERE, name)
    assert unlisted_names(labels) == []
