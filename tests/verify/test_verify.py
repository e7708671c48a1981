"""A good dataset has no findings; each deliberate corruption is found."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.schema.arrow import schema_of
from pipeline.schema.datapackage import write_datapackage
from pipeline.schema.dataset import TABLES
from pipeline.verify import Finding, verify
from tests.verify.valid import RAW, rows, write_raw, write_valid

CORRUPTIONS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("corruptions.toml").read_text(encoding="utf-8")
)["corruption"]
NULL = "NULL"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A valid dataset, not to be touched."""
    return write_valid(tmp_path_factory.mktemp("valid"))


@pytest.fixture
def dataset(written: Path, tmp_path: Path) -> Path:
    """A valid dataset to spoil."""
    return Path(shutil.copytree(written, tmp_path / "dataset"))


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """The pages that it was made from."""
    return write_raw(tmp_path / "raw")


def lines(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


def rewrite(folder: Path, table: str, values: list[dict[str, Any]], schema: pa.Schema | None = None) -> None:
    """Write a table past the check at write, and describe it anew."""
    wanted = schema or schema_of(dict(TABLES)[table])
    holes = {name for row in values for name, value in row.items() if value is None}
    for index, field in enumerate(wanted):
        if field.name in holes and not field.nullable:
            wanted = wanted.set(index, field.with_nullable(True))
    pq.write_table(pa.Table.from_pylist(values, schema=wanted), folder / f"{table}.parquet")
    write_datapackage(folder)


def corrupt(folder: Path, change: dict[str, Any]) -> None:
    before = pq.read_table(folder / f"{change['table']}.parquet").to_pylist()
    after: list[dict[str, Any]] = []
    touched = 0
    for row in before:
        if any(row[name] != value for name, value in change["where"].items()):
            after.append(row)
            continue
        touched += 1
        if change.get("drop"):
            continue
        told = {name: None if value == NULL else value for name, value in change.get("set", {}).items()}
        moved = {name: row[name] + value for name, value in change.get("add", {}).items()}
        after += [row | told | moved] * (2 if change.get("twice") else 1)
    assert touched, "the corruption touches no row"
    rewrite(folder, change["table"], after)


def test_a_valid_dataset_has_no_findings(dataset: Path, raw: Path) -> None:
    assert lines(verify(dataset)) == ""
    assert lines(verify(dataset, raw)) == ""


def test_an_empty_dataset_has_no_findings(tmp_path: Path) -> None:
    for name, row in TABLES:
        pq.write_table(schema_of(row).empty_table(), tmp_path / f"{name}.parquet")
    write_datapackage(tmp_path)
    assert lines(verify(tmp_path)) == ""


@pytest.mark.parametrize("change", CORRUPTIONS, ids=lambda change: change["name"])
def test_corruption_is_found(change: dict[str, Any], dataset: Path) -> None:
    corrupt(dataset, change)
    table = change.get("in", change["table"])
    told = [str(f) for f in verify(dataset) if f.table == table]
    assert any(change["finds"] in line for line in told), told


def without(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def cut(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[: len(content) // 2])

    return change


def stray(folder: Path) -> None:
    (folder / ".pages.parquet.4711").write_bytes(b"half")


def flipped(folder: Path) -> None:
    path = folder / "places.parquet"
    content = bytearray(path.read_bytes())
    content[20] ^= 0xFF
    path.write_bytes(content)


def retyped(folder: Path) -> None:
    table = pq.read_table(folder / "items.parquet")
    index = table.schema.get_field_index("position")
    column = table["position"].cast(pa.int32())
    field = pa.field("position", pa.int32(), False)
    pq.write_table(table.set_column(index, field, column), folder / "items.parquet")


def renamed(folder: Path) -> None:
    table = pq.read_table(folder / "people.parquet")
    names = ["full_name" if name == "name" else name for name in table.column_names]
    pq.write_table(table.rename_columns(names), folder / "people.parquet")


def reordered(folder: Path) -> None:
    table = pq.read_table(folder / "people.parquet")
    pq.write_table(table.select(table.column_names[::-1]), folder / "people.parquet")


def undescribed(folder: Path) -> None:
    table = pq.read_table(folder / "places.parquet")
    bare = pa.schema([field.remove_metadata() for field in table.schema], metadata=table.schema.metadata)
    pq.write_table(table.cast(bare), folder / "places.parquet")


def package(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        path = folder / "datapackage.json"
        content = json.loads(path.read_text(encoding="utf-8"))
        change(content)
        path.write_text(json.dumps(content), encoding="utf-8")

    return apply


def unreadable(folder: Path) -> None:
    (folder / "datapackage.json").write_text("{", encoding="utf-8")


FILES: tuple[tuple[Callable[[Path], None], str], ...] = (
    (without("events.parquet"), "events: events.parquet is missing"),
    (without("datapackage.json"), "datapackage.json: datapackage.json is missing"),
    (cut("mentions.parquet"), "mentions: mentions.parquet is not a readable Parquet file"),
    (cut("page_texts.parquet"), "page_texts: page_texts.parquet is not a readable Parquet file"),
    (stray, "dataset: .pages.parquet.4711 does not belong to the dataset"),
    (flipped, "datapackage.json places: hash is"),
    (retyped, "items: column position is int32, not int64"),
    (renamed, "people: column name is missing"),
    (renamed, "people: column full_name is not declared"),
    (reordered, "people: the columns stand in another order"),
    (undescribed, "places: column place_id is not described as declared"),
    (unreadable, "datapackage.json: cannot be read"),
    (package(lambda d: d["resources"].pop()), "the resource is missing"),
    (package(lambda d: d["resources"][0].update(bytes=1)), "datapackage.json pages: bytes is 1, not"),
    (package(lambda d: d["resources"][0]["schema"].update(primaryKey=[])), "schema.primaryKey is [], not"),
    (package(lambda d: d["resources"][2]["schema"].pop("foreignKeys")), "schema.foreignKeys is None, not"),
    (package(lambda d: d.update(profile="tabular")), "profile is 'tabular', not"),
    (
        package(lambda d: d["resources"].append({"name": "spies"})),
        "datapackage.json spies: no table is called so",
    ),
)


@pytest.mark.parametrize(("change", "finds"), FILES, ids=[finds[:50] for _, finds in FILES])
def test_corrupt_file_is_found(change: Callable[[Path], None], finds: str, dataset: Path) -> None:
    change(dataset)
    assert finds in lines(verify(dataset))


def test_missing_folder_is_a_finding(tmp_path: Path) -> None:
    assert "is no folder" in lines(verify(tmp_path / "nowhere"))


def test_a_changed_page_file_is_found(dataset: Path, raw: Path) -> None:
    (raw / "lodz.txt").write_bytes(RAW["lodz.txt"] + b"more")
    assert "pages lodz: sha256 is not that of lodz.txt" in lines(verify(dataset, raw))
    (raw / "lodz.txt").unlink()
    assert "pages lodz: lodz.txt is no file in" in lines(verify(dataset, raw))


def test_a_page_text_that_is_not_the_files_is_found(dataset: Path, raw: Path) -> None:
    values = pq.read_table(dataset / "page_texts.parquet").to_pylist()
    changed = [row | {"text": row["text"].replace("Home", "Hole")} for row in values]
    rewrite(dataset, "page_texts", changed)
    assert "page_texts river: text is not that of news/river.txt" in lines(verify(dataset, raw))


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/hostname"])
def test_no_file_outside_the_raw_folder_is_read(path: str, dataset: Path, raw: Path) -> None:
    (raw.parent / "outside.txt").write_text("secret", encoding="utf-8")
    values = pq.read_table(dataset / "pages.parquet").to_pylist()
    rewrite(dataset, "pages", [row | {"path": path} if row["page_id"] == "lodz" else row for row in values])
    assert f"pages lodz: {path} is no file in" in lines(verify(dataset, raw))


def test_a_finding_is_one_line_and_many_are_counted(dataset: Path) -> None:
    (row,) = pq.read_table(dataset / "rejected_spans.parquet").to_pylist()
    many = [row | {"start": 100_000 + n, "text": "a\nb"} for n in range(250)]
    rewrite(dataset, "rejected_spans", many)
    told = [str(finding) for finding in verify(dataset) if finding.table == "rejected_spans"]
    assert len(told) == 101
    assert told[-1] == "rejected_spans: 150 more findings like the one before"
    assert not any("\n" in line for line in told)


EXTREMES: dict[pa.DataType, list[Any]] = {
    pa.string(): ["", "x" * 3000, "\n\r\x00\u202e"],
    pa.int64(): [2**62, -(2**62)],
    pa.float64(): [float("inf"), float("nan"), -1e300],
    pa.date32(): [date.min, date.max],
}


@pytest.mark.parametrize("table", [name for name, _ in TABLES])
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_no_value_breaks_the_check(table: str, turn: int, dataset: Path) -> None:
    before = pq.read_table(dataset / f"{table}.parquet")
    extreme = {
        field.name: EXTREMES[field.type][turn % len(EXTREMES[field.type])]
        for field in before.schema
        if field.type in EXTREMES
    }
    rewrite(dataset, table, [*before.to_pylist()[1:], before.to_pylist()[0] | extreme])
    findings = verify(dataset)
    assert all(len(str(finding).splitlines()) == 1 for finding in findings)


def test_the_valid_dataset_fills_every_table() -> None:
    assert all(found for found in rows().values())
