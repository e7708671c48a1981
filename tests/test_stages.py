"""The stages know nothing of each other: what two of them need is a module beside them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PIPELINE = Path(__file__).parent.parent / "pipeline"
STAGES = ("read", "segment", "normalize", "recognize", "resolve_dates", "link", "extract")


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_imports_another(stage: str) -> None:
    others = {f"pipeline.{other}" for other in STAGES if other != stage}
    for path in (PIPELINE / stage).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert not [name for name in names if ".".join(name.split(".")[:2]) in others], path
