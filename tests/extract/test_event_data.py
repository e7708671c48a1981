"""The event data: what analysts may write, and what they are told when a file does not read."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.docs.event_types import event_types_page
from pipeline.errors import PipelineError
from pipeline.extract.frames.declared import FOLDER, load_event_types
from pipeline.schema.dataset import EVENT_TYPES

GOOD = """type = "flood"
meaning = "Water over land."
example_in = "The river flooded Osh."
example_out = "A flood of letters came."

[[verb]]
words = ["flood"]
target = ["object"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "events"
    target.mkdir()
    shutil.copytree(FOLDER / "words", target / "words")
    return target


def test_every_type_of_the_contract_is_declared() -> None:
    assert tuple(kind.name for kind in load_event_types()) == EVENT_TYPES


def test_a_new_type_needs_no_python(folder: Path) -> None:
    (folder / "flood.toml").write_text(GOOD, encoding="utf-8")
    (kind,) = load_event_types(folder)
    assert kind.name == "flood"
    assert kind.plover_event is None
    assert kind.frames[0].words == ((frozenset({"flood"}),),)


@pytest.mark.parametrize(
    ("line", "instead", "number", "told"),
    [
        ('words = ["flood"]', 'words = "flood"', 7, "list of words"),
        ('words = ["flood"]', 'words = ["@water"]', 7, "@water"),
        ('words = ["flood"]', "words = []", 7, "needs words"),
        ('target = ["object"]', 'targets = ["object"]', 8, "targets"),
        ('target = ["object"]', 'voice = "loud"', 8, "voice"),
        ('target = ["object"]', 'transitive = "yes"', 8, "true or false"),
        ('target = ["object"]', 'evidence = ["wet"]', 8, "wet"),
        ("[[verb]]", "[[verbs]]", 6, "verbs"),
        ('example_in = "The river', 'crowd = "many"\nexample_in = "The river', 3, "crowd"),
        ('example_in = "The river', 'ordered = "yes"\nexample_in = "The river', 3, "true or false"),
        ('meaning = "Water over land."', "meaning = 3", 2, "meaning"),
        ('meaning = "Water over land."', "meaning = ", 2, "TOML"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(
    folder: Path, line: str, instead: str, number: int, told: str
) -> None:
    (folder / "flood.toml").write_text(GOOD.replace(line, instead), encoding="utf-8")
    with pytest.raises(PipelineError) as refused:
        load_event_types(folder)
    assert "flood.toml" in str(refused.value)
    assert f"line {number}" in str(refused.value)
    assert told in str(refused.value)


def test_the_page_names_every_type_with_its_examples() -> None:
    page = event_types_page()
    for kind in load_event_types():
        assert f"## {kind.name}\n" in page
        assert kind.example_in in page
        assert kind.example_out in page
    assert "take to @police_place" in page


def _lists(value: object, key: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, under its key."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _lists(inner, name)
    elif isinstance(value, list) and all(isinstance(word, str) for word in value):
        yield key, value
    elif isinstance(value, list):
        for inner in value:
            yield from _lists(inner, key)


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.toml")), ids=lambda path: path.stem)
def test_words_are_listed_once_and_spelt_right(path: Path) -> None:
    """Misspelt triggers are repaired in the text by `normalize`; the data has the right spelling only."""
    misspelt = (Path(str(files("codespell_lib"))) / "data" / "dictionary.txt").read_text(encoding="utf-8")
    wrong = {line.partition("->")[0] for line in misspelt.splitlines()}
    for key, words in _lists(tomllib.loads(path.read_text(encoding="utf-8"))):
        assert [word for word in words if words.count(word) > 1] == [], key
        if not key.endswith(("ending", "endings")):
            assert [word for word in words if any(part in wrong for part in word.split())] == [], key
