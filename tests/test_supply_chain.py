"""Nothing comes in at run time: pinned packages, a checked model, no sockets, no code out of data."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from raw_folder import ARTICLE, ROOT, make_raw

from pipeline.errors import PipelineError
from pipeline.params import Params
from pipeline.recognize.model import integrity

FORBIDDEN = {"pickle", "marshal", "shelve", "dill", "joblib", "socket", "urllib", "requests", "httpx"}
CALLS = {"eval", "exec", "compile", "__import__"}
CLOCKS = {"now", "utcnow", "today", "localtime", "gmtime", "ctime", "time"}


def calls(tree: ast.AST) -> list[str]:
    """Names that are called as such, and `module.name` where an attribute is."""
    functions = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [ast.unparse(function) for function in functions]


@pytest.mark.parametrize("path", sorted((ROOT / "pipeline").rglob("*.py")), ids=lambda path: path.stem)
def test_no_module_runs_data_or_reads_the_clock_or_the_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imports = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    imports |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    called = calls(tree)
    assert not imports & FORBIDDEN
    assert not CALLS & set(called)
    assert not [name for name in called if "." in name and name.split(".")[-1] in CLOCKS]
    assert not [name for name in called if name in ("yaml.load", "yaml.unsafe_load")]


def test_every_package_is_pinned_with_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-ftm.lock"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
        assert len(lines) > 20
        assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


def test_the_installed_model_is_the_pinned_one() -> None:
    integrity.check_model(Params().model)
    assert Params().model in integrity._pinned()


def test_a_changed_model_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = Params().model
    distribution = metadata.distribution(name)
    for path in distribution.files or ():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(str(path.locate()), target)
    copy = metadata.Distribution.at(next(tmp_path.glob("*.dist-info")))
    monkeypatch.setattr(metadata, "distribution", lambda _: copy)
    integrity.check_model(name)
    (changed,) = tmp_path.rglob("parser/model")
    data = bytearray(changed.read_bytes())
    data[1000] ^= 1
    changed.write_bytes(data)
    with pytest.raises(PipelineError, match=r"parser/model differs"):
        integrity.check_model(name)
    record = next(tmp_path.glob("*.dist-info")) / "RECORD"
    digest = integrity._digest(changed)
    record.write_text(re.sub(r"(parser/model,sha256=)[^,]+", rf"\g<1>{digest}", record.read_text()))
    with pytest.raises(PipelineError, match=r"version .* differs"):
        integrity.check_model(name)


WATCHED = """
import json, os, sys
used = {"read": [], "written": []}
WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
def hook(event, args):
    if event.startswith("socket."):
        raise RuntimeError(f"{event} at run time")
    if event == "open" and isinstance(args[0], (str, bytes)):
        used["written" if args[2] & WRITE else "read"].append(os.path.abspath(os.fsdecode(args[0])))
    elif event in ("os.remove", "os.rmdir"):  # of a tree they are named within a folder that is open
        folder = os.readlink(f"/proc/self/fd/{args[1]}") if args[1] >= 0 else os.getcwd()
        used["written"].append(os.path.join(folder, os.fsdecode(args[0])))
    elif event in ("os.rename", "os.mkdir", "os.symlink", "os.truncate"):
        used["written"] += [os.path.abspath(os.fsdecode(a)) for a in args[:2] if isinstance(a, (str, bytes))]
sys.addaudithook(hook)
from pipeline.cli import main
try:
    main(sys.argv[2:], standalone_mode=False)
finally:
    print(json.dumps(used), file=os.fdopen(int(sys.argv[1]), "w"))
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, set[Path]]]:
    """A run that may use no socket, beside files that are none of its business; what it opened."""
    import os

    folder = tmp_path_factory.mktemp("watched")
    raw = make_raw(folder / "raw")
    (folder / "secret.txt").write_text(ARTICLE, encoding="utf-8")
    (raw / "link.txt").symlink_to(folder / "secret.txt")
    (folder / "home").mkdir()
    log = os.open(folder / "log.json", os.O_WRONLY | os.O_CREAT)
    options = ["--raw", str(raw), "--output", str(folder / "out")]
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(log), "run", *options, "--executor", "serial"],
        cwd=ROOT, pass_fds=(log,), capture_output=True, text=True, check=False,
        env=os.environ | {"HOME": str(folder / "home"), "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    used = json.loads((folder / "log.json").read_text(encoding="utf-8"))
    return folder, {kind: {Path(name) for name in names} for kind, names in used.items()}


def test_no_socket_is_opened(watched: tuple[Path, dict[str, set[Path]]]) -> None:
    assert (watched[0] / "out" / "dataset" / "events.parquet").exists()


def test_nothing_outside_raw_is_read(watched: tuple[Path, dict[str, set[Path]]]) -> None:
    folder, used = watched
    inside = {path for path in used["read"] if folder in path.parents}
    allowed = (folder / "raw", folder / "out", folder / "none")
    assert folder / "raw" / "chronicle.txt" in inside
    assert {path for path in inside if not any(a in (path, *path.parents) for a in allowed)} == set()
    assert folder / "raw" / "link.txt" not in inside


def test_nothing_outside_the_output_is_written(watched: tuple[Path, dict[str, set[Path]]]) -> None:
    folder, used = watched
    outside = {path for path in used["written"] if folder / "out" not in (path, *path.parents)}
    assert {path for path in outside if not path.is_relative_to("/dev")} == set()
    assert {path.name for path in folder.iterdir()} == {"raw", "out", "home", "secret.txt", "log.json"}
    assert list((folder / "home").iterdir()) == []
