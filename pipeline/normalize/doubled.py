"""A word that was typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalize.lexicon import english
from pipeline.normalize.resources import load
from pipeline.normalize.traced_text import Fix

_REPEATED = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]{0,30})((?: (?i:\1))+)(?![\w'’-])")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(load("doubled")[key])


def doubled_words(text: str) -> Iterator[Fix]:
    """`the the`, but not `had had` and other pairs that English allows."""
    for found in _REPEATED.finditer(text):
        first, again = found.group(1), found.group(2).split()[0]
        if not again.islower() or again in _words("meant") or not english().is_common(again):
            continue
        before = text[max(0, found.start() - 12) : found.start()].lower().split()
        if not _words("relatives").intersection(before[-1:]):
            yield Fix(*found.span(), first, "duplicate", 0.95)
