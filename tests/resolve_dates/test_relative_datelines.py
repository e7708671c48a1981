"""Datelines counted from the day on which the page was saved stand for the item's own date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.resolve_dates import resolve_dates
from pipeline.schema.flow import CleanItem, Parse

from .conftest import make_item


@pytest.mark.parametrize("stamp", ["Yesterday", "3 days ago", "A week ago", "Monday", "Today"])
def test_relative_dateline(stamp: str, parse: Callable[[CleanItem], Parse]) -> None:
    item = make_item(
        f"Ferry strike ends\n{stamp} | Labour | 4 comments\nThe crews went back today.", "2019-07-08"
    )
    blocks = [
        replace(b, kind=kind) for b, kind in zip(item.blocks, ("headline", "dateline", "body"), strict=True)
    ]
    item = replace(item, blocks=tuple(blocks))
    found = [(mention.text, mention.value) for mention in resolve_dates(item, parse(item))]
    assert found == [(stamp, "2019-07-08"), ("today", "2019-07-08")]
