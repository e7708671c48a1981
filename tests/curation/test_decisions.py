"""Curation files: what they may say, and clear errors with line numbers where they say something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.curation import load_decisions
from pipeline.errors import PipelineError

GOOD = """decision,kind,entity,other,note
same,person,ales-bialiatski,Bialacki,"same man, other spelling"
not_same,person,Liu Xia,Liu Xiaobo,

rename,organization,viasna,Human Rights Centre Viasna,
"""


def write(folder: Path, text: str, file: str = "entities") -> Path:
    (folder / f"{file}.csv").write_text(text, encoding="utf-8")
    return folder


def test_rows_come_with_their_lines(tmp_path: Path) -> None:
    found = load_decisions(write(tmp_path, GOOD), "entities")
    assert [(d.line, d.decision, d["other"]) for d in found] == [
        (2, "same", "Bialacki"),
        (3, "not_same", "Liu Xiaobo"),
        (5, "rename", "Human Rights Centre Viasna"),
    ]


def test_an_empty_decision_is_not_decided_yet(tmp_path: Path) -> None:
    found = load_decisions(write(tmp_path, GOOD + ",person,a,b,maybe\n"), "entities")
    assert len(found) == 3


def test_a_defused_cell_says_what_it_said(tmp_path: Path) -> None:
    (found,) = load_decisions(
        write(tmp_path, "decision,kind,entity,other,note\nreject,person,'=x,,\n"), "entities"
    )
    assert found["entity"] == "=x"


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert load_decisions(tmp_path / "nowhere", "events") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("decision,kind,who\nsame,person,a\n", r"entities\.csv line 1: the columns must be"),
        (GOOD + "merge,person,a,b,\n", r"line 6: decision 'merge' is not one of same, not_same"),
        (GOOD + "not_same,person,Bialacki,ales-bialiatski,\n", r"line 6: contradicts line 2"),
        (GOOD + "reject,organization,viasna,,\n", r"line 6: contradicts line 5"),
        (GOOD + "same,person,a,b,c,d\n", r"line 6: more cells than columns"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=message):
        load_decisions(write(tmp_path, text), "entities")


def test_saying_the_same_twice_is_no_contradiction(tmp_path: Path) -> None:
    twice = GOOD + "same,person,Bialacki,ales-bialiatski,again\n"
    assert len(load_decisions(write(tmp_path, twice), "entities")) == 4


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_bytes(
        "decision,page_id,at,words,note\nsplit,p,1,\xe9,\n".encode("latin-1")
    )
    with pytest.raises(PipelineError, match=r"items\.csv: not readable as CSV in UTF-8"):
        load_decisions(tmp_path, "items")
