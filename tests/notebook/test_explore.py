"""The notebook: stored bare, every cell explained, and run on real and on hostile data."""

from __future__ import annotations

import base64
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.export.hostile_set import write_hostile

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
for package in ("countryinfo", "ipykernel", "matplotlib", "networkx"):
    pytest.importorskip(package)

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "explore.ipynb"
PNG = b"\x89PNG"


def executed(dataset: Path) -> list[Any]:
    """The cells after a run; raises where one fails."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    resources = {"metadata": {"path": str(NOTEBOOK.parent)}}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATASET", str(dataset))
        nbclient.NotebookClient(notebook, timeout=300, resources=resources).execute()
    cells: list[Any] = notebook.cells
    return cells


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells run on a dataset whose text means harm."""
    return executed(write_hostile(tmp_path_factory.mktemp("dataset")))


def outputs(cells: list[Any], kind: str) -> list[str]:
    """What the cells show, of one media type."""
    found = (output.get("data", {}).get(kind) for cell in cells for output in cell.get("outputs", ()))
    return [data for data in found if data]


def test_it_is_stored_without_outputs() -> None:
    cells = [cell for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code"]
    assert not [cell for cell in cells if cell.outputs or cell.execution_count]


def test_every_code_cell_is_explained() -> None:
    kinds = [cell.cell_type for cell in nbformat.read(NOTEBOOK, as_version=4).cells]
    assert kinds[0] == "markdown"
    assert ("code", "code") not in pairwise(kinds)


def test_it_draws_a_timeline_a_map_and_a_network(hostile: list[Any]) -> None:
    plots = [base64.b64decode(data) for data in outputs(hostile, "image/png")]
    assert len(plots) == 3
    assert all(plot.startswith(PNG) for plot in plots)


def test_page_text_runs_nothing(hostile: list[Any]) -> None:
    shown = "".join(outputs(hostile, "text/html"))
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script" not in shown


def test_bialiatskis_arrest_comes_first_with_its_three_sources(example: Path) -> None:
    cells = executed(example / "dataset")
    story = outputs(cells, "text/html")[-1]
    first = story.split("<p>")[1]
    assert "Ales Bialiatski" in story.split("<p>")[0]
    assert "2011-08-04" in first and "arrest (as target)" in first
    assert first.count("<blockquote>") == 3
    assert "solidarity-with-the-civil-society.txt, characters" in first
    assert len(outputs(cells, "image/png")) == 3
