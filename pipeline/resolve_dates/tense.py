"""The tense of the clause that a date stands in, read from its dependency tree."""

from __future__ import annotations

import re

from pipeline.resolve_dates.context import Tense
from pipeline.syntax import Token, Tree

_FUTURE_MODALS = frozenset({"will", "shall", "'ll", "wo", "’ll", "sha"})
_PLANNED = frozenset(
    [
        "schedule",
        "set",
        "plan",
        "due",
        "expect",
        "slate",
        "appoint",
        "fix",
        "intend",
        "go",
        "about",
        "announce",
        "await",
        "invite",
        "call",
        "prepare",
    ]
)
_DEADLINE = re.compile(
    r"\b(?:until|till|til|to|for|no later than|not later than|through|scheduled|set|due)"
    r"(?: on| the| midnight| noon)?(?: of)? ?$",
    re.IGNORECASE,
)
# A clause deeper than this in its sentence is not climbed out of.
_CLIMB = 12


def is_deadline(before: str) -> bool:
    """True where the words before a date make it an end or a plan ("until", "postponed to").

    `before` need hold no more than the last thirty characters.

    >>> is_deadline("The trial was adjourned to "), is_deadline("They met on ")
    (True, False)
    """
    return _DEADLINE.search(before) is not None


def tense_at(tree: Tree, start: int, end: int) -> Tense:
    """The tense of the nearest verb above the words at these clean offsets."""
    head = tree.head_of(start, end)
    if head is None:
        return Tense.UNKNOWN
    verbs = _verbs_above(tree, head)
    for verb in verbs:
        tense = _tense_of(tree, verb)
        if tense is not None:
            return tense
    return Tense.UNKNOWN


def _verbs_above(tree: Tree, head: Token) -> list[Token]:
    found = [head] if head.pos in ("VERB", "AUX") else []
    for count, token in enumerate(tree.ancestors(head.i)):
        if count == _CLIMB:
            break
        if token.pos in ("VERB", "AUX"):
            found.append(token)
    return found


def _tense_of(tree: Tree, verb: Token) -> Tense | None:
    helpers = tree.children(verb.i, "aux", "auxpass")
    words = {t.text.casefold() for t in helpers}
    lemmas = {t.lemma for t in helpers}
    if words & _FUTURE_MODALS:
        return Tense.FUTURE
    if any(t.tag == "MD" for t in helpers):
        return Tense.UNKNOWN
    if "to" in words:
        return _of_infinitive(tree, verb)
    if any(t.tag == "VBD" for t in helpers) or verb.tag == "VBD" or "have" in lemmas:
        return Tense.PAST
    if verb.tag == "VBN":
        if "be" in lemmas:
            return Tense.FUTURE if verb.lemma in _PLANNED else Tense.PRESENT
        return Tense.PAST
    if verb.tag in ("VBZ", "VBP"):
        return _of_present(tree, verb)
    return Tense.PRESENT if "be" in lemmas else None


def _of_infinitive(tree: Tree, verb: Token) -> Tense:
    head = tree.tokens[verb.head]
    planned = head.i != verb.i and (head.lemma in _PLANNED or head.lemma == "be")
    return Tense.FUTURE if planned else Tense.UNKNOWN


def _of_present(tree: Tree, verb: Token) -> Tense:
    planned = {child.lemma for child in tree.children(verb.i)} & _PLANNED
    return Tense.FUTURE if verb.lemma == "be" and planned else Tense.PRESENT
