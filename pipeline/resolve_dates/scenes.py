"""What is part of the story where a date stands, and what is told beside it or from before it."""

from __future__ import annotations

from itertools import islice

from pipeline.syntax import Token, Tree

_ASIDE = frozenset(["relcl", "acl"])
_CLIMB = 12
_REPORTED = "ccomp"


def sentence_start(tree: Tree, start: int, end: int) -> int | None:
    """Index of the token that begins the sentence of these clean offsets."""
    head = tree.head_of(start, end)
    return tree.sentence_of(head.i).start if head else None


def is_aside(tree: Tree, start: int, end: int) -> bool:
    """True in a relative clause: "she asked after a student who vanished on 28 July"."""
    head = tree.head_of(start, end)
    above = [head, *islice(tree.ancestors(head.i), _CLIMB)] if head else []
    return any(token.dep in _ASIDE for token in above)


def is_reported(tree: Tree, start: int, end: int) -> bool:
    """True in what somebody says: "he admitted that they were held after an arrest on 3 May"."""
    head = tree.head_of(start, end)
    above = [head, *islice(tree.ancestors(head.i), _CLIMB)] if head else []
    return any(token.dep == _REPORTED for token in above)


def is_pluperfect(tree: Tree, start: int, end: int) -> bool:
    """True of "had been refused on 4 May": it happened before what is told."""
    verb = _verb_above(tree, start, end)
    helpers = tree.children(verb.i, "aux", "auxpass") if verb else ()
    return any(helper.text.casefold() in ("had", "'d", "’d") for helper in helpers)


def _verb_above(tree: Tree, start: int, end: int) -> Token | None:
    head = tree.head_of(start, end)
    above = [head, *islice(tree.ancestors(head.i), _CLIMB)] if head else []
    return next((token for token in above if token.pos in ("VERB", "AUX")), None)
