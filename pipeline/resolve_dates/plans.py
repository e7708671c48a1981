"""Days that are set: the next hearing, a gathering that is announced, a term."""

from __future__ import annotations

import re

from pipeline.resolve_dates.words import UNITS, resource
from pipeline.syntax import Token, Tree

_WORDS = resource("tense")
_ANNOUNCING = frozenset(_WORDS["announcing"])
_GATHERINGS = frozenset(_WORDS["gatherings"])
_AHEAD = frozenset(_WORDS["ahead"])
_DEADLINE = re.compile(
    r"\b(?:until|till|til|to|for|no later than|not later than|through|scheduled|set|due)"
    r"(?: on| the| midnight| noon)?(?: of)? ?$",
    re.IGNORECASE,
)


def is_deadline(before: str) -> bool:
    """True where the words before a date make it an end or a plan ("until", "postponed to").

    `before` need hold no more than the last thirty characters.

    >>> is_deadline("The trial was adjourned to "), is_deadline("They met on ")
    (True, False)
    """
    return _DEADLINE.search(before) is not None


def is_ahead(tree: Tree, token: Token) -> bool:
    """True of "the next hearing", also where it is what the clause is about: "the next hearing is on"."""
    nouns = [token, *tree.children(token.i, "nsubj", "nsubjpass")]
    return any(
        child.lemma.casefold() in _AHEAD
        for noun in nouns
        if noun.pos in ("NOUN", "PROPN") and noun.lemma.casefold() not in UNITS
        for child in tree.children(noun.i, "amod", "compound", "nmod")
    )


def announces(tree: Tree, verb: Token, date: int) -> bool:
    """True where a gathering is announced and the date follows it: "announced a sit-in on Wednesday"."""
    if verb.lemma not in _ANNOUNCING:
        return False
    objects = list(tree.children(verb.i, "dobj", "nsubjpass"))
    for prep in tree.children(verb.i, "prep"):
        objects += tree.children(prep.i, "pobj") if prep.text.casefold() == "for" else ()
    return any(
        noun.start < date
        and noun.lemma.casefold().rpartition("-")[2] in _GATHERINGS
        and not _is_known(tree, noun)
        for noun in objects
    )


def _is_known(tree: Tree, noun: Token) -> bool:
    return any(child.text.casefold() in ("the", "this", "that") for child in tree.children(noun.i, "det"))
