"""The command line on good and bad input: exit codes, one-line errors, nothing lost."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.commands import dataset_in
from pipeline.errors import PipelineError
from pipeline.evaluate import Evaluation
from pipeline.evaluate.figures import Figure
from pipeline.summary import print_figures

Pipeline = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = (
    "Editor detained in Nairobi\n\n12 March 2014\n\n"
    "Police in Nairobi detained the editor Wanjiru Kamau on 11 March 2014. She was released the next day.\n"
)


def hash_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_no_pages_is_one_clear_line(name: str, tmp_path: Path, pipeline: Pipeline) -> None:
    raw = tmp_path / name
    if name == "empty":
        raw.mkdir()
    done = pipeline("run", "--raw", raw, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert done.stderr.startswith("error: ") and str(raw) in done.stderr
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert not (tmp_path / "out" / "dataset").exists()


def test_bad_files_are_named_and_the_others_come_out(tmp_path: Path, pipeline: Pipeline) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "good.txt").write_text(ARTICLE, encoding="utf-8")
    (raw / "nothing.txt").write_bytes(b"")
    (raw / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (raw / "western.txt").write_bytes(ARTICLE.replace("Kamau", "Kamaué “says”").encode("windows-1252"))
    done = pipeline("run", "--raw", raw, "--output", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    pages = {p["path"]: p for p in pq.read_table(tmp_path / "out/dataset/pages.parquet").to_pylist()}
    assert pages["nothing.txt"]["problem"] and pages["picture.txt"]["problem"]
    for path in ("nothing.txt", "picture.txt"):
        assert any(path in line and "was not read" in line for line in done.stderr.splitlines())
    assert pages["good.txt"]["item_count"] == pages["western.txt"]["item_count"] == 1
    assert pipeline("run", "--raw", raw, "--output", tmp_path / "out", "--strict").returncode == 3


def test_a_model_that_is_not_installed_says_how_to_get_it(tmp_path: Path, pipeline: Pipeline) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "good.txt").write_text(ARTICLE, encoding="utf-8")
    done = pipeline("run", "--raw", raw, "--output", tmp_path / "out", "--model", "no_such_model")
    assert done.returncode == 1
    (only,) = done.stderr.strip().splitlines()  # before any stage has run
    assert only.startswith("error: ") and "no_such_model" in only and "install" in only


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("modle: x", "may only set"),
        ("workers: many", "workers must be"),
        ("model: [", "not readable as YAML"),
        ("executor: threads", "choose one of serial, processes, dask"),
        ("workers: -1", "give 0 (one a core)"),
    ],
)
def test_a_wrong_params_file_is_named(text: str, message: str, tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "params.yaml").write_text(text)
    done = pipeline("read", "--params", tmp_path / "params.yaml", "--output", tmp_path / "out")
    assert done.returncode == 1 and message in done.stderr and "params.yaml" in done.stderr


def test_same_bytes_whatever_the_workers_hash_seed_zone_and_locale(
    example: Path, tmp_path: Path, pipeline: Pipeline
) -> None:
    env = {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "OMP_NUM_THREADS": "1"}
    options = ["--raw", Path(__file__).parent.parent / "raw", "--output", tmp_path / "out"]
    done = pipeline("run", *options, "--executor", "serial", **env)
    assert done.returncode == 0, done.stderr
    assert hash_of(tmp_path / "out/dataset") == hash_of(example / "dataset")


@pytest.mark.parametrize("output", [".", "sub/made"])
def test_nothing_is_written_among_the_pages(output: str, tmp_path: Path, pipeline: Pipeline) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Activist held\n\n3 May 2012\nPolice held an activist in Minsk.\n", encoding="utf-8")
    done = pipeline("run", "--raw", tmp_path, "--output", tmp_path / output)
    assert done.returncode == 1
    assert "lies in the folder of pages" in done.stderr
    assert list(tmp_path.iterdir()) == [page]


def test_a_read_only_output_is_named(tmp_path: Path, pipeline: Pipeline) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    done = pipeline("read", "--output", tmp_path / "out")
    assert done.returncode == 1 and str(tmp_path / "out") in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dataset_is_found_by_its_output_folder_too(tmp_path: Path) -> None:
    (tmp_path / "dataset").mkdir()
    (tmp_path / "dataset" / "pages.parquet").touch()
    assert dataset_in(tmp_path) == dataset_in(tmp_path / "dataset") == tmp_path / "dataset"
    (tmp_path / "none").mkdir()
    for nowhere in ("none", "missing"):
        with pytest.raises(PipelineError, match="no dataset there; name the folder of its tables"):
            dataset_in(tmp_path / nowhere)


def test_an_area_without_labels_has_no_figure(capsys: pytest.CaptureFixture[str]) -> None:
    figures = {"items": Figure(0.5, 1.0, 2 / 3, 4), "typos": Figure(0.0, 0.0, 0.0, 0)}
    print_figures(Evaluation(figures, {}, {}, (), (0.0, 0), (), (), ()))
    shown = {line.split()[3]: line.split()[5:-1:2] for line in capsys.readouterr().out.splitlines()[3:-1]}
    assert shown == {"items": ["0.500", "1.000", "0.667", "4"], "typos": ["n/a", "n/a", "n/a", "0"]}


def test_help_is_quick_to_start(pipeline: Pipeline) -> None:
    done = pipeline("--help", PYTHONPROFILEIMPORTTIME="1")
    heavy = {"spacy", "pandas", "pyarrow", "dateparser", "numpy"}
    imported = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert done.returncode == 0 and imported and not imported & heavy


def test_a_profile_says_where_the_time_went(tmp_path: Path, pipeline: Pipeline) -> None:
    raw, profile = tmp_path / "raw", tmp_path / "profile.json"
    raw.mkdir()
    (raw / "one.txt").write_text(ARTICLE, encoding="utf-8")
    for _ in range(2):
        done = pipeline("run", "--raw", raw, "--output", tmp_path / "out", "--force", "--profile", profile)
        assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1].startswith("Took ")
    stages = {stage["stage"]: stage for stage in json.loads(profile.read_text())["stages"]}
    assert stages["recognize"]["rows"] == stages["recognize"]["remembered"] == 1
    assert all(stage["wall"] > 0 for stage in stages.values())
