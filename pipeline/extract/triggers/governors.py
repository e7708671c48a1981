"""What the words above a trigger make of its event: 'fears that', 'calls for', 'if', 'without'."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.extract.triggers.factuality import Factuality
from pipeline.syntax import Token

_COMPLEMENTS = ("xcomp", "ccomp", "dobj", "nsubjpass", "pcomp", "acomp")

_PURPOSES = ("advcl", "xcomp", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Step:
    """A step up the tree: the governing token and the child through which it governs."""

    head: Token
    child: Token


def is_denied(reading: Reading, verb: Token) -> bool:
    """True where the verb itself is negated."""
    return any(t.dep == "neg" or t.text.lower() == "never" for t in reading.tree.children(verb.i))


class Governors:
    """Climbs from triggers of one item."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = load_words("modality")

    def outwards(self, token: Token) -> Factuality:
        """Follow the governors while they can make the event unreal."""
        child = token
        infinitive = self._infinitive(child)
        if infinitive is not None:
            return infinitive
        for head in self._reading.tree.ancestors(token.i):
            if self._set_apart(child, head):
                break
            judged = self._under(Step(head, child), token)
            if judged is not None:
                return judged
            if self._closes(child, head, token):
                break
            child = head
        return Factuality.HAPPENED

    def _set_apart(self, child: Token, head: Token) -> bool:
        """Clauses parted by a semicolon or colon, whatever the model makes of them."""
        first, last = sorted((child.i, head.i))
        return any(self._reading.tokens[i].text in (";", ":") for i in range(first, last))

    def _closes(self, child: Token, head: Token, trigger: Token) -> bool:
        """Relative clauses stand on their own, and what a verb does to a noun ends with that verb."""
        if child.dep in ("relcl", "acl", "nsubj"):
            return True
        return trigger.pos in ("NOUN", "PROPN") and head.pos in ("VERB", "AUX")

    def _infinitive(self, verb: Token) -> Factuality | None:
        """What is yet to be done: wished for, or, as a mere purpose ('joined forces to hold'), announced."""
        tree = self._reading.tree
        helpers = tree.children(verb.i, "aux")
        if not any(t.text.lower() == "to" for t in helpers) or any(t.lemma == "have" for t in helpers):
            return None
        head = tree.tokens[verb.head]
        if verb.dep in ("acl", "relcl"):  # 'kept the buses in the depot TO PROTEST'
            head = next((t for t in tree.ancestors(verb.i) if t.pos == "VERB"), head)
        lemma = head.lemma.lower()
        if self._is_shown(verb, head):
            return None
        if verb.dep == "xcomp" and lemma in self._words["implicative"]:
            return Factuality.ANNOUNCED if lemma in ("be", "go") else None
        return Factuality.UNREAL if lemma in self._words["unreal"] else Factuality.ANNOUNCED

    def _is_shown(self, verb: Token, head: Token) -> bool:
        """'buried themselves in sand TO PROTEST against the port': done with what was done to that end."""
        tree = self._reading.tree
        if verb.lemma.lower() not in self._words["shown_by_doing"] or verb.dep not in _PURPOSES:
            return False
        if head.lemma.lower() in self._words["unreal"] or head.tag not in ("VBD", "VBN"):
            return False
        helpers = tree.children(head.i, "aux")
        return not is_denied(self._reading, head) and not any(t.tag in ("MD", "TO") for t in helpers)

    def _under(self, step: Step, trigger: Token) -> Factuality | None:
        """What a governor makes of what stands under it; None where it says nothing and the climb goes on."""
        head, child, words = step.head, step.child, self._words
        if self._opened_hypothetically(child):
            return Factuality.UNREAL
        lemma = head.lemma.lower()
        if child.dep in ("prep", "pobj", "pcomp") or head.pos == "ADP":
            return self._under_preposition(step, trigger)
        if head.pos in ("VERB", "AUX") and lemma in words["unreal"] and child.dep in _COMPLEMENTS:
            return self._as_complement(lemma, child.dep)
        if child.dep == "ccomp" and lemma in words["epistemic"] and is_denied(self._reading, head):
            return Factuality.UNREAL
        negated = any(t.dep == "neg" for t in self._reading.tree.children(head.i))
        if negated and head.pos in ("VERB", "AUX") and child.dep == "xcomp" and child.i == trigger.i:
            return Factuality.NEGATED
        return None

    def _as_complement(self, lemma: str, dep: str) -> Factuality | None:
        """What a verb of wishing, fearing or planning makes of its clause, object or passive subject."""
        words = self._words
        if lemma in words["factive"] and dep in ("ccomp", "dobj"):
            return None
        if dep == "dobj" and lemma in words["neutral_to_object"]:
            return None
        if dep == "nsubjpass" and lemma not in words["unreal_in_passive"]:
            return None
        return Factuality.ANNOUNCED if lemma in words["happening_with_date"] else Factuality.UNREAL

    def _opened_hypothetically(self, verb: Token) -> bool:
        words, tree = self._words, self._reading.tree
        for t in tree.children(verb.i, "mark", "advmod", "prep"):
            lower = t.text.lower()
            if lower in words["hypothetical"] and t.i < verb.i and t.dep == "mark":
                present = any(a.tag in ("VBZ", "VBP") for a in tree.children(verb.i, "aux", "auxpass"))
                past = verb.tag in ("VBD", "VBN") and not present and lower in words["temporal"]
                return not past
        return False

    def _under_preposition(self, step: Step, trigger: Token) -> Factuality | None:
        """'calls FOR the release', 'fear OF arrest', 'the law ON rallies', 'WITHOUT trial'."""
        head, child, words = step.head, step.child, self._words
        if head.pos == "ADP" or child.dep == "pcomp":
            return (
                Factuality.UNREAL if head.text.lower() in ("without", "instead", "unless", "than") else None
            )
        if child.dep != "prep":
            return None
        prep, lemma = child.text.lower(), head.lemma.lower()
        if (
            head.pos in ("NOUN", "PROPN")
            and lemma in words["unreal_nouns"]
            and prep in ("for", "of", "against", "on", "to", "from")
        ):
            return Factuality.UNREAL
        if (
            head.pos in ("VERB", "AUX", "ADJ")
            and lemma in words["unreal"]
            and prep in ("for", "against", "of", "on", "from", "about", "with")
        ):
            return Factuality.UNREAL if prep in ("for", "against", "of", "from") else None
        return None
