"""Curation files: what they may say, and clear errors with line numbers where they say something else."""

from __future__ import annotations

import pickle
from pathlib import Path
from types import MappingProxyType

import pytest

from pipeline.curation import check_decisions, load_decisions
from pipeline.curation.decisions import COLUMNS, Decision
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
        (
            "decision,kind,who,at\nsame,person,a,7\n",
            r"entities\.csv line 1: columns unknown 'who', 'at' and lacking entity, other; they are decision",
        ),
        ("decision,kind,entity,other,published\n", r"line 1: columns unknown 'published'; they are decision"),
        (GOOD + "merge,person,a,b,\n", r"line 6: decision 'merge' is not one of same, not_same"),
        (GOOD + "not_same,person,Bialacki,ales-bialiatski,\n", r"line 6: contradicts line 2"),
        (GOOD + "reject,organization,viasna,,\n", r"line 6: contradicts line 5"),
        (GOOD + "same,person,a,b,c,d\n", r"line 6: more cells than columns"),
        (GOOD + "rename,organization,viasna,Viasna 96,\n", r"line 6: contradicts line 5"),
        (
            GOOD + "retype,organization,viasna,place,\nrename,organization,viasna,V,\n",
            r"line 7: contradicts line 5",
        ),
        (GOOD + "retype,organization,viasna,place,\nreject,organization,viasna,,\n", r"line 7: contradicts"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=message):
        load_decisions(write(tmp_path, text), "entities")


TOLD = "p,7,15,arrested"


@pytest.mark.parametrize(
    ("file", "row", "message"),
    [
        ("entities", "rename,person,a,,", "rename needs the cell other"),
        ("entities", "same,human,a,b,", "'human' is no kind; choose one of person"),
        ("entities", "retype,person,a,animal,", "'animal' is no kind"),
        ("entities", "reject,,a,,", "reject needs the cell kind"),
        ("mentions", "add,p,1,2,x,,,", "add needs the cell kind"),
        ("mentions", "assign,p,1,2,x,,,", "assign needs the cell entity"),
        ("mentions", "reject,p,one,2,x,,,", "start must be a whole number, not 'one'"),
        ("items", "split,p,,,x,,", "at must be a whole number, not ''"),
        ("items", "split,p,9,,,,", "split needs the cell words"),
        ("items", "set,p,9,,x,,", "set needs the cell published"),
        ("items", "set,p,9,,x,4/8/2011,", "published '4/8/2011'; write 2011-08-04"),
        ("items", "set,p,9,,x,2011/2012,", "published must be one day, month or year"),
        ("events", f"add,{TOLD},,2011,,,,", "add needs the cell event_type"),
        ("events", f"set,{TOLD},,4 August,,,,", "date '4 August'; write 2011-08-04"),
        ("events", f"set,{TOLD},,2011-13,,,,", "date '2011-13'; write"),
        ("events", f"set,{TOLD},,2012/2011,,,,", "date '2012/2011' ends before it begins"),
        ("events", f"set,{TOLD},,,,Belyatsky,,", "people must read `Name:role`"),
        ("events", f"set,{TOLD},,,,,Viasna:victim,", "organizations must read `Name:role`"),
    ],
)
def test_a_malformed_cell_is_named_before_any_stage_runs(
    file: str, row: str, message: str, tmp_path: Path
) -> None:
    write(tmp_path, f"{','.join(COLUMNS[file])}\n{row}\n", file)
    with pytest.raises(PipelineError) as caught:
        load_decisions(tmp_path, file)
    assert f"{file}.csv line 2: {message}" in str(caught.value) and "\n" not in str(caught.value)


def test_a_new_name_and_another_kind_go_together(tmp_path: Path) -> None:
    both = GOOD + "retype,organization,viasna,place,\n"
    assert [d.decision for d in load_decisions(write(tmp_path, both), "entities")][-2:] == [
        "rename",
        "retype",
    ]


def test_a_file_that_a_spreadsheet_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace('"same man, other spelling"', "same man").replace(",", ";"))
    assert len(load_decisions(tmp_path, "entities")) == 3


def test_saying_the_same_twice_is_no_contradiction(tmp_path: Path) -> None:
    twice = GOOD + "same,person,Bialacki,ales-bialiatski,again\n"
    assert len(load_decisions(write(tmp_path, twice), "entities")) == 4


def test_files_that_nothing_reads_are_named_together(tmp_path: Path) -> None:
    write(write(tmp_path, GOOD, "event"), GOOD, "entities (1)")
    (tmp_path / "items.xlsx").touch()
    (tmp_path / "README.md").touch()
    with pytest.raises(PipelineError) as caught:
        load_decisions(tmp_path, "entities")
    assert str(caught.value) == (
        f"{tmp_path}: no decisions are read from entities (1).csv, event.csv, items.xlsx; "
        "the files are called items.csv, mentions.csv, entities.csv, events.csv"
    )


def test_all_unknown_event_types_are_named(tmp_path: Path) -> None:
    rows = "".join(f"set,p,{n},15,x,{kind},,,,,\n" for n, kind in enumerate(("arrest", "raid", "theft")))
    write(tmp_path, ",".join(COLUMNS["events"]) + "\n" + rows, "events")
    with pytest.raises(PipelineError, match="no such event type: line 3 'raid', line 4 'theft'; choose of"):
        check_decisions(tmp_path, {"arrest", "protest"})


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "items.csv").write_bytes(
        "decision,page_id,at,words,note\nsplit,p,1,\xe9,\n".encode("latin-1")
    )
    with pytest.raises(PipelineError, match=r"items\.csv: not readable as CSV in UTF-8"):
        load_decisions(tmp_path, "items")


def test_a_decision_travels_to_other_processes() -> None:
    cells = MappingProxyType({"page_id": "a", "at": "7"})
    decision = Decision("items", 3, "split", cells, Path("decided"))
    assert pickle.loads(pickle.dumps(decision)) == decision
