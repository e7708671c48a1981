"""What is offered for review, as rows that need nothing but a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from pipeline.curation import load_decisions
from pipeline.curation.ambiguous import ambiguous_names
from pipeline.curation.doubts import Doubt, Doubts
from pipeline.curation.review import is_doubtful
from pipeline.schema.dataset import DateRow, Event, EventMention, Item, MentionRow, Person, PersonRole

DAO, KEITA, LONE = (Person(i, n, (), 1, 1, None, None) for i, n in (
    ("alima-dao", "Alima Dao"), ("issa-dao", "Issa Dao"), ("keita", "Keita"),
))  # fmt: skip
PEOPLE = {person.person_id: person for person in (DAO, KEITA, LONE)}


def mention(who: str, text: str, start: int) -> MentionRow:
    return MentionRow(f"p@{start}", "p#0", "person", who, text, start, start + len(text), "model")


def test_a_surname_of_two_on_one_page_is_offered() -> None:
    page = [
        mention("alima-dao", "Alima Dao", 0), mention("issa-dao", "Issa Dao", 20),
        mention("issa-dao", "Dao", 40), mention("keita", "Keita", 60),
    ]  # fmt: skip
    (found,) = ambiguous_names(page, PEOPLE)
    assert (found.mention.start, found.candidates) == (40, ("issa-dao", "alima-dao"))


def test_a_surname_of_one_on_the_page_is_not() -> None:
    assert not list(
        ambiguous_names([mention("alima-dao", "Alima Dao", 0), mention("alima-dao", "Dao", 20)], PEOPLE)
    )


@pytest.mark.parametrize(
    ("layout", "source", "doubtful"),
    [
        ("single article", "dateline", False),
        ("single article", None, True),
        ("headlines with text", "section", True),
        ("headlines with text", "dateline", False),
        ("dated entries", None, False),
        ("curation", None, False),
    ],
)
def test_an_item_is_doubtful_where_nothing_shows_that_it_was_cut_rightly(
    layout: str, source: str | None, doubtful: bool
) -> None:
    assert is_doubtful(Item("p#0", "p", 0, None, None, None, source, "", False, 0, 9, layout)) == doubtful


PAGE = """Teachers on trial

3 May 2014

The teachers Alima Dao and Issa Dao went on trial in Bobo on 2 May 2014. Dao was fined by the court.
"""


def test_rows_of_the_command_are_carried_out_once_decided(
    tmp_path: Path, pipeline: Callable[..., CompletedProcess[str]]
) -> None:
    raw, curation, output = tmp_path / "raw", tmp_path / "curation", tmp_path / "out"
    raw.mkdir()
    curation.mkdir()
    (raw / "trial.txt").write_text(PAGE, encoding="utf-8")
    options = ("--output", output, "--curation", curation)
    assert pipeline("run", "--raw", raw, *options).returncode == 0
    assert pipeline("review", "--output", output).returncode == 0
    offered = output / "review" / "mentions.csv"
    assert load_decisions(offered.parent, "mentions") == []
    lines = offered.read_text(encoding="utf-8").splitlines()
    assert "issa-dao" in lines[1] and "alima-dao" in lines[1]
    page, start, end, words, kind, _, note = lines[1].removeprefix(",").split(",")
    row = ",".join(("assign", page, start, end, words, kind, "alima-dao", note))
    (curation / "mentions.csv").write_text(f"{lines[0]}\n{row}\n", encoding="utf-8")
    done = pipeline("run", "--raw", raw, *options)
    assert done.returncode == 0, done.stderr
    import pyarrow.parquet as pq

    names = pq.read_table(output / "dataset" / "mentions.parquet").to_pylist()
    (alone,) = [name for name in names if name["start"] == int(start)]
    assert (alone["entity_id"], alone["rule"]) == ("alima-dao", "curation")
    decided = pq.read_table(output / "dataset" / "decisions.parquet").to_pylist()
    assert [(row["file"], row["line"], row["applied"]) for row in decided] == [("mentions", 2, True)]


def _event(confidence: float, day: date | None, actor: str | None) -> Event:
    people = (PersonRole(actor, actor.title(), "actor"),) if actor else ()
    return Event(
        "e", "protest", None, None, "march", "They went on a march.", day, day, "day" if day else None,
        None, None, people, (), ("p#0",), 1, confidence,
    )  # fmt: skip


TOLD = EventMention("e", "p#0", "march", "They went on a march.", 110, 115, 100, 121, "rule")


@pytest.mark.parametrize(
    ("event", "names", "days", "reasons", "sure"),
    [
        (_event(0.9, None, None), (), (), (), 0.9),
        (_event(0.9, date(2014, 5, 2), "keita"), (105,), (117,), (), 0.9),
        (_event(0.9, date(2014, 5, 2), None), (), (40,), ("inherited date",), 0.81),
        (_event(0.9, date(2014, 5, 3), None), (), (), (), 0.9),  # the day of its entry
        (
            _event(0.9, date(2014, 5, 2), "keita"),
            (40,),
            (),
            ("inherited date", "inherited actor: Keita"),
            0.729,
        ),
        (_event(0.7, None, None), (), (), ("doubtful trigger",), 0.7),
    ],
)
def test_an_event_is_less_sure_by_each_part_that_no_sentence_says(
    event: Event, names: tuple[int, ...], days: tuple[int, ...], reasons: tuple[str, ...], sure: float
) -> None:
    item = Item("p#0", "p", 0, None, date(2014, 5, 3), "day", "entry", "", False, 0, 200, "dated entries")
    dates = [DateRow("p#0", "2 May", None, None, None, None, False, None, at, at + 5, "rule") for at in days]
    doubts = Doubts([item], [mention("keita", "Keita", at) for at in names], dates)
    assert doubts.of(event, [TOLD], below=0.8) == Doubt(sure, reasons)
