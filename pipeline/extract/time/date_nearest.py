"""Of the triggers above or beside a date the one whose time it is: the deed before its telling."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.extract.time.date_beside import DatesBeside
from pipeline.syntax import Token


class NearestTriggers:
    """Chooses among the triggers of one item; answers are heads of candidates."""

    def __init__(
        self,
        reading: Reading,
        candidates: Mapping[int, Candidate],
        holders: Mapping[int, int],
        beside: DatesBeside,
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._holders = holders
        self._beside = beside

    def nearer(self, dated: Dated, owner: int) -> int:
        """What is told owns a date beside it before the telling does: 'condemned the raid of X on 4 May'."""
        if not self._candidates[owner].is_utterance:
            return self._beside.counted_to(dated, owner)
        tokens, at = self._reading.tokens, dated.tokens.start
        if owner < at and self._beside.is_adverb(dated):
            return owner
        if owner > at and not any(tokens[i].text == "," for i in range(at, owner)):
            return owner
        if owner > at and (deed := self._told_deed(owner, at)) is not None:
            return deed
        first = owner if owner < at else self._reading.tree.sentence_of(at).start - 1
        for i in range(at - 1, first, -1):
            head = self._holders.get(i)
            if tokens[i].text in (",", ";") or head == owner:
                break
            if head is not None and not self._candidates[head].is_utterance:
                return head
        return owner

    def _told_deed(self, owner: int, at: int) -> int | None:
        """'Gunmen shot X, a painter, on Monday, police SAID': the deed that words at the end report."""
        tree, tokens = self._reading.tree, self._reading.tokens
        told = [t.i for t in tree.children(owner, "ccomp") if t.i < at]
        deeds = (self._holders[i] for i in told if i in self._holders)
        deed = next((head for head in deeds if not self._candidates[head].is_utterance), None)
        ends = all(
            t.pos in ("PUNCT", "PRON") or t.dep == "dobj" for t in tokens[owner + 1 : self._end(owner)]
        )
        return deed if ends else None

    def _end(self, i: int) -> int:
        return self._reading.tree.sentence_of(i).stop

    def joined_before(self, dated: Dated) -> int | None:
        """'was beaten and threatened in Bismil in April': the trigger that the date's verb is joined to."""
        tree = self._reading.tree
        if dated.date.relative or self._reading.is_since(dated):
            return None
        for verb in tree.ancestors(dated.head):
            if verb.dep in ("relcl", "advcl", "acl", "ccomp", "xcomp", "pcomp") or verb.i in self._holders:
                return None
            if verb.dep == "conj" and verb.pos == "VERB":
                above = self._holders.get(verb.head)
                bare = not tree.children(verb.i, "nsubj", "nsubjpass", "neg")
                return (
                    above if bare and above is not None and not self._candidates[above].is_utterance else None
                )
        return None

    def defined_by(self, dated: Dated) -> int | None:
        """'since 29 July, WHEN HE WAS ARRESTED', '2 May, THE DAY ON WHICH HE FELL': what tells which day."""
        tree = self._reading.tree
        for noun in (dated.head, *(t.i for t in tree.children(dated.head, "appos"))):
            for verb in tree.children(noun, "relcl", "advcl"):
                if verb.i > noun and verb.i in self._holders and self._opens_with_time(verb):
                    return self._holders[verb.i]
        return None

    def _opens_with_time(self, verb: Token) -> bool:
        tree = self._reading.tree
        if any(t.text.lower() == "when" for t in tree.children(verb.i, "advmod")):
            return True
        within = (w for t in tree.children(verb.i, "prep") for w in tree.children(t.i, "pobj"))
        return any(w.tag == "WDT" for w in within)

    def within_ground(self, dated: Dated, preposition: Token) -> int | None:
        """'is accused FOR his part in the STRIKE of May': the deed named there, if one is."""
        for i in range(dated.tokens.start - 1, preposition.i, -1):
            head = self._holders.get(i)
            if head is not None and self._candidates[head].frame.kind == "noun":
                return head
        return None
