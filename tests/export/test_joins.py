"""The joins shown in the documentation, run as they stand there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hostile_set import write_hostile

PAGE = (Path(__file__).parents[2] / "docs" / "use-the-dataset.md").read_text("utf-8")
PERSON = "Bialiatski"  # whom the documentation asks for; the test's dataset knows Volt
SOURCES = [("p.txt", "-2+3 were detained"), ("p.txt", "Held again")]


def shown(title: str) -> str:
    """The code below a title."""
    (code,) = re.findall(rf"^## {title}$.*?^```\w+\n(.*?)^```$", PAGE, re.M | re.S)
    return str(code).replace(PERSON, "Volt")


@pytest.fixture
def beside_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_hostile(tmp_path / "output" / "dataset")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("beside_output")
@pytest.mark.parametrize(("title", "package"), [("pandas", "pandas"), ("Polars", "polars")])
def test_data_frames(title: str, package: str) -> None:
    pytest.importorskip(package)
    names: dict[str, Any] = {}
    exec(shown(title), names)
    story = names["story"]
    rows = story.to_dict("records") if title == "pandas" else story.to_dicts()
    assert sorted((row["path"], row["sentence"]) for row in rows) == SOURCES
    assert {(str(row["date_start"]), row["name"]) for row in rows} == {("2015-03-13", "Irena Volt")}


@pytest.mark.usefixtures("beside_output")
def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    rows = duckdb.sql(shown("DuckDB")).fetchall()
    assert sorted((path, sentence) for *_, path, sentence, _, _ in rows) == SOURCES


@pytest.mark.usefixtures("beside_output")
def test_r() -> None:
    ready = ["Rscript", "-e", "stopifnot(requireNamespace('arrow'), requireNamespace('dplyr'))"]
    if not shutil.which("Rscript") or subprocess.run(ready, capture_output=True).returncode:
        pytest.skip("R with arrow and dplyr is not installed")
    code = shown("R") + 'cat(story$path, story$sentence, sep = "\\n")\n'
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True)
    assert "Held again" in done.stdout
