"""The tense of the clause that a date stands in, read from its dependency tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.resolve_dates.plans import announces, is_ahead
from pipeline.resolve_dates.told import Tense
from pipeline.resolve_dates.words import resource
from pipeline.syntax import Token, Tree

_FUTURE_MODALS = frozenset({"will", "shall", "'ll", "wo", "’ll", "sha"})
_WORDS = resource("tense")
_PLANNED = frozenset(_WORDS["planned"])
_DEMANDING = frozenset(_WORDS["demanding"])
_DEMANDED = frozenset(_WORDS["demanded"])
_RESOLVING = frozenset(_WORDS["resolving"])
_DONE = frozenset(_WORDS["done"])
_DEFINITE = frozenset(["the", "his", "her", "their", "its", "my", "our", "this", "that"])
_TERMS = frozenset(["expire", "lapse", "elapse"])
_EFFECTS = frozenset(["take", "come", "enter"])
_REFERRING = frozenset(["see", "read", "compare", "note", "remember", "recall"])
_MAIN = frozenset(["ROOT", "conj", "ccomp", "parataxis"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "dobj"])
_OF_A_NOUN = frozenset(["compound", "nmod", "amod", "nummod", "poss"])
# A clause deeper than this in its sentence is not climbed out of.
_CLIMB = 12


def tense_at(tree: Tree, start: int, end: int) -> Tense:
    """The tense of the nearest verb above the words at these clean offsets, or of the plan they are in."""
    head = tree.head_of(start, end)
    if head is None:
        return Tense.UNKNOWN
    above = [head, *islice(tree.ancestors(head.i), _CLIMB)]
    if any(is_ahead(tree, token) for token in _up_to_verb(above)):
        return Tense.FUTURE
    if any(_is_done(tree, token) for token in _up_to_verb(above)):
        return Tense.PAST
    for verb in (token for token in above if token.pos in ("VERB", "AUX")):
        if announces(tree, verb, start):
            return Tense.FUTURE
        tense = _tense_of(tree, verb)
        if tense is Tense.PRESENT and _is_beside_done(tree, start):
            return Tense.PAST
        if tense is not None:
            return tense
    return Tense.UNKNOWN


def opens_clause(tree: Tree, start: int, end: int) -> bool:
    """True of words that stand before the verb of their main clause, and not in its subject."""
    head = tree.head_of(start, end)
    for token in [head, *islice(tree.ancestors(head.i), _CLIMB)] if head else ():
        if token.pos in ("VERB", "AUX"):
            return token.start >= end and token.dep in _MAIN
        if token.dep in _SUBJECTS:
            return False
    return False


def verb_dated(tree: Tree, start: int, end: int) -> Token | None:
    """The verb that the words at these clean offsets date, by themselves or behind a preposition."""
    head = tree.head_of(start, end)
    above = tree.tokens[head.head] if head else None
    if above is not None and above.pos in ("ADP", "SCONJ"):
        above = tree.tokens[above.head]
    return above if above is not None and above.pos in ("VERB", "AUX") else None


def is_attribute(tree: Tree, start: int, end: int) -> bool:
    """True of words before the noun that they tell from others of its kind: "the April 2014 decree"."""
    head = tree.head_of(start, end)
    return (
        head is not None and head.dep in ("compound", "nmod", "amod", "nummod", "poss") and head.head > head.i
    )


def _up_to_verb(above: Sequence[Token]) -> Iterator[Token]:
    for token in above:
        yield token
        if token.pos in ("VERB", "AUX"):
            return


def _is_beside_done(tree: Tree, start: int) -> bool:
    """'describes HER ARREST IN June': the deed right before, where the model gives the date to the verb."""
    first = next(iter(tree.at(start, start + 1)), 0)
    behind = first > 1 and tree.tokens[first - 1].pos == "ADP"
    return behind and _is_done(tree, tree.tokens[first - 2])


def _is_done(tree: Tree, noun: Token) -> bool:
    """'tells of HER ARREST in June', 'THE KILLING of X in May': so it has been done."""
    if noun.pos not in ("NOUN", "PROPN") or noun.lemma.lower() not in _DONE:
        return False
    return any(t.text.casefold() in _DEFINITE for t in tree.children(noun.i, "poss", "det"))


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
    if _is_imperative(tree, verb):
        return Tense.FUTURE
    if verb.tag in ("VBZ", "VBP"):
        return _of_present(tree, verb)
    return Tense.PRESENT if "be" in lemmas else None


def _is_imperative(tree: Tree, verb: Token) -> bool:
    """True of "Come on Saturday": the bare verb that opens its sentence."""
    opens = verb.lemma not in _REFERRING and verb.dep == "ROOT" and verb.i == tree.sentence_of(verb.i).start
    return opens and verb.tag in ("VB", "VBP") and not tree.children(verb.i, "nsubj", "nsubjpass")


def _of_infinitive(tree: Tree, verb: Token) -> Tense:
    head = tree.tokens[verb.head]
    if head.i == verb.i:
        return Tense.UNKNOWN
    demanded = head.lemma in _DEMANDING and verb.lemma in _DEMANDED
    planned = head.lemma in _PLANNED or head.lemma in _RESOLVING or head.lemma == "be"
    return Tense.FUTURE if planned or demanded else Tense.UNKNOWN


def _of_present(tree: Tree, verb: Token) -> Tense:
    """The present, or what a law or a term says of a day to come: "expires", "takes effect"."""
    beside = {child.lemma for child in tree.children(verb.i, "dobj", "prep")}
    if verb.lemma in _TERMS or (verb.lemma in _EFFECTS and beside & {"effect", "into"}):
        return Tense.FUTURE
    planned = {child.lemma for child in tree.children(verb.i)} & _PLANNED
    return Tense.FUTURE if verb.lemma == "be" and planned else Tense.PRESENT
