"""The memo saves work and never changes a result."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from pipeline.memo import Memo, fingerprint, source_version


class Doubler:
    """Counts what it is asked to compute."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, numbers: list[int]) -> list[int]:
        self.asked += numbers
        return [2 * number for number in numbers]


def double(memo: Memo, doubler: Doubler, numbers: list[int]) -> list[int]:
    return list(
        memo.map(doubler, numbers, lambda n: fingerprint(str(n)), lambda v: [v], lambda _, v: int(v[0]))
    )


def test_what_is_known_is_not_computed_again(tmp_path: Path) -> None:
    doubler = Doubler()
    assert double(Memo(tmp_path / "memo"), doubler, [3, 1, 3]) == [6, 2, 6]
    assert double(Memo(tmp_path / "memo"), doubler, [1, 2, 3]) == [2, 4, 6]
    assert doubler.asked == [3, 1, 2]


def test_without_a_store_everything_is_computed() -> None:
    doubler = Doubler()
    assert double(Memo(None), doubler, [1]) == double(Memo(None), doubler, [1]) == [2]
    assert doubler.asked == [1, 1]


@pytest.mark.parametrize("damage", ["value", "sum"])
def test_a_damaged_row_is_computed_again(damage: str, tmp_path: Path) -> None:
    doubler = Doubler()
    double(Memo(tmp_path / "memo"), doubler, [7])
    with sqlite3.connect(tmp_path / "memo") as connection:
        connection.execute(f"UPDATE memo SET {damage} = x'00'")
    assert double(Memo(tmp_path / "memo"), doubler, [7]) == [14]
    assert doubler.asked == [7, 7]


def test_a_store_that_is_no_store_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "memo").write_text("no database" * 100)
    assert double(Memo(tmp_path / "memo"), Doubler(), [4]) == [8]


def test_the_version_follows_every_file(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text("a = 1")
    before = source_version(tmp_path)
    (tmp_path / "notes.txt").write_text("not code")
    assert source_version(tmp_path) == before
    (tmp_path / "rules.toml").write_text("a = 2")
    assert source_version(tmp_path) != before
