"""Every format read back with a reader of its own."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile_set import FORMULA, ROWS, write_hostile

from pipeline.cli import main
from pipeline.errors import PipelineError
from pipeline.export import FORMATS, export
from pipeline.schema.column import fields_of
from pipeline.schema.dataset import TABLES, Event, Person

RUNS = ("=", "+", "-", "@", "\t", "\r", "\n")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(tmp_path_factory.mktemp("dataset"))


def exported(dataset: Path, to: str, tmp_path: Path) -> Path:
    out = tmp_path / f"out.{to}"
    export(dataset, to, out)
    return out


def test_csv_has_every_table_row_and_column(dataset: Path, tmp_path: Path) -> None:
    out = exported(dataset, "csv", tmp_path)
    for name, row in TABLES:
        with (out / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert header == [field.name for field in fields_of(row)]
        assert len(rows) == len(ROWS.get(row, []))
        assert not [cell for line in rows for cell in line if cell.startswith(RUNS)]


def test_csv_shows_lists_as_a_reader_would(dataset: Path, tmp_path: Path) -> None:
    with (exported(dataset, "csv", tmp_path) / "events.csv").open(encoding="utf-8", newline="") as file:
        held, _, _ = csv.DictReader(file)
    assert held["people"] == f"Irena Volt (target); {FORMULA} (target)"
    assert (held["date_start"], held["sentence"]) == ("2015-03-13", "'-2+3 were detained")


def test_xlsx_holds_no_formula_and_cuts_what_does_not_fit(dataset: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(exported(dataset, "xlsx", tmp_path))
    assert book.sheetnames == [name for name, _ in TABLES]
    cells = [cell for sheet in book for line in sheet.iter_rows() for cell in line]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [cell.value for cell in cells if isinstance(cell.value, str) and cell.value.startswith(RUNS)]
    assert book["people"].max_row == 1 + len(ROWS[Person])
    text = book["page_texts"]["B2"].value
    assert len(text) == 32_767
    assert text.endswith("[cut]")
    assert book["places"]["F2"].value == 53.9


def test_duckdb_has_keys_types_and_descriptions(dataset: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect(str(exported(dataset, "duckdb", tmp_path)), read_only=False) as database:
        found = database.execute(
            "SELECT e.date_start, p.name FROM events e JOIN event_people USING (event_id) "
            "JOIN people p USING (person_id) WHERE p.name LIKE 'Irena%' AND e.date_start IS NOT NULL"
        ).fetchall()
        assert [(str(day), name) for day, name in found] == [("2015-03-13", "Irena Volt")]
        (comment,) = database.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'events' AND column_name = 'confidence'"
        ).fetchone()
        assert comment == "Estimated chance that the event is right, 0 to 1."
        with pytest.raises(duckdb.ConstraintException):
            database.execute("INSERT INTO people SELECT * FROM people LIMIT 1")


def test_geojson_puts_events_where_they_happened(dataset: Path, tmp_path: Path) -> None:
    made = json.loads(exported(dataset, "geojson", tmp_path).read_text("utf-8"))
    assert made["type"] == "FeatureCollection"
    features = {feature["id"]: feature for feature in made["features"]}
    assert features["held"]["geometry"] == {"type": "Point", "coordinates": [27.57, 53.9]}
    assert features["appeal"]["geometry"] is None
    assert features["undated"]["properties"]["date_start"] is None
    assert features["held"]["properties"]["people"][0] == "Irena Volt (target)"


def test_graphml_leads_from_people_to_events_to_places(dataset: Path, tmp_path: Path) -> None:
    nx = pytest.importorskip("networkx")
    graph = nx.read_graphml(exported(dataset, "graphml", tmp_path), force_multigraph=True)
    assert {data["role"] for data in graph["person:volt"]["event:held"].values()} == {"target"}
    assert list(graph.successors("event:held")) == ["place:minsk"]
    assert graph.nodes["place:minsk"]["latitude"] == 53.9
    assert "date" not in graph.nodes["event:undated"]
    assert graph.nodes["organization:archive"]["label"] == "Open Archive"


def test_ftm_entities_are_valid_and_point_to_one_another(dataset: Path, tmp_path: Path) -> None:
    model = pytest.importorskip("followthemoney").model
    lines = exported(dataset, "ftm", tmp_path).read_text("utf-8").splitlines()
    entities = {data["id"]: model.get_proxy(data, cleaned=False) for data in map(json.loads, lines)}
    assert len(entities) == len(lines)
    for line in lines:
        data = json.loads(line)
        entity = entities[data["id"]]
        entity.schema.validate(data)
        assert entity.to_dict()["properties"] == data["properties"]
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range)
    events = {entity.caption: entity for entity in entities.values() if entity.schema.name == "Event"}
    held = events["detention: detained"]
    assert held.get("date") == ["2015-03-13"]
    assert held.get("country") == ["by"]
    assert len(held.get("proof")) == 2
    assert events["appeal or letter: called on"].get("startDate") == ["2015-03"]
    roles = [
        (entities[link.first("subject")].caption, link.first("role"))
        for link in entities.values()
        if link.schema.name == "UnknownLink" and link.first("object") == held.id
    ]
    assert ("Irena Volt", "target") in roles
    assert len(roles) == 3


@pytest.mark.parametrize("to", FORMATS)
def test_a_dataset_without_a_table_is_named_and_leaves_the_old_export(to: str, tmp_path: Path) -> None:
    if to == "ftm":
        pytest.importorskip("followthemoney", reason="the extra `ftm` needs PyICU, which has no wheel")
    broken = write_hostile(tmp_path / "dataset")
    out = tmp_path / f"out.{to}"
    export(broken, to, out)
    before = {file: file.read_bytes() for file in sorted(tmp_path.rglob(f"out.{to}*")) if file.is_file()}
    (broken / "events.parquet").unlink()
    with pytest.raises(PipelineError, match=r"events\.parquet"):
        export(broken, to, out)
    assert {file: file.read_bytes() for file in before} == before
    assert not list(tmp_path.glob(".*"))


def test_an_unknown_format_names_those_there_are(dataset: Path, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=", ".join(FORMATS)):
        export(dataset, "pdf", tmp_path / "x")


def test_a_library_that_is_not_installed_is_named(
    dataset: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    monkeypatch.delitem(sys.modules, "pipeline.export.workbook", raising=False)
    with pytest.raises(PipelineError, match=r"openpyxl.*`export`"):
        export(dataset, "xlsx", tmp_path / "x.xlsx")


def test_a_folder_is_not_written_over_by_a_file(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(PipelineError, match="stands in the way"):
        export(dataset, "geojson", tmp_path / "x")


def test_every_event_is_in_the_geojson(dataset: Path, tmp_path: Path) -> None:
    made = json.loads(exported(dataset, "geojson", tmp_path).read_text("utf-8"))
    assert [feature["id"] for feature in made["features"]] == [e.event_id for e in ROWS[Event]]  # type: ignore[attr-defined]


def test_the_command_says_where_it_wrote(dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "dataset").symlink_to(dataset)
    done = CliRunner().invoke(main, ["export", "--to", "geojson", "--output", str(tmp_path)])
    assert done.exit_code == 0
    assert Path(done.output.strip()).read_text("utf-8").startswith('{"type": "FeatureCollection"')
