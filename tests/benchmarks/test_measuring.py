"""The runner at its smallest: what it measures is run, told and drawn."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import bare, naive
from benchmarks.cost import Cost, cost_of, side_by_side
from benchmarks.measurements import Sizes, linking
from benchmarks.report import BEGIN, END, table, write_report
from benchmarks.results import Figure, Result, load, save

TEXTS = ["Police detained Wanjiru Kamau in Nairobi on 3 May 2014.", "Nobody came."]


def test_a_command_costs_time_and_memory() -> None:
    busy = "sum(range(3_000_000)); x = bytearray(50_000_000)"
    cost = cost_of((sys.executable, "-c", busy))
    assert 0 < cost.cpu <= cost.wall * 1.5
    assert cost.peak > 50


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="no such thing"):
        cost_of((sys.executable, "-c", "raise SystemExit('no such thing')"))


def test_ways_take_turns() -> None:
    ran: list[str] = []

    def way(name: str, seconds: float) -> Cost:
        ran.append(name)
        return Cost(seconds, seconds, 1)

    costs = side_by_side({"a": lambda: way("a", 1 + len(ran)), "b": lambda: way("b", 2)}, rounds=3)
    assert ran == ["a", "b"] * 3
    assert costs == {"a": Cost(3, 3, 1), "b": Cost(2, 2, 1)}


def test_the_plainer_ways_read_texts(capsys: pytest.CaptureFixture[str]) -> None:
    naive.main(TEXTS)
    bare.main(TEXTS)
    assert capsys.readouterr().out == "1 events in 2 items\n14 tokens in 2 items\n"


def test_a_tiny_benchmark_is_kept_and_reported(tmp_path: Path) -> None:
    result = linking(replace(Sizes(), link_mentions=200, link_names=40))
    drawn = Result("growth", "Growth", (Figure("x", 5, "s", at_most=3),), {"ms": [(1, 2), (2, 3)]})
    for each in (result, drawn):
        save(tmp_path, each)
    found = load(tmp_path, ("linking", "growth", "cold"))
    assert found == [result, drawn]
    assert "200 mentions of 40 names" in table(found)
    assert "| Growth | x | 5.00 s | at most 3 | **missed** |" in table(found)
    page = tmp_path / "page.md"
    page.write_text(f"# Before\n\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_report(found, tmp_path, page)
    once = page.read_text(encoding="utf-8"), (tmp_path / "growth.svg").read_bytes()
    write_report(found, tmp_path, page)
    assert (page.read_text(encoding="utf-8"), (tmp_path / "growth.svg").read_bytes()) == once
    assert "old" not in once[0] and once[0].endswith("after\n") and "growth.svg" in once[0]
