"""No date may depend on the day of the run."""

from __future__ import annotations

import datetime as clock
import re
from pathlib import Path

import pytest

import pipeline.resolve_dates as stage
from pipeline.resolve_dates import resolve_dates

from .conftest import make_item, no_parse

TEXT = "Today, on 4 May and last Friday, 14 qershor 2013; two days later; in June; 5/6/12; last year."


class _NoClock(clock.date):
    @classmethod
    def today(cls) -> clock.date:
        raise AssertionError("the clock was read")


def test_the_clock_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.resolve_dates.moment.date", _NoClock)
    item = make_item(TEXT, "2014-05-02")
    assert len(resolve_dates(item, no_parse())) == 8
    assert [m.value for m in resolve_dates(make_item("today, last Friday"), no_parse())] == [None, None]


def test_no_module_calls_the_clock() -> None:
    asks = re.compile(r"\b(?:today|now|utcnow|time|localtime)\(\)")
    modules = sorted(Path(stage.__file__).parent.glob("*.py"))
    assert modules
    assert [path.name for path in modules if asks.search(path.read_text(encoding="utf-8"))] == []
