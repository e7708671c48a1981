"""The parts that joining rests on: dates that agree, figures, the declared profiles, time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.extract import join
from pipeline.extract.join.dates import When, agree, when_of
from pipeline.extract.join.facts import facts_of
from pipeline.extract.join.profiles import PATH, load_figures, load_profiles, load_words
from pipeline.schema.dataset import EVENT_TYPES
from tests.extract_join.tellings import ENTITIES, telling, tellings

VALUES = st.sampled_from(
    [None, "2012", "2013", "2012-02", "2012-03", "2012-02-29", "2012-03-01", "--02-29", "--02", "--03-01"]
)


def when(value: str | None, end: str | None = None) -> When:
    row: dict[str, Any] = {"in": "a", "says": "[x]", "type": "arrest", "date": value, "end": end}
    return when_of(telling(row, 0))


@given(VALUES, VALUES, st.booleans())
def test_agreement_goes_both_ways(left: str | None, right: str | None, lasting: bool) -> None:
    assert agree(when(left), when(right), lasting) == agree(when(right), when(left), lasting)


@given(st.dates(date(2011, 12, 1), date(2013, 2, 1)), VALUES)
def test_a_day_agrees_with_what_it_can_be_cut_to(day: date, value: str | None) -> None:
    cuts = {None, f"{day:%Y}", f"{day:%Y-%m}", f"{day:%Y-%m-%d}", f"--{day:%m}", f"--{day:%m-%d}"}
    assert agree(when(day.isoformat()), when(value), False) == (value in cuts)


@pytest.mark.parametrize(
    ("left", "right", "lasting", "right_answer"),
    [
        (("2012-05-04", "2012-05-06"), ("2012-05-05", None), True, True),
        (("2012-05-04", "2012-05-06"), ("2012-05-05", None), False, False),
        (("2012-05-04", "2012-05-06"), ("2012-05-04", None), False, True),
        (("2012-05-04", "2012-05-06"), ("2012-05-05", "2012-05-07"), True, False),
        (("2012-12-20", "2013-01-10"), ("--01-05", None), True, True),
    ],
)
def test_ranges(left: Any, right: Any, lasting: bool, right_answer: bool) -> None:
    assert agree(when(*left), when(*right), lasting) is right_answer


@pytest.mark.parametrize(
    ("says", "event_type", "figures"),
    [
        ("[sentenced] to four and a half years", "sentence", {(4.5, "year")}),
        ("[sentenced] to 4,5 years and 10 days", "sentence", {(4.5, "year"), (10, "day")}),
        ("[sentenced] to a year, aged 24", "sentence", {(1, "year")}),
        ("[fined] 1,700 hryvnias", "fine", {(1700, "hryvnia")}),
        ("[fined] 1.250.000 dong", "fine", {(1250000, "dong")}),
        ("[fined] 40 base units", "fine", {(40, "base unit")}),
        ("[arrested] for 10 days", "arrest", set()),
    ],
)
def test_figures(says: str, event_type: str, figures: set[Any]) -> None:
    told = telling({"in": "a", "says": says, "type": event_type}, 0)
    assert facts_of(told, {}).figures == figures


def test_every_event_type_is_declared() -> None:
    assert {name for name in EVENT_TYPES if name != "other"} <= set(load_profiles())


BROKEN = (
    ("[type.arrest]\nkey = \ngroup = 1\n", "line 2"),
    ('[default]\nkey = "victim"\n', "[type.] key is 'victim'"),
    ('[default]\nkey = "actor"\nundated = "words"\n[type.arrest]\nplaces = 1\n', "unknown key places"),
    ('[default]\nkey = "actor"\nundated = "words"\nfigures = "age"\n', "figures is 'age'"),
)


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_broken_declaration_says_what_and_where(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "joining.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PipelineError) as error:
        load_profiles(path)
    assert message in str(error.value) and str(path) in str(error.value)


@pytest.mark.parametrize("load", [load_words, load_figures])
def test_a_missing_list_is_named(load: Any, tmp_path: Path) -> None:
    path = tmp_path / "joining.toml"
    path.write_text(PATH.read_text(encoding="utf-8").partition("[words]")[0], encoding="utf-8")
    with pytest.raises(PipelineError, match="has no"):
        load(path)


def crowd(size: int) -> list[Any]:
    """One item with very many tellings of one person, each on its own day or on none."""
    first = date(1900, 1, 1)
    rows = [
        {
            "in": "a", "says": "Omondi was [arrested] by the lake.", "type": "arrest", "target": ["omondi"],
            "date": None if n % 3 == 0 else (first + timedelta(days=n)).isoformat(),
        }
        for n in range(size)
    ]  # fmt: skip
    return tellings(rows)


def test_time_grows_with_the_number_of_tellings_only() -> None:
    times = []
    for size in (1000, 4000):
        told = crowd(size)
        start = process_time()
        join(told, ENTITIES, {})
        times.append(process_time() - start)
    assert times[1] < 8 * times[0] + 0.2
