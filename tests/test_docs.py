"""The documentation says what is there, or these tests fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.docs import write_docs
from pipeline.schema.dataset import EVENT_TYPES
from pipeline.stages import STAGES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))}


def test_generated_pages_are_up_to_date() -> None:
    assert write_docs(ROOT / "docs", check=True) == []


@pytest.mark.parametrize("command", main.commands)
def test_every_command_is_documented(command: str) -> None:
    assert f"`{command}`" in DOCS["commands.md"]
    help_text = main.commands[command].help
    assert help_text and len(help_text) > 10


@pytest.mark.parametrize("stage", [name for name, _ in STAGES])
def test_every_stage_is_documented(stage: str) -> None:
    assert f"`{stage}`" in DOCS["how-it-works.md"]


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_every_event_type_is_documented(event_type: str) -> None:
    assert re.search(rf"^#+ `?{event_type}`?$", DOCS["event-types.md"], re.M)


@pytest.mark.parametrize("page", ["README.md", *DOCS])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page if page == "README.md" else next((ROOT / "docs").rglob(page))
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{page} links to {target}"


def test_readme_names_the_two_commands() -> None:
    assert "make run" in README and "make test" in README
