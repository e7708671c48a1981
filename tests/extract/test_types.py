"""Sentences and the types that they tell of: types.txt, a line each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

LINES = (Path(__file__).parent / "types.txt").read_text(encoding="utf-8").splitlines()


def _cases() -> Iterator[Any]:
    for line in LINES:
        if line and not line.startswith("#"):
            known = line.startswith("! ")
            types, text = line.removeprefix("! ").split(" | ", 1)
            marks = [pytest.mark.xfail(reason="not read yet", strict=True)] if known else []
            yield pytest.param(types, text, id=text[:60], marks=marks)


def _case(text: str) -> dict[str, str]:
    if text.startswith("h:"):
        return {"headline": text[2:], "text": "It rained."}
    return {"entry": "2013-05-04", "text": text[2:]} if text.startswith("e:") else {"text": text}


@pytest.mark.parametrize(("types", "text"), list(_cases()))
def test_types(types: str, text: str, marked: Callable[[Mapping[str, Any]], Any]) -> None:
    wanted = Counter(kind.strip() for kind in types.split(",") if kind.strip() != "-")
    assert Counter(telling.event_type for telling in marked(_case(text)).tell()) == wanted
