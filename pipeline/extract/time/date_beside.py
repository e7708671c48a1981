"""Dates that stand right beside a trigger: as its label, its apposition, or counted from it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.frames.declared import load_words
from pipeline.extract.syntax.reading import Dated, Reading

_COUNTED = 5  # tokens after a date that ends in "since" in which its event is named
_PARENTHESIS = 8  # tokens before a date in parentheses in which the noun stands whose date it is
_DATED_BEFORE = 12  # tokens before 'dated 4 May' in which the paper is named that it dates
_TODAY = frozenset(("yesterday", "today", "tonight"))
_BESIDE = {"(": (")",), ",": (",", ".", ";", ")")}


class DatesBeside:
    """Finds the trigger that a date of one item stands beside; all answers are heads of candidates."""

    def __init__(
        self, reading: Reading, candidates: Mapping[int, Candidate], holders: Mapping[int, int]
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._holders = holders
        words = load_words("time")
        self._issuing, self._papers = words["issuing"], words["papers"]

    def counted_from(self, dated: Dated) -> int | None:
        """'18 months since the dispersal': the event from which the time is counted."""
        if not any(self._reading.lower(i) == "since" for i in dated.tokens):
            return None
        within = next((self._holders[i] for i in dated.tokens if i in self._holders), None)
        if within is not None or self._reading.lower(dated.tokens.stop - 1) != "since":
            return within
        stop = min(dated.tokens.stop + _COUNTED, len(self._reading.tokens))
        return next((self._holders[i] for i in range(dated.tokens.stop, stop) if i in self._holders), None)

    def counted_to(self, dated: Dated, owner: int) -> int:
        """'three days before the raid of 5 May': the raid, from which the days are counted, not the owner."""
        tree, at = self._reading.tree, dated.tokens.start
        for prep in tree.children(owner, "prep"):
            if prep.i >= at or not tree.children(prep.i, "npadvmod", "nummod"):
                continue
            counted = [t.i for t in tree.children(prep.i, "pobj") if t.i < at and t.i in self._candidates]
            if counted and prep.text.lower() in ("before", "after", "since"):
                return counted[0]
        return owner

    def beside(self, dated: Dated) -> int | None:
        """The trigger that has the date as its label or in apposition, if any."""
        before = None if self.is_adverb(dated) else self._label_before(dated)
        return self._written(dated) or before or self._set_beside(dated)

    def is_adverb(self, dated: Dated) -> bool:
        """'condemned the arrests YESTERDAY': a word that qualifies the verb, whatever noun is before it."""
        at = dated.tokens.start
        if self._reading.lower(dated.tokens.stop - 1) not in _TODAY or at == 0:
            return False
        verb = self._reading.tokens[self._reading.tokens[dated.head].head]
        return verb.pos == "VERB" and self._reading.lower(at - 1) not in ("of", "from", ":")

    def _written(self, dated: Dated) -> int | None:
        """'in a letter DATED 4 May X asked': the appeal or statement that the paper makes."""
        at = dated.tokens.start
        if (decided := self._decreed(dated)) is not None:
            return decided
        if at == 0 or self._reading.lower(at - 1) != "dated":
            return None
        sentence = self._reading.tree.sentence_of(at)
        said = [i for i in sentence if i in self._candidates and self._candidates[i].is_utterance]
        before = [i for i in said if at - _DATED_BEFORE <= i < at]
        return before[-1] if before else next((i for i in said if i > at), None)

    def _decreed(self, dated: Dated) -> int | None:
        """'By an order SIGNED on 4 May the minister banned it': the deed that the paper does."""
        tokens, at = self._reading.tokens, dated.tokens.start
        issued = next((i for i in (at - 1, at - 2) if i >= 0 and tokens[i].lemma in self._issuing), None)
        if issued is None or tokens[issued].tag != "VBN" or tokens[issued].dep != "acl":
            return None
        if issued in self._holders:
            return None  # 'a decree SIGNED on 4 May': the signing is told of itself
        paper = tokens[tokens[issued].head]
        if paper.dep != "pobj" or paper.lemma.lower() not in self._papers or paper.i in self._holders:
            return None
        return self._holders.get(tokens[paper.head].head)

    def _set_beside(self, dated: Dated) -> int | None:
        """'the night of his arrest, 6 January', 'the hearing in Kutaisi (4 March)': the noun's date."""
        tokens, start = self._reading.tokens, self._reading.tree.sentence_of(dated.head).start
        i, stop = dated.tokens.start - 1, dated.tokens.stop
        if i > start and tokens[i].text.lower() in ("on", "in") and tokens[i - 1].text == ",":
            i -= 1  # 'the first hearing, on 21 March, was short'
        if i <= start or stop >= len(tokens) or tokens[i].text not in _BESIDE:
            return None
        if tokens[stop].text not in _BESIDE[tokens[i].text]:
            return None
        reach = 1 if tokens[i].text == "," else _PARENTHESIS
        near = range(i - 1, max(start, i - 1 - reach), -1)
        head = next((self._holders[j] for j in near if j in self._holders), None)
        return head if head is not None and self._candidates[head].frame.kind == "noun" else None

    def _label_before(self, dated: Dated) -> int | None:
        """'Arrested: 16.05.2013 (first arrest: 14.03.2012)': the trigger right before a date owns it."""
        tokens, i = self._reading.tokens, dated.tokens.start - 1
        start = self._reading.tree.sentence_of(dated.head).start
        while i >= start and (
            tokens[i].pos in ("ADP", "PUNCT", "ADV") and tokens[i].text not in (";", ".", ",")
        ):
            i -= 1
        if i >= start and i in self._holders:
            return self._holders[i]
        while i >= start and tokens[i].text != ";" and tokens[i].pos != "VERB":
            head = self._holders.get(i)
            if head is not None and "label" in self._candidates[head].evidence:
                return head
            i -= 1
        return None
