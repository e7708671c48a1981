"""Tables in another order, and tables written as rows come: what is held does not grow with the table."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.schema.arrow import RowError
from pipeline.schema.dataset import Correction, PageText
from pipeline.schema.flow import Telling, ToldEvent
from pipeline.storage.sorting import column_of, sorted_rows
from pipeline.storage.tables import BATCH, ROW_GROUP, ROW_GROUP_BYTES, open_table, read_rows, write_rows


def told(event_id: str, item_id: str, at: int) -> ToldEvent:
    telling = Telling(
        item_id, "arrest", at, at + 1, 0, 9, "t", "s", None, None, None, None, None, (), 0.5, "test"
    )  # fmt: skip
    return ToldEvent(event_id, telling)


ROWS = [
    told("b", "p#10", 5),
    told("a", "p#10", 3),
    told("é", "p#9", 8),
    told("z", "p#9", 1),
    told("B", "p#9", 1),
]


def test_rows_come_sorted_by_code_points(tmp_path: Path) -> None:
    write_rows(tmp_path / "t.parquet", ToldEvent, ROWS)
    found = sorted_rows(tmp_path / "t.parquet", ToldEvent, ("event_id",))
    assert [row.event_id for row in found] == sorted(row.event_id for row in ROWS)


def test_rows_follow_their_leaders_and_equals_stay_in_order(tmp_path: Path) -> None:
    write_rows(tmp_path / "t.parquet", ToldEvent, ROWS)
    write_rows(tmp_path / "p.parquet", PageText, [PageText("p#9", ""), PageText("p#10", "")])
    leaders = column_of(tmp_path / "p.parquet", "page_id")
    found = sorted_rows(
        tmp_path / "t.parquet", ToldEvent, ("telling.item_id", "telling.trigger_start"), leaders
    )
    assert [row.event_id for row in found] == ["z", "B", "é", "a", "b"]


def correction(number: int) -> Correction:
    return Correction(f"page-{number}", None, "teh", "the", "spelling", 0.9, number, number + 3)


def test_rows_added_piecemeal_make_the_same_bytes(tmp_path: Path) -> None:
    rows = [correction(number) for number in range(ROW_GROUP + 100)]
    assert write_rows(tmp_path / "whole.parquet", Correction, rows) == len(rows)
    with open_table(tmp_path / "parts.parquet", Correction) as table:
        for start in range(0, len(rows), 700):
            table.add(rows[start : start + 700])
    assert (tmp_path / "whole.parquet").read_bytes() == (tmp_path / "parts.parquet").read_bytes()
    groups = pq.ParquetFile(tmp_path / "whole.parquet").metadata
    assert [groups.row_group(n).num_rows for n in range(groups.num_row_groups)] == [ROW_GROUP, 100]
    assert list(read_rows(tmp_path / "whole.parquet", Correction)) == rows


def test_long_texts_make_short_row_groups(tmp_path: Path) -> None:
    pages = 4 * BATCH
    text = "x" * (ROW_GROUP_BYTES // BATCH)
    write_rows(tmp_path / "t.parquet", PageText, (PageText(str(number), text) for number in range(pages)))
    assert pq.ParquetFile(tmp_path / "t.parquet").metadata.num_row_groups == 4


def test_a_wrong_row_leaves_the_old_table(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    write_rows(path, PageText, [PageText("old", "")])
    with pytest.raises(RowError), open_table(path, PageText) as table:
        table.add([PageText("new", "")])
        table.add([PageText("newer", None)])  # type: ignore[arg-type]
    assert list(read_rows(path, PageText)) == [PageText("old", "")]
    assert [file.name for file in tmp_path.iterdir()] == ["t.parquet"]
