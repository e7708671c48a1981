"""Clauses with a verb that is no trigger, whose date is yet that of a trigger beside them."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Reading
from pipeline.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass")


def causing_verb(reading: Reading, candidate: Candidate) -> int | None:
    """'The mayor HAD two students arrested': the verb that has it done, whose date is the deed's."""
    verb = reading.tokens[candidate.head]
    if candidate.frame.kind != "verb" or verb.tag not in ("VBN", "VBD"):
        return None
    if verb.dep not in ("acl", "ccomp") or reading.tree.children(verb.i, "aux", "auxpass", "mark"):
        return None
    above = reading.tokens[verb.head]
    if verb.dep == "acl" and above.dep == "dobj":
        above = reading.tokens[above.head]
    return above.i if above.lemma == "have" and above.pos in ("VERB", "AUX") else None


class DateClauses:
    """Gives the dates of such clauses in one item to heads of its candidates."""

    def __init__(self, reading: Reading, holders: Mapping[int, int]) -> None:
        self._reading = reading
        self._holders = holders
        words = load_words("time")
        self._beginning, self._arriving = words["beginning"], words["arriving"]
        self._issuing = words["issuing"]

    def owner(self, verb: Token) -> int | None:
        """The trigger whose time is that of the clause of `verb`, if any."""
        return self._begun(verb) or self._arrived(verb) or self._joined_after(verb)

    def _joined_after(self, verb: Token) -> int | None:
        """'since he was STOPPED at a post in May and barred from it': the trigger joined to the verb."""
        tree = self._reading.tree
        for joined in tree.children(verb.i, "conj"):
            head = self._holders.get(joined.i)
            if head is not None and not tree.children(joined.i, *_SUBJECTS):
                return head
        return None

    def _begun(self, verb: Token) -> int | None:
        """'the strike of dockers in Beira, which BEGAN on Monday', 'a charge FILED in May'."""
        if verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in self._issuing:
            return self._holders.get(verb.head)
        if verb.dep != "relcl" or verb.lemma not in self._beginning:
            return None
        if not any(t.tag == "WDT" for t in self._reading.tree.children(verb.i, *_SUBJECTS)):
            return None
        tokens = self._reading.tokens
        noun = tokens[verb.head]
        while noun.i not in self._holders and noun.dep in ("pobj", "prep", "conj"):
            noun = tokens[noun.head]
        return self._holders.get(noun.i) if noun.pos in ("NOUN", "PROPN") else None

    def _arrived(self, verb: Token) -> int | None:
        """'X, who CAME to the gate on Monday, was turned away': what befell who came."""
        if verb.dep != "relcl" or self._arriving.isdisjoint(self._reading.lemmas(verb.i)):
            return None
        tokens = self._reading.tokens
        noun = tokens[verb.head]
        while noun.dep in ("appos", "conj"):
            noun = tokens[noun.head]
        return self._holders.get(noun.head) if noun.dep in _SUBJECTS else None
