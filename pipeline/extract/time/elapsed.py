"""The date of an event from which another is counted: 'arrested on 11 May, two days AFTER the raid'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.extract.frames.candidate import Candidate
from pipeline.extract.syntax.reading import Dated, Reading
from pipeline.extract.time.intervals import Interval, interval_of

_BEFORE = "before an event"  # the rule of `resolve_dates` for 'two days before the trial'
_REACH = 12  # tokens after the expression within which the event is named
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Counted:
    """An event from which a date expression counts, with the date that follows for it, if one does.

    `told` is True where the expression gives no date for the event that is told: it has one before the
    expression, or is merely told of at the time of writing.
    """

    head: int
    dated: Dated | None
    told: bool


class Elapsed:
    """Reads such expressions in one item; `holders` are the tokens that stand for candidates."""

    def __init__(
        self, reading: Reading, candidates: Mapping[int, Candidate], holders: Mapping[int, int]
    ) -> None:
        self._reading = reading
        self._candidates = candidates
        self._holders = holders

    def counted(self, dated: Dated) -> Counted | None:
        """The event from which `dated` counts, None where it names none."""
        if not dated.date.relative:
            return None
        interval = interval_of(tuple(self._reading.lower(i) for i in dated.tokens))
        head = self._named(dated) if interval is not None else None
        if interval is None or head is None:
            return None
        told = self._told_before(dated)
        found = interval.shift(told.date if told is not None else dated.date)
        if found is not None:
            found = replace(found, start=dated.date.start, end=dated.date.end, text=dated.date.text)
        new = None if found is None else Dated(found, dated.tokens, dated.head)
        return Counted(head, new, told is not None or self._is_of_writing(dated, interval))

    def _is_of_writing(self, dated: Dated, interval: Interval) -> bool:
        """'Five weeks after the raid X has written': so long after, at the time of writing, on no day told.

        What is done years later to the day is done on that day.
        """
        item = self._reading.item
        now = item.published_source != "entry" and dated.date.date_start == item.published_on
        return now and (interval.unit == "day" or interval.amount % 12 != 0)

    def _named(self, dated: Dated) -> int | None:
        """The candidate that the last word of the expression governs."""
        tree, last = self._reading.tree, dated.tokens.stop - 1
        word = tree.tokens[last]
        if word.text.lower() == "before" and dated.date.rule != _BEFORE:
            return None  # 'Three days before he had complained': no event is named
        for noun in tree.children(last, "pobj"):
            head = self._holders.get(noun.i)
            return head if head is not None and self._candidates[head].frame.kind == "noun" else None
        return None if word.text.lower() == "of" else self._verb_behind(last)

    def _verb_behind(self, connector: int) -> int | None:
        """'two days after THE POLICE RAIDED it': the verb whose subject stands right behind the connector."""
        tree = self._reading.tree
        stop = min(connector + _REACH, tree.sentence_of(connector).stop)
        for i in range(connector + 1, stop):
            head = self._holders.get(i)
            if head is None or self._candidates[head].frame.kind != "verb":
                continue
            if self._reading.lower(connector) == "before" and self._is_past_perfect(head):
                return None  # 'Two days before the ruling men had beaten him': no verb of what came later
            if tree.tokens[head].dep in ("ROOT", "conj"):
                return None  # 'The day after lawyers filed a complaint.'
            subjects = tree.children(head, *_SUBJECTS)
            near = any(connector < t.i and tree.subtree(t.i)[0] == connector + 1 for t in subjects)
            return head if near else None
        return None

    def _is_past_perfect(self, verb: int) -> bool:
        return any(t.text.lower() == "had" for t in self._reading.tree.children(verb, "aux"))

    def _told_before(self, dated: Dated) -> Dated | None:
        """The date of what is told, before the expression in its part of the sentence."""
        start = self._reading.tree.sentence_of(dated.head).start
        tokens, found = self._reading.tokens, None
        for other in self._reading.dates:
            if other.tokens.start >= dated.tokens.start:
                break
            inside = start <= other.tokens.start and self._reading.block_kind(other.head) != "dateline"
            near = all(tokens[i].text != ";" for i in range(other.tokens.stop, dated.tokens.start))
            if inside and near and other.date.date_start is not None:
                found = other
        return found
