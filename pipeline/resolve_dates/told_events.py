"""The date that the text has told of an event named again: "the trial ended on 3 May ... after the trial"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.resolve_dates.context import MEMORY
from pipeline.resolve_dates.scan import Candidate
from pipeline.resolve_dates.told import Earlier
from pipeline.syntax import Token, Tree

_COUNTS = re.compile(r"\b(?:after|before|following|preceding|since|eve {1,3}of)$", re.IGNORECASE)
# Characters behind the expression that hold the event's noun, and around a date that hold its event.
_AHEAD, _AROUND = 50, 150
# "arrest" and "arrested", "disappearance" and "disappeared" begin alike.
_STEM = 5
_SHORT_STEM = 4
# Nouns that name no event but point to the one that all is about.
_EVENT = ("event", "occasion", "action")


def told_of(candidate: Candidate, tree: Tree, earlier: Sequence[Earlier]) -> Earlier | None:
    """The date told last in a sentence on the event that the candidate counts from."""
    if not earlier or not _COUNTS.search(tree.text[candidate.start : candidate.end]):
        return None
    dated = tuple(found for found in reversed(earlier[-MEMORY:]) if found.first.day and not found.background)
    nouns = _nouns_behind(tree, candidate.end)
    if nouns and nouns[-1].lemma in _EVENT:
        return dated[-1] if dated else None  # the first day told, that of the item or entry
    pairs = ((noun, found) for noun in reversed(nouns) for found in dated if not found.clause.event)
    return next((found for noun, found in pairs if _speaks_of(noun, found, tree)), None)


def _nouns_behind(tree: Tree, end: int) -> tuple[Token, ...]:
    """The nouns of the name of an event, its head last, often; "the raid staff" are two phrases."""
    nouns: list[Token] = []
    for index in tree.at(end, min(end + _AHEAD, len(tree.text))):
        token = tree.tokens[index]
        if token.pos == "NOUN":
            nouns.append(token)
        elif nouns or token.pos not in ("DET", "ADJ", "PROPN", "PRON", "PART"):
            break
    return tuple(nouns)


def _speaks_of(noun: Token, found: Earlier, tree: Tree) -> bool:
    inside = tree.at(found.start, found.end)
    if not inside:
        return False
    sentence = tree.sentence_of(inside[0])
    near = tree.at(max(found.start - _AROUND, 0), min(found.end + _AROUND, len(tree.text)))
    stem = noun.lemma.casefold()[:_STEM]
    return any(
        index in sentence and index < noun.i and _alike(tree.tokens[index].lemma.casefold(), stem)
        for index in near
    )


def _alike(lemma: str, stem: str) -> bool:
    """ "stab" is what a "stabbing" is called."""
    return lemma.startswith(stem) or (len(lemma) >= _SHORT_STEM and stem.startswith(lemma))
