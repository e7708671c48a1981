"""Sentences and the events that they tell of; cases/*.toml says how to read them.

`events` lists all events: "type; actor=Name; target=Name; date=2012-05-04; place=Name". Roles
must be right to the last name (`other` is not asked for), date and place where they are given;
`date=none` asks for none.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import load_event_types
from pipeline.schema.flow import Telling

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def _cases() -> Iterator[Any]:
    for path in CASES:
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            reason = case.get("xfail")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(case, id=f"{path.stem}-{number}", marks=marks)


def _expected(line: str) -> tuple[str, frozenset[tuple[str, str]], dict[str, str]]:
    kind, *parts = [part.strip() for part in line.split(";")]
    pairs = [tuple(part.split("=", 1)) for part in parts]
    roles = frozenset((role, name) for role, name in pairs if role in ("actor", "target"))
    return kind, roles, {key: value for key, value in pairs if key in ("date", "place")}


def _roles(telling: Telling) -> frozenset[tuple[str, str]]:
    return frozenset((p.role, p.entity_id) for p in telling.participants if p.role != "other")


@pytest.mark.parametrize("case", list(_cases()))
def test_sentence(case: Mapping[str, Any], marked: Callable[[Mapping[str, Any]], Any]) -> None:
    told = marked(case).tell()
    wanted = [_expected(line) for line in case["events"]]
    found = Counter((t.event_type, _roles(t)) for t in told)
    assert found == Counter((kind, roles) for kind, roles, _ in wanted)
    for kind, roles, rest in wanted:
        same = [t for t in told if (t.event_type, _roles(t)) == (kind, roles)]
        if "date" in rest:
            assert rest["date"] in [t.value or "none" for t in same]
        if "place" in rest:
            assert rest["place"] in [t.place_id or "none" for t in same]


def test_every_type_has_cases_in_and_out() -> None:
    cases = [case for path in CASES for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    assert len(cases) >= 200
    told = {_expected(line)[0] for case in cases for line in case["events"]}
    assert told >= {kind.name for kind in load_event_types()}
    assert sum(not case["events"] for case in cases) >= 50
