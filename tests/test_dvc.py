"""dvc.yaml says what is true: its deps are what each stage imports and reads, its stages are the stages."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pipeline.stages import STAGES

ROOT = Path(__file__).parent.parent
DVC = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]


def imported(path: Path, lazily: bool) -> set[str]:
    """Dotted names of `pipeline` modules that a file imports; inside functions too where `lazily`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if lazily else iter(tree.body)
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {name for name in names if name.split(".")[0] == "pipeline"}


def files_of(name: str) -> set[Path]:
    """The files that importing a dotted name runs."""
    parts = name.split(".")
    found = set()
    for end in range(1, len(parts) + 1):
        base = ROOT.joinpath(*parts[:end])
        found |= {p for p in (base.with_suffix(".py"), base / "__init__.py") if p.is_file()}
    return found


def closure(stage: str) -> set[Path]:
    """Every file of the package that `python -m pipeline STAGE` runs."""
    shared = files_of("pipeline.__main__") | files_of("pipeline.cli") | files_of("pipeline.stages")
    todo = shared | files_of(f"pipeline.steps.{stage}") | files_of("pipeline.progress")
    done: set[Path] = set()
    while todo:
        path = todo.pop()
        done.add(path)
        for name in imported(path, lazily=path not in shared):
            todo |= files_of(name) - done
    return done


@pytest.mark.parametrize("stage", DVC)
def test_deps_are_the_import_closure(stage: str) -> None:
    deps = [ROOT / dep for dep in DVC[stage]["deps"]]
    package = ROOT / "pipeline"
    code = [d for d in deps if package in (d, *d.parents) and "resources" not in d.parts]
    needed = closure(stage)
    missing = {p for p in needed if not any(p == dep or dep in p.parents for dep in code)}
    idle = {dep for dep in code if not any(p == dep or dep in p.parents for p in needed)}
    shown = [sorted(str(p.relative_to(ROOT)) for p in paths) for paths in (missing, idle)]
    assert shown == [[], []], f"deps of {stage}: missing, idle"


AUDIT = """
import json, sys
opened = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
from pipeline.cli import main
try:
    main(sys.argv[2:], standalone_mode=False)
finally:
    print(json.dumps(sorted(opened)), file=open(sys.argv[1], "w"))
"""


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[Path]]:
    """The resource files that each stage opens when all are run on raw/."""
    out = tmp_path_factory.mktemp("ran")
    reads: dict[str, set[Path]] = {}
    for stage in (name for name in DVC if name != "evaluate"):
        log = out / "log.json"
        options = ["--raw", str(ROOT / "raw"), "--output", str(out / "output"), "--executor", "serial"]
        subprocess.run([sys.executable, "-c", AUDIT, str(log), stage, *options], cwd=ROOT, check=True)
        opened = {Path(name).absolute() for name in json.loads(log.read_text(encoding="utf-8"))}
        reads[stage] = {path for path in opened if ROOT / "pipeline" / "resources" in path.parents}
    return reads


@pytest.mark.parametrize("stage", [name for name in DVC if name != "evaluate"])
def test_deps_are_the_resources_read(stage: str, ran: dict[str, set[Path]]) -> None:
    deps = [ROOT / dep for dep in DVC[stage]["deps"] if dep.startswith("pipeline/resources/")]
    read = ran[stage]
    missing = {p for p in read if not any(p == dep or dep in p.parents for dep in deps)}
    idle = {dep for dep in deps if not any(p == dep or dep in p.parents for p in read)}
    assert (missing, idle) == (set(), set())


def test_every_stage_is_in_dvc() -> None:
    assert set(DVC) == {name for name, _ in STAGES}


def test_outs_of_a_stage_are_the_inputs_of_later_ones() -> None:
    made: set[str] = set()
    order = [name for name, _ in STAGES if name in DVC]
    for stage in order:
        inputs = {dep for dep in DVC[stage]["deps"] if dep.startswith("output/")}
        assert inputs <= made, stage
        made |= {out if isinstance(out, str) else next(iter(out)) for out in DVC[stage].get("outs", ())}
