"""A word that was typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.normalize.lexicon import english
from pipeline.normalize.traced_text import Fix
from pipeline.resources import table

_REPEATED = re.compile(r"(?<![\w'’-])([A-Za-z][a-z]{0,30})((?: (?i:\1))+)(?![\w'’-])")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("normalize/doubled")[key])


def doubled_words(text: str) -> Iterator[Fix]:
    """`the the`, but not `had had` and other pairs that English allows."""
    for found in _REPEATED.finditer(text):
        first, again = found.group(1), found.group(2).split()[0]
        before = text[max(0, found.start() - 12) : found.start()].lower().split()[-1:]
        after = text[found.end() : found.end() + 12].lower().split()[:1]
        if again.islower() and english().is_common(again) and not _is_meant(again, before, after):
            yield Fix(*found.span(), first, "duplicate", 0.95)


def _is_meant(word: str, before: list[str], after: list[str]) -> bool:
    if _words("relatives").intersection(before):
        return True
    slip = word in _words("unmeant") and _words("unmeant_before").intersection(after)
    return word in _words("meant") and not slip
