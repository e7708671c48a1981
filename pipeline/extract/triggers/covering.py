"""Where a verb and its noun tell of one event ('announced a campaign'), which of the two stays."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Reading


class Covering:
    """Drops the candidates of one item that another one covers."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def kept(self, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """The candidates that no other of their sentence covers, in order."""
        by_sentence: dict[int, list[Candidate]] = {}
        for c in found:
            by_sentence.setdefault(self._reading.tree.sentence_of(c.head).start, []).append(c)
        return tuple(
            c
            for group in by_sentence.values()
            for c in group
            if not any(self._covers(other, c) for other in group if other is not c)
        )

    def _covers(self, other: Candidate, c: Candidate) -> bool:
        """'went on hunger strike', 'announced a campaign', 'a decree signed': the other says it all."""
        if self._is_helper(c, other):
            return True
        if self._is_helper(other, c):
            return False
        if c.head + 2 == other.head and self._reading.lower(c.head + 1) in ("-", "‑"):
            return c.frame.event_type == other.frame.event_type  # 'cross-examination' is one word
        if self._has_own_clause(c):
            return False
        if c.head in other.used and other.head != c.head:
            return c.frame.kind != "verb" or len(other.used) >= len(c.used)
        if other.head in c.used and other.head != c.head and other.frame.event_type == c.frame.event_type:
            return other.frame.kind == "verb" and len(other.used) > len(c.used)
        if c.frame.kind == "verb" and other.frame.kind == "noun" and self._carries(c.head, other):
            same = c.frame.event_type == other.frame.event_type and len(c.used) < 2
            return same or (c.is_utterance and "light" in other.evidence and len(c.used) < 2)
        if self._goes_on(other, c):
            return True
        if c.evidence == {"manner"}:
            above = (t.i for t in self._reading.tree.ancestors(c.head))
            return other.frame.kind == "verb" and other.head in above
        if self._is_purpose(c) and self._reading.tokens[c.head].head == other.head:
            return other.frame.event_type == c.frame.event_type
        if c.kind.in_court and c.frame.speech and self._is_content(other, c):
            return True
        if self._is_aside(c) and c.kind.reports_speech:
            return True
        if c.frame.event_type != other.frame.event_type or other.frame.kind != "verb":
            return False
        head = self._reading.tokens[c.head]
        verb = self._reading.tokens[other.head]
        if c.frame.kind == "noun" and "clause" not in c.evidence:
            carried = self._carries(other.head, c) and len(other.used) > 1
            return carried or (verb.dep in ("acl", "relcl") and verb.head == head.i)
        while head.dep == "conj" and head.tag == "VBG":
            head = self._reading.tokens[head.head]
        return head.dep == "advcl" and head.tag == "VBG" and head.head == other.head

    def _is_helper(self, c: Candidate, other: Candidate) -> bool:
        """'WAS freed': the auxiliary of the other's passive."""
        token = self._reading.tokens[c.head]
        return token.dep == "auxpass" and token.head == other.head

    def _has_own_clause(self, c: Candidate) -> bool:
        """'lifted the ban WHICH IT HAD IMPOSED': a noun that its own clause tells of."""
        if c.frame.kind != "noun" or "light" not in c.evidence or c.carrier is None:
            return False
        carrier = self._reading.tokens[c.carrier]
        return carrier.dep == "relcl" and carrier.head == c.head

    def _goes_on(self, noun: Candidate, verb: Candidate) -> bool:
        """'The trial opened and was adjourned': a bare verb joined to the one that carries its noun."""
        if noun.frame.kind != "noun" or noun.frame.event_type != verb.frame.event_type or len(verb.used) > 1:
            return False
        token = self._reading.tokens[verb.head]
        own = self._reading.tree.children(token.i, "nsubj", "nsubjpass", "dobj")
        return (
            verb.frame.kind == "verb" and token.dep == "conj" and not own and self._carries(token.head, noun)
        )

    def _is_purpose(self, c: Candidate) -> bool:
        """'used tear gas TO DISPERSE them': what a deed was done for."""
        token = self._reading.tokens[c.head]
        helpers = self._reading.tree.children(c.head, "aux")
        return token.dep in ("advcl", "xcomp") and any(t.text.lower() == "to" for t in helpers)

    def _is_content(self, other: Candidate, c: Candidate) -> bool:
        """'The court ruled that X be held': the holding is what the court did."""
        token = self._reading.tokens[other.head]
        return other.frame.kind == "verb" and token.dep in ("ccomp", "xcomp") and token.head == c.head

    def _is_aside(self, c: Candidate) -> bool:
        """', accusing it of bias': words that only go with what the main clause tells."""
        head = self._reading.tokens[c.head]
        if head.tag != "VBG":
            return False
        children = self._reading.tree.children(head.i)
        bare = not any(t.dep in ("nsubj", "nsubjpass", "aux") for t in children)
        return head.dep == "advcl" or (head.dep == "ROOT" and bare)

    def _carries(self, verb: int, noun: Candidate) -> bool:
        token = self._reading.tokens[noun.head]
        direct = token.head == verb and token.dep in ("dobj", "nsubj", "nsubjpass", "attr", "oprd")
        return noun.carrier == verb and (direct or "light" in noun.evidence)
