"""A word that was typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalize.lexicon import english
from pipeline.normalize.resources import load
from pipeline.normalize.traced_text import Fix

_TWO = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]{0,30}) (?=([a-z]{1,31})(?![\w'’-]))")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("doubled")[key])


def doubled_words(text: str) -> Iterator[Fix]:
    """`the the`, but not `had had` and other pairs that English allows."""
    for found in _TWO.finditer(text):
        first, second = found.groups()
        if first.lower() != second or second in _words("meant") or not english().is_common(second):
            continue
        if not _words("relatives").intersection(
            text[max(0, found.start() - 12) : found.start()].lower().split()[-1:]
        ):
            yield Fix(found.start(), found.end() + len(second), first, "duplicate", 0.95)
