"""The joins shown in the documentation, run as they stand there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pandas as pd
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


def r_has(package: str) -> bool:
    """Whether R and a package of it are installed."""
    asked = ["Rscript", "-e", f"stopifnot(requireNamespace('{package}', quietly = TRUE))"]
    return bool(shutil.which("Rscript")) and not subprocess.run(asked, capture_output=True).returncode


# Debian packages R and dplyr but not arrow: without it, its one function reads the same tables from CSV.
ARROW = """
read_parquet <- function(path) {
  read.csv(sub("parquet$", "csv", path), na.strings = "", colClasses = c(date_start = "Date"))
}
"""


@pytest.mark.usefixtures("beside_output")
def test_r() -> None:
    if not r_has("dplyr"):
        pytest.skip("needs R with dplyr: apt-get install r-base-core r-cran-dplyr")
    code = shown("R")
    if not r_has("arrow"):
        code = code.replace("library(arrow)", ARROW)
        for table in Path("output/dataset").glob("*.parquet"):
            pd.read_parquet(table).to_csv(table.with_suffix(".csv"), index=False)
    code += 'cat(paste(story$path, story$sentence, story$date_start, story$name, sep = "|"), sep = "\\n")\n'
    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = sorted(tuple(line.split("|")) for line in done.stdout.splitlines())
    assert rows == [(*source, "2015-03-13", "Irena Volt") for source in SOURCES]
