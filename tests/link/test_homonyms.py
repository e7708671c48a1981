"""Places that share a name: which one is meant follows from what the item and the page speak of."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipeline.link import link
from tests.link.corpus import corpus

PAGES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "homonyms.toml").read_text(encoding="utf-8")
)["page"]


@pytest.mark.parametrize("page", [pytest.param(page, id=page["items"][0][:60]) for page in PAGES])
def test_the_context_decides(page: dict[str, Any]) -> None:
    items, mentions = corpus({"a": page["items"]})
    linked, entities, _ = link(items, mentions)
    by_id = {entity.entity_id: entity for entity in entities}
    for text, expected in page["where"].items():
        (place,) = {by_id[m.entity_id] for m in linked if m.text == text}
        country, kind, *geonames_id = expected.split()
        assert (place.country_code, place.place_kind) == (country, kind), place
        if geonames_id:
            assert place.geonames_id == int(geonames_id[0])
    for text, countries in page.get("count", {}).items():
        found = {by_id[m.entity_id].country_code for m in linked if m.text == text}
        assert found == set(countries)


def test_regions_have_coordinates() -> None:
    items, mentions = corpus({"a": ["Colombian nurses in [l Antioquia] and [l Medellín]."]})
    places = {e.name: e for e in link(items, mentions)[1]}
    assert abs((places["Antioquia"].latitude or 0) - 6.4) < 0.6
    assert abs((places["Antioquia"].longitude or 0) + 75.6) < 0.6
