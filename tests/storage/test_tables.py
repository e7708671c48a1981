"""Tables on disk: what is written comes back, what is wrong is refused, nothing is half-written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from inspect import cleandoc
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import PipelineError
from pipeline.schema.arrow import RowError, from_table, schema_of, to_table
from pipeline.schema.dataset import TABLES, Correction, Event, PersonRole
from pipeline.schema.flow import Block, CleanItem, Edit
from pipeline.storage.sorting import column_of, sorted_rows
from pipeline.storage.tables import read_rows, write_rows

CORRECTION = Correction("page", None, "teh", "the", "spelling", 0.9, 4, 7)


def event(**changes: object) -> Event:
    values: dict[str, object] = {
        "event_id": "arrest-2011-08-04-ales-bialiatski", "event_type": "arrest", "plover_event": "COERCE",
        "plover_mode": "arrest", "trigger": "was arrested", "sentence": "He was arrested.",
        "date_start": date(2011, 8, 4), "date_end": date(2011, 8, 4), "date_precision": "day",
        "place_id": None, "place_name": None,
        "people": (PersonRole("ales-bialiatski", "Ales Bialiatski", "target"),), "organizations": (),
        "item_ids": ("page#0",), "mention_count": 1, "confidence": 0.9,
    }  # fmt: skip
    return Event(**(values | changes))  # type: ignore[arg-type]


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    events = [
        event(),
        event(event_id="other", people=(), date_start=None, date_end=None, date_precision=None),
    ]
    assert write_rows(tmp_path / "events.parquet", Event, events) == 2
    assert list(read_rows(tmp_path / "events.parquet", Event)) == events


numbers = st.integers(0, 2**40)
items = st.builds(
    CleanItem,
    st.text(max_size=9),
    st.text(max_size=9),
    st.text(),
    st.lists(st.builds(Block, st.sampled_from(["headline", "dateline", "body"]), numbers, numbers)).map(
        tuple
    ),
    st.lists(st.builds(Edit, numbers, numbers, numbers, numbers)).map(tuple),
    st.none() | st.dates(),
    st.none() | st.sampled_from(["day", "month", "year"]),
    st.none() | st.sampled_from(["dateline", "entry"]),
)


@given(st.lists(items))
def test_nested_rows_survive_arrow(rows: list[CleanItem]) -> None:
    assert list(from_table(to_table(rows, CleanItem), CleanItem)) == rows


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "typo"}, "'typo' is not one of"),
        ({"original": None}, "original may not be null"),
        ({"start": "4"}, "Correction"),
        ({"confidence": "high"}, "Correction"),
    ],
)
def test_a_row_that_breaks_its_declaration_is_refused(change: dict[str, object], message: str) -> None:
    values = {name: getattr(CORRECTION, name) for name in Correction.__slots__} | change
    with pytest.raises(RowError, match=message):
        to_table([Correction(**values)], Correction)  # type: ignore[arg-type]


def test_a_failed_write_leaves_the_last_good_file(tmp_path: Path) -> None:
    path = tmp_path / "corrections.parquet"
    write_rows(path, Correction, [CORRECTION])
    before = path.read_bytes()

    def broken() -> Iterator[Correction]:
        yield CORRECTION
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_rows(path, Correction, broken())
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["corrections.parquet"]


READERS: tuple[Callable[[Path], object], ...] = (
    lambda path: list(read_rows(path, Event)),
    lambda path: list(sorted_rows(path, Event, ("event_id",))),
    lambda path: column_of(path, "event_id"),
)


@pytest.mark.parametrize("read", READERS)
def test_missing_damaged_and_foreign_files_are_named(read: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    with pytest.raises(PipelineError, match=r"events\.parquet: missing; run"):
        read(path)
    path.write_text("no parquet")
    with pytest.raises(PipelineError, match=r"events\.parquet: not a readable Parquet file"):
        read(path)
    write_rows(path, Correction, [CORRECTION])
    with pytest.raises(PipelineError, match=r"events\.parquet: has no column event_id; run all stages"):
        read(path)


def test_a_file_that_breaks_off_inside_is_named(tmp_path: Path) -> None:
    path = tmp_path / "corrections.parquet"
    write_rows(path, Correction, [CORRECTION])
    data = bytearray(path.read_bytes())
    data[4:60] = bytes(56)  # the first column, behind the mark at the start
    path.write_bytes(data)
    with pytest.raises(PipelineError, match=r"corrections\.parquet: not a readable Parquet file"):
        list(read_rows(path, Correction))


@pytest.mark.parametrize(("name", "row"), TABLES)
def test_descriptions_travel_in_the_parquet_schema(name: str, row: type, tmp_path: Path) -> None:
    write_rows(tmp_path / "t.parquet", row, [])
    schema = pq.read_schema(tmp_path / "t.parquet")
    assert schema.equals(schema_of(row), check_metadata=False)
    assert schema.metadata[b"description"].decode() == cleandoc(row.__doc__ or "")
    assert all(field.metadata[b"description"].strip() for field in schema)
