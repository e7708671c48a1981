"""Looks up all places of the tests at once, since each look-up reads the gazetteer through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.link.gazetteer import cities_named

_MARKED = re.compile(r"\[l ([^\[\]]+)\]|\"([^\"\[\]]+)\"")


@pytest.fixture(scope="session", autouse=True)
def gazetteer() -> None:
    names = set()
    for file in sorted(Path(__file__).parent.glob("*.*")):
        if file.suffix in (".toml", ".py"):
            names |= {a or b for a, b in _MARKED.findall(file.read_text(encoding="utf-8"))}
    cities_named(names)
