"""The date that the text has told of an event named again: "the trial ended on 3 May ... after the trial"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.resolve_dates.context import MEMORY, Earlier
from pipeline.resolve_dates.scan import Candidate
from pipeline.syntax import Token, Tree

_COUNTS = re.compile(r"\b(?:after|before|following|since)$", re.IGNORECASE)
# Characters behind the expression that hold the event's noun, and around a date that hold its event.
_AHEAD, _AROUND = 50, 150
# "arrest" and "arrested", "disappearance" and "disappeared" begin alike.
_STEM = 5


def told_of(candidate: Candidate, tree: Tree, earlier: Sequence[Earlier]) -> Earlier | None:
    """The date told last in a sentence on the event that the candidate counts from."""
    if not earlier or not _COUNTS.search(tree.text[candidate.start : candidate.end]):
        return None
    noun = _noun_behind(tree, candidate.end)
    if noun is None:
        return None
    dated = (found for found in reversed(earlier[-MEMORY:]) if found.first.day and not found.background)
    return next((found for found in dated if not found.clause.event and _speaks_of(noun, found, tree)), None)


def _noun_behind(tree: Tree, end: int) -> Token | None:
    noun = None
    for index in tree.at(end, min(end + _AHEAD, len(tree.text))):
        token = tree.tokens[index]
        if token.pos == "NOUN":
            noun = token
        elif noun is not None or token.pos not in ("DET", "ADJ", "PROPN", "PRON", "PART"):
            break
    return noun


def _speaks_of(noun: Token, found: Earlier, tree: Tree) -> bool:
    inside = tree.at(found.start, found.end)
    if not inside:
        return False
    sentence = tree.sentence_of(inside[0])
    near = tree.at(max(found.start - _AROUND, 0), min(found.end + _AROUND, len(tree.text)))
    stem = noun.lemma.casefold()[:_STEM]
    return any(
        index in sentence and index < noun.i and tree.tokens[index].lemma.casefold().startswith(stem)
        for index in near
    )
