"""What the packages' tables say, as the pipeline reads them."""

from __future__ import annotations

import pytest

from pipeline.gazetteer import City, Division, large_towns, major_towns, places_named


@pytest.mark.parametrize(
    ("name", "country", "geonames_id"),
    [
        ("Kisumu", "KE", 191245),
        ("Homyel'", "BY", 627907),
        ("Gomel", "BY", 627907),
        ("CÓRDOBA", "ES", 2519240),
    ],
)
def test_towns_are_found_by_all_their_names(name: str, country: str, geonames_id: int) -> None:
    (found,) = places_named([name]).values()
    towns = [b.place for b in found if isinstance(b.place, City) and b.place.country == country]
    assert geonames_id in [town.geonames_id for town in towns]


@pytest.mark.parametrize(
    ("name", "country", "level", "geonames_id"),
    [
        ("Antioquia", "CO", 1, 3689815),
        ("Vinnytsia Oblast", "UA", 1, 689559),
        ("Department of Loreto", "PE", 1, 3695238),
        ("Kiambu County", "KE", 1, 192709),
        ("Batangas", "PH", 2, 1726279),
        ("Kano State", "NG", 1, 2335196),
    ],
)
def test_divisions_are_found_without_the_word_for_their_kind(
    name: str, country: str, level: int, geonames_id: int
) -> None:
    found = [b.place for bearers in places_named([name]).values() for b in bearers]
    (one,) = {d for d in found if isinstance(d, Division) and d.country == country and d.level == level}
    assert one.geonames_id == geonames_id
    assert one.latitude is not None
    assert one.population > 1000


def test_a_division_lies_where_its_people_live() -> None:
    fiji = [b.place for b in places_named(["Northern Division"])["northern"] if b.place.country == "FJ"]
    assert [d.longitude for d in fiji if abs(d.longitude or 0) < 175] == []


def test_major_towns_have_their_other_names() -> None:
    towns = {town.name: town for town in major_towns()}
    assert "Lwów" in towns["Lviv"].others
    assert {"lviv", "kisumu"} <= large_towns()
    assert "vaduz" not in large_towns()
