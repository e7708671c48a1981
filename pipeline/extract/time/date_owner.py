"""Which trigger each date expression of an item belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.extract.time.date_barriers import DateBarriers
from pipeline.extract.time.date_beside import DatesBeside
from pipeline.extract.time.date_clauses import DateClauses, causing_verb
from pipeline.extract.time.date_kinds import DateKinds
from pipeline.extract.time.date_nearest import NearestTriggers
from pipeline.extract.time.elapsed import Elapsed
from pipeline.schema.flow import DateMention

OPENING = 3  # tokens at a sentence's start in which a date speaks for all of it
_CARRYING = frozenset(("light", "happening", "copula"))


class DateOwners:
    """Gives the dates of one item to its candidates; a date goes to the nearest trigger above it."""

    def __init__(self, reading: Reading, candidates: Sequence[Candidate]) -> None:
        self._reading = reading
        self._candidates = {c.head: c for c in candidates}
        self._kinds = DateKinds(reading)
        self.holders = self._all_holders(candidates)
        self._clauses = DateClauses(reading, self.holders)
        self._beside = DatesBeside(reading, self._candidates, self.holders)
        self._nearest = NearestTriggers(reading, self._candidates, self.holders, self._beside)
        self._barriers = DateBarriers(reading)
        self._elapsed = Elapsed(reading, self._candidates, self.holders)
        self._owned, self._loose = self._distribute()

    def of(self, head: int) -> tuple[Dated, ...]:
        """Dates that the candidate at token `head` governs most closely."""
        return self._owned.get(head, ())

    def loose(self, i: int) -> tuple[Dated, ...]:
        """Dates that no trigger governs, of token i's part of its sentence, else of all of it."""
        return self._loose.get(self.part_start(i)) or self._loose.get(
            self._reading.tree.sentence_of(i).start, ()
        )

    def part_start(self, i: int) -> int:
        """Where the part of a sentence begins that semicolons set off around token i."""
        start = self._reading.tree.sentence_of(i).start
        tokens = self._reading.tokens
        return next((j + 1 for j in range(i, start, -1) if tokens[j].text == ";"), start)

    def opens_sentence(self, head: int) -> bool:
        """True where the candidate's date opens its sentence and so speaks for all of it."""
        start = self._reading.tree.sentence_of(head).start
        return any(dated.tokens.start - start <= OPENING for dated in self.of(head))

    def precedes(self, head: int) -> bool:
        """True where the candidate's date stands before it: 'The union ON FRIDAY condemned A and urged B'."""
        return any(dated.tokens.stop <= head for dated in self.of(head))

    def is_of_clause(self, candidate: Candidate) -> bool:
        """True for a noun whose date stands in a clause on it: 'the strike, which began on Monday'."""
        if candidate.frame.kind == "verb":
            return False
        tree = self._reading.tree
        below = tree.subtree(candidate.head)
        steps = (t for dated in self.of(candidate.head) for t in tree.ancestors(dated.head))
        return any(t.dep == "relcl" and t.i in below for t in steps)

    @cached_property
    def entry(self) -> DateMention | None:
        """The item's own date as an expression of its text, if it stands there."""
        return next(
            (d.date for d in self._reading.dates if self._kinds.is_own_date(d) and d.date.date_start), None
        )

    @cached_property
    def lead(self) -> DateMention | None:
        """The day of the main clause of the first sentence of the text."""
        reading = self._reading
        first = next((s for s in reading.tree.sentences if reading.block_kind(s.start) == "body"), None)
        if first is None:
            return None
        return next((d.date for d in reading.dates if d.head in first and self._is_of_main_clause(d)), None)

    def _is_of_main_clause(self, dated: Dated) -> bool:
        if dated.date.precision != "day" or dated.date.date_start is None or self._kinds.is_own_date(dated):
            return False
        if self._kinds.is_bound(dated) or self._reading.is_since(dated):
            return False
        steps = (self._reading.tokens[dated.head], *self._reading.tree.ancestors(dated.head))
        return not any(self._barriers.closes(dated, step) or step.dep in ("ccomp", "advcl") for step in steps)

    def _distribute(self) -> tuple[Mapping[int, tuple[Dated, ...]], Mapping[int, tuple[Dated, ...]]]:
        owned: dict[int, tuple[Dated, ...]] = {}
        loose: dict[int, tuple[Dated, ...]] = {}
        from_others: dict[int, Dated] = {}
        for dated in self._reading.dates:
            bound = self._kinds.is_bound(dated) and self._beside.counted_from(dated) is None
            if self._kinds.is_own_date(dated) or bound or self._kinds.is_part_of_title(dated):
                continue
            if self._kinds.is_edition(dated):
                continue
            start = self._reading.tree.sentence_of(dated.head).start
            if (counted := self._elapsed.counted(dated)) is not None:
                if counted.dated is not None:
                    from_others[counted.head] = counted.dated
                if counted.told:
                    continue
            owner, closed = self._owner(dated)
            if owner is None and closed and (first := self._nearest.joined_before(dated)) is not None:
                from_others.setdefault(first, dated)
            if (defined := self._nearest.defined_by(dated)) is not None:
                from_others.setdefault(defined, dated)
            if counted is not None and owner == counted.head:
                owner, closed = None, False
            if owner is not None:
                owned[owner] = (*owned.get(owner, ()), dated)
            elif dated.tokens.start - start <= OPENING:
                loose[start] = (*loose.get(start, ()), dated)
            elif not closed:
                part = self.part_start(dated.head)
                loose[part] = (*loose.get(part, ()), dated)
        for head, dated in from_others.items():
            owned.setdefault(head, (dated,))
        return owned, loose

    def _owner(self, dated: Dated) -> tuple[int | None, bool]:
        """The head of the owner, and whether a clause of its own keeps the date from others."""
        if (counted := self._beside.counted_from(dated)) is not None:
            return counted, False
        label = self._beside.beside(dated)
        if label is not None:
            return label, False
        part = self.part_start(dated.head)
        for ancestor in self._reading.tree.ancestors(dated.head):
            if self.part_start(ancestor.i) != part:
                return None, False
            if ancestor.i in self.holders:
                owner = self.holders[ancestor.i]
                ahead = self._candidates[owner].is_utterance and self._kinds.is_ahead(dated)
                if ahead or self._barriers.is_since_before(dated, ancestor):
                    return None, True
                return self._nearest.nearer(dated, owner), False
            if self._barriers.closes(dated, ancestor):
                if ancestor.dep == "prep":
                    return self._nearest.within_ground(dated, ancestor), True
                return self._clauses.owner(ancestor), True
        return None, False

    def _all_holders(self, candidates: Sequence[Candidate]) -> Mapping[int, int]:
        """Tokens that stand for a candidate: its head, its pattern, and the verb that carries a noun."""
        found: dict[int, int] = {}
        for c in candidates:
            for i in (c.head, *c.used):
                found.setdefault(i, c.head)
        for c in candidates:
            if (causing := causing_verb(self._reading, c)) is not None:
                found.setdefault(causing, c.head)
        for c in candidates:
            if c.carrier is not None and c.frame.kind == "noun" and c.evidence & _CARRYING:
                found.setdefault(c.carrier, c.head)
        return found
